import { z } from 'zod';
import { confide } from '../core/confidential.ts';
import { asId } from '../core/ids.ts';
import type { TenantId } from '../core/ids.ts';
import type { Incoming, Turn } from '../core/ports/messaging.ts';
import type { Envelope } from './envelope.ts';
import { plainData } from './plain-data.ts';

/** What an activity is for us. Whatever Teams adds one day is `ignored`, which is answered with 200. */
export type Reading =
  | { readonly kind: 'turn'; readonly turn: Turn; readonly invoke: boolean }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unknown-invoke' }
  | { readonly kind: 'malformed'; readonly invoke: boolean };

const id = z.string().min(1).max(512);
const account = z.object({ id, aadObjectId: z.string().max(64).nullish() });
const who = z.object({
  id,
  from: account,
  recipient: z.object({ id }),
  conversation: z.object({
    id,
    conversationType: z.string().max(64).nullish(),
    isGroup: z.boolean().nullish().catch(null),
  }),
  locale: z.string().max(35).nullish().catch(null),
  timestamp: z.string().max(64).nullish().catch(null),
});
const message = z.object({ text: z.string().nullish() });
const members = z.object({ membersAdded: z.array(account).max(1000).nullish() });
const installation = z.object({ action: z.string().max(64).nullish() });
const press = z.object({
  value: z.object({ action: z.object({ verb: z.string().min(1).max(200), data: z.unknown().optional() }) }),
});
const named = z.object({ name: z.string().max(200) });

/** Reads a body that has passed the gate. Only personal conversations become turns: nothing private is said in a group. */
export function readTurn(envelope: Envelope, body: unknown): Reading {
  const invoke = envelope.type === 'invoke';
  if (invoke && named.safeParse(body).data?.name !== 'adaptiveCard/action') return { kind: 'unknown-invoke' };
  if (!['message', 'invoke', 'installationUpdate', 'conversationUpdate'].includes(envelope.type))
    return { kind: 'ignored' };
  const parsed = who.safeParse(body);
  if (!parsed.success)
    return invoke || envelope.type === 'message' ? { kind: 'malformed', invoke } : { kind: 'ignored' };
  const { conversation, from, recipient } = parsed.data;
  if (!isPersonal(conversation)) return { kind: 'ignored' };
  const incoming = readIncoming(envelope.type, body, recipient.id);
  if (incoming === 'ignored') return { kind: 'ignored' };
  if (incoming === null || envelope.tenantId === null || !from.aadObjectId)
    return { kind: 'malformed', invoke };
  return {
    kind: 'turn',
    invoke,
    turn: {
      tenantId: asId<TenantId>(envelope.tenantId),
      objectId: from.aadObjectId,
      locale: parsed.data.locale ?? null,
      reference: {
        serviceUrl: envelope.serviceUrl,
        conversationId: conversation.id,
        userId: from.id,
        botId: recipient.id,
      },
      activityId: incoming.kind === 'installed' ? installationId(parsed.data) : parsed.data.id,
      incoming,
    },
  };
}

/** Where Teams says no type, the id tells: chats of several and channels are threads, `19:…`. */
function isPersonal({ id: chat, conversationType, isGroup }: z.infer<typeof who>['conversation']): boolean {
  if (isGroup === true) return false;
  return conversationType ? conversationType === 'personal' : !chat.startsWith('19:');
}

/**
 * Teams announces one installation by two events a moment apart, and wants no repeated welcome: those of the same
 * minute share an id, so that whoever keeps the ids counts them once.
 */
function installationId({ id, timestamp }: { id: string; timestamp?: string | null | undefined }): string {
  const minute = Math.floor(Date.parse(timestamp ?? '') / 60_000);
  return Number.isNaN(minute) ? id : `installed:${minute}`;
}

function readIncoming(type: string, body: unknown, botId: string): Incoming | 'ignored' | null {
  switch (type) {
    case 'message':
      return readMessage(body);
    case 'invoke':
      return readPress(body);
    case 'installationUpdate': {
      const action = installation.safeParse(body).data?.action ?? '';
      if (action.startsWith('add')) return { kind: 'installed' };
      return action.startsWith('remove') ? { kind: 'removed' } : 'ignored';
    }
    default: {
      // Personal chats announce a first meeting here as well; the one who handles the turn greets once.
      const added = members.safeParse(body).data?.membersAdded ?? [];
      return added.some((member) => member.id === botId) ? { kind: 'installed' } : 'ignored';
    }
  }
}

function readMessage(body: unknown): Incoming | null {
  const parsed = message.safeParse(body);
  return parsed.success ? { kind: 'message', text: confide((parsed.data.text ?? '').trim()) } : null;
}

function readPress(body: unknown): Incoming | null {
  const action = press.safeParse(body).data?.value.action;
  if (action === undefined) return null;
  const data = plainData(action.data ?? {});
  return data === null ? null : { kind: 'press', verb: action.verb, data: confide(data) };
}
