import type { ProgrammeId } from '../core/ids.ts';
import type { AuditChain } from '../core/ports/privacy.ts';
import type { Reads } from '../core/ports/store.ts';

/** Follows a programme's whole audit, however long it is: how many entries hold, and where it ends or breaks. */
export async function followAudit(
  { privacy }: Pick<Reads, 'privacy'>,
  programme: ProgrammeId,
): Promise<Omit<AuditChain, 'next'>> {
  let entries = 0;
  for (let after: number | null = null; ;) {
    const stretch: AuditChain = await privacy.auditChain(programme, after);
    entries += stretch.entries;
    const { brokenAt, head, next } = stretch;
    if (next === null) return { entries, brokenAt, head };
    after = next;
  }
}
