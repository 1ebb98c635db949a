import { TENANT } from '../helpers/builders.ts';

/** Somebody of a chaos company (company.ts), as Teams knows them. */
export function clientOf(
  { id, objectId }: { readonly id: string; readonly objectId: string | null },
  serviceUrl: string,
) {
  return {
    tenantId: TENANT,
    objectId: objectId ?? '',
    userId: `29:${id}`,
    conversationId: `a:${id}`,
    serviceUrl,
  };
}

/** Brings an activity to an instance as Teams does, and waits for the whole answer, for so long at most. */
export async function bring(url: string, activity: unknown, withinMs?: number) {
  const began = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(activity),
    ...(withinMs !== undefined && { signal: AbortSignal.timeout(withinMs) }),
  });
  const text = await response.text();
  return { status: response.status, text, ms: performance.now() - began };
}
