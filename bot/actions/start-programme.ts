import type { Deps } from '../core/deps.ts';
import type { PersonId, ProgrammeId } from '../core/ids.ts';
import { Refusal } from '../core/refusal.ts';

/**
 * Opens a programme for people to join; one that is running already stays as it is.
 * @throws Refusal 'no-help-contacts' before it says whom people can call
 */
export async function startProgramme(
  deps: Deps,
  { programmeId, actor }: { readonly programmeId: ProgrammeId; readonly actor: PersonId | null },
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const programme = await tx.programmes.byId(programmeId);
    if (programme === null) throw new Refusal('not-found');
    if (programme.state === 'running') return;
    if (programme.helpContacts.length === 0) throw new Refusal('no-help-contacts');
    await tx.programmes.setState(programmeId, 'running', deps.now());
    await tx.privacy.record(programmeId, {
      at: deps.now(),
      actor,
      action: 'start-programme',
      object: programmeId,
      relation: actor === null ? 'operator' : 'coordinator',
    });
  });
}
