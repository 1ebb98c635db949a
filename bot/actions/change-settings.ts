import type { Deps } from '../core/deps.ts';
import type { PersonId, ProgrammeId } from '../core/ids.ts';
import type { ProgrammeSettings } from '../core/programme.ts';
import { Refusal } from '../core/refusal.ts';
import { checkSettings } from '../core/settings.ts';

/**
 * Sets how a programme pairs and checks in. What has been proposed before stays as it was.
 * @throws Refusal 'bad-settings' naming the field that contradicts another, or `version` when someone was first
 */
export async function changeSettings(
  deps: Deps,
  change: {
    readonly programmeId: ProgrammeId;
    readonly actor: PersonId;
    readonly version: number;
    readonly settings: ProgrammeSettings;
  },
): Promise<void> {
  checkSettings(change.settings);
  await deps.store.transaction(async (tx) => {
    const programme = await tx.programmes.byId(change.programmeId);
    if (programme === null) throw new Refusal('not-found');
    if (programme.version !== change.version) throw new Refusal('bad-settings', { field: 'version' });
    await tx.programmes.changeSettings(change.programmeId, change.version, change.settings);
    await tx.privacy.record(change.programmeId, {
      at: deps.now(),
      actor: change.actor,
      action: 'change-settings',
      object: change.programmeId,
      relation: 'coordinator',
    });
  });
}
