import type { AuditAction } from '../core/audit.ts';
import type { ProgrammeId } from '../core/ids.ts';
import type { Relation } from '../core/policy.ts';
import type { Asker } from './asker.ts';

/** Puts on record that somebody looked, in a transaction of its own: what is not on record is not shown. */
export async function recordView(
  { deps, person }: Asker,
  programme: ProgrammeId,
  view: { readonly action: AuditAction; readonly object: string; readonly relation: Relation },
): Promise<void> {
  await deps.store.transaction((tx) =>
    tx.privacy.record(programme, { at: deps.now(), actor: person.id, ...view }),
  );
}
