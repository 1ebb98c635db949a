import type { Deps } from '../core/deps.ts';
import { asId } from '../core/ids.ts';
import type { ProgrammeId, TenantId } from '../core/ids.ts';
import { LIMITS } from '../core/limits.ts';
import { DEFAULT_SETTINGS } from '../core/programme.ts';
import { Refusal } from '../core/refusal.ts';

/**
 * Makes a programme with the default settings, in draft: nobody can join before it is started.
 * @throws Refusal 'malformed' for a name that is empty, too long, or taken
 */
export async function createProgramme(
  deps: Deps,
  { tenantId, name }: { readonly tenantId: TenantId; readonly name: string },
): Promise<ProgrammeId> {
  const called = name.trim();
  if (called === '' || called.length > LIMITS.programmeNameLength) {
    throw new Refusal('malformed', { field: 'name' });
  }
  const id = asId<ProgrammeId>(deps.newId());
  await deps.store.transaction(async (tx) => {
    if ((await tx.programmes.byName(tenantId, called)) !== null) {
      throw new Refusal('malformed', { field: 'name', taken: called });
    }
    await tx.programmes.create({ id, tenantId, name: called, settings: DEFAULT_SETTINGS, at: deps.now() });
  });
  return id;
}
