import type { ConnectorClient } from 'botframework-connector';
import type { ConversationReference } from '../core/ports/conversations.ts';
import type { Message, SendOutcome, Sender } from '../core/ports/messaging.ts';
import { observe } from './attempt.ts';
import { failureOf, wasAccepted } from './outcome.ts';
import { MAX_ACTIVITY_BYTES, outgoingActivity, sizeInUtf16 } from './outgoing.ts';

export interface SenderOptions {
  connector(serviceUrl: string): Promise<ConnectorClient>;
  /** Asked again before anything goes out: our token is only shown to Teams. */
  serviceUrlAllowed(serviceUrl: string): boolean;
  /** For conversations that the bot begins. */
  readonly tenantId: string | null;
  /** For all that comes before a request; the request itself has its own deadline in the pipeline. */
  readonly deadlineMs: number;
}

type Reference = Omit<ConversationReference, 'personId'>;

/** The Sender port over the connector. Beginning a conversation may be repeated: Teams gives back the same one. */
export function createSender(options: SenderOptions): Sender {
  return {
    send: async (reference, message, withinMs = options.deadlineMs) => {
      const leaveBy = performance.now() + Math.min(withinMs, options.deadlineMs);
      if (!options.serviceUrlAllowed(reference.serviceUrl)) return undeliverable('service-url');
      const activity = outgoingActivity(reference, message);
      if (sizeInUtf16(activity) > MAX_ACTIVITY_BYTES) return undeliverable('too-large');
      if (reference.conversationId !== '') return post({ ...options, leaveBy }, { reference, message });
      const begun = await begin(options, reference);
      if (typeof begun !== 'string') return begun;
      return post(
        { ...options, leaveBy: performance.now() + options.deadlineMs },
        { reference: { ...reference, conversationId: begun }, message, begun },
      );
    },
  };
}

async function post(
  options: SenderOptions & { readonly leaveBy: number },
  { reference, message, begun }: { reference: Reference; message: Message; begun?: string },
): Promise<SendOutcome> {
  const observed = await observe(options.leaveBy - performance.now(), async () => {
    const connector = await options.connector(reference.serviceUrl);
    const activity = outgoingActivity(reference, message);
    return connector.conversations.sendToConversation(reference.conversationId, activity);
  });
  if (!wasAccepted(observed)) return failureOf(observed);
  const activityId = observed.ok ? (observed.value.id ?? null) : null;
  return { kind: 'sent', activityId, ...(begun === undefined ? {} : { conversationId: begun }) };
}

/** The id of the 1:1 conversation with this person, or why there is none. Nothing has been said by then. */
async function begin(options: SenderOptions, reference: Reference): Promise<string | SendOutcome> {
  const tenant = options.tenantId ?? undefined;
  const observed = await observe(options.deadlineMs, async () => {
    const connector = await options.connector(reference.serviceUrl);
    return connector.conversations.createConversation({
      isGroup: false,
      bot: { id: reference.botId, name: '' },
      members: [{ id: reference.userId, name: '' }],
      ...(tenant === undefined ? {} : { tenantId: tenant, channelData: { tenant: { id: tenant } } }),
    } as Parameters<ConnectorClient['conversations']['createConversation']>[0]);
  });
  if (observed.ok && observed.value.id) return observed.value.id;
  if (wasAccepted(observed)) return undeliverable('no-conversation');
  const failure = failureOf(observed);
  // No message was on its way yet, so even an unclear answer may safely be tried again.
  return failure.kind === 'unknown' ? { ...failure, kind: 'not-accepted', retryAfterMs: null } : failure;
}

function undeliverable(reason: string): SendOutcome {
  return { kind: 'undeliverable', reason, unreachable: null };
}
