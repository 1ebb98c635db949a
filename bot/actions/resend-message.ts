import type { Deps } from '../core/deps.ts';
import type { OccurrenceId, PersonId } from '../core/ids.ts';
import { Refusal } from '../core/refusal.ts';
import type { ResendReason } from '../core/resend.ts';

/**
 * Makes due again what ended unclearly, on somebody's own responsibility: the person may get it twice.
 * @throws Refusal 'not-found'; 'already-settled' when it is no longer unclear, or its time has passed.
 */
export async function resendMessage(
  deps: Deps,
  input: { readonly occurrence: OccurrenceId; readonly actor: PersonId; readonly reason: ResendReason },
): Promise<void> {
  const at = deps.now();
  await deps.store.transaction(async (tx) => {
    const occurrence = await tx.occurrences.byId(input.occurrence);
    if (occurrence === null) throw new Refusal('not-found');
    const { id, fence, programmeId } = occurrence;
    const open = occurrence.expiresAt > at;
    if (!open || !(await tx.occurrences.move(id, fence, 'unknown', { to: 'due', at, dueAt: at })))
      throw new Refusal('already-settled');
    await tx.privacy.record(programmeId, {
      at,
      actor: input.actor,
      action: 'resend-message',
      object: `${id} ${input.reason}`,
      relation: 'coordinator',
    });
  });
}
