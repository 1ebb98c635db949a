import { z } from 'zod';

/** What every activity must have before anything else is looked at. All the rest is read by kind, later. */
const envelope = z.object({
  type: z.string().min(1).max(64),
  channelId: z.string().max(64),
  serviceUrl: z.string().max(2048),
  conversation: z.object({ tenantId: z.string().max(64).nullish() }).nullish(),
  channelData: z.object({ tenant: z.object({ id: z.string().max(64).nullish() }).nullish() }).nullish(),
});

export interface Envelope {
  readonly type: string;
  readonly channelId: string;
  readonly serviceUrl: string;
  /** Null where Teams named none, or two different ones. */
  readonly tenantId: string | null;
}

/** Reads the envelope of a parsed body; null when it is no activity. */
export function readEnvelope(body: unknown): Envelope | null {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return null;
  const { type, channelId, serviceUrl, conversation, channelData } = parsed.data;
  return {
    type,
    channelId,
    serviceUrl,
    tenantId: oneTenant(conversation?.tenantId, channelData?.tenant?.id),
  };
}

/** Teams says the tenant in two places; two answers are none. */
function oneTenant(first: string | null | undefined, second: string | null | undefined): string | null {
  if (!first) return second || null;
  if (second && second.toLowerCase() !== first.toLowerCase()) return null;
  return first;
}
