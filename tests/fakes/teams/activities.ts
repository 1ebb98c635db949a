/** Somebody at the other end, and where their answers go. */
export interface Client {
  readonly tenantId: string;
  readonly objectId: string;
  readonly userId: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly locale?: string;
}

export const BOT_ID = '28:alongside';
let made = 0;

/** What every activity of a personal chat has. Shapes recorded from Teams' documentation and the Agents Playground. */
function base(client: Client, type: string): Record<string, unknown> {
  made += 1;
  return {
    type,
    id: `f:${made.toString().padStart(8, '0')}-${type}`,
    channelId: 'msteams',
    serviceUrl: client.serviceUrl,
    timestamp: new Date().toISOString(),
    localTimezone: 'Europe/Berlin',
    locale: client.locale ?? 'en-US',
    from: { id: client.userId, name: 'Somebody', aadObjectId: client.objectId },
    recipient: { id: BOT_ID, name: 'Alongside' },
    conversation: { conversationType: 'personal', tenantId: client.tenantId, id: client.conversationId },
    entities: [{ type: 'clientInfo', locale: client.locale ?? 'en-US', platform: 'Web' }],
    channelData: { tenant: { id: client.tenantId } },
  };
}

export function messageFrom(client: Client, text: string): Record<string, unknown> {
  return { ...base(client, 'message'), text, textFormat: 'plain' };
}

export function pressFrom(
  client: Client,
  verb: string,
  data: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    ...base(client, 'invoke'),
    name: 'adaptiveCard/action',
    replyToId: '1700000000001',
    value: { action: { type: 'Action.Execute', title: 'a button', verb, data }, trigger: 'manual' },
  };
}

export function installedFrom(client: Client, action = 'add'): Record<string, unknown> {
  return { ...base(client, 'installationUpdate'), action };
}

export function botAddedFrom(client: Client): Record<string, unknown> {
  return {
    ...base(client, 'conversationUpdate'),
    membersAdded: [{ id: client.userId, aadObjectId: client.objectId }, { id: BOT_ID }],
  };
}
