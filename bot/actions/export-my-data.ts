import type { Deps } from '../core/deps.ts';
import type { PersonId } from '../core/ids.ts';

export interface ExportedData {
  readonly exportedAt: Date;
  /** Everything that is kept about the person, by table, readable. */
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

/** Everything that is kept about a person, for that person only; that it was taken goes on record. */
export async function exportMyData(
  deps: Deps,
  { personId }: { readonly personId: PersonId },
): Promise<ExportedData> {
  return deps.store.transaction(async (tx) => {
    const exportedAt = deps.now();
    for (const { programmeId } of await tx.members.ofPerson(personId)) {
      await tx.privacy.record(programmeId, {
        at: exportedAt,
        actor: personId,
        action: 'export-my-data',
        object: personId,
        relation: 'self',
      });
    }
    return { exportedAt, tables: await tx.privacy.everythingAbout(personId) };
  });
}
