import { createHash } from 'node:crypto';
import type { ProgrammeId } from '../core/ids.ts';
import type { AuditEntry } from '../core/ports/privacy.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { WriteConflict } from './errors.ts';
import { first, insertedIfAbsent, paged } from './portable.ts';
import type { AuditTable } from './schema/privacy.ts';

const BEGINNING = '0'.repeat(64);
const PAGE = 1000;

type Hashed = Omit<AuditTable, 'hash'>;

/** The hash of an entry covers its own fields and the hash before it: whoever changes one must change all after it. */
function hashOf({
  programmeId,
  sequence,
  at,
  actorId,
  action,
  object,
  relation,
  previousHash,
}: Hashed): string {
  const fields = [previousHash, programmeId, sequence, at.toISOString(), actorId, action, object, relation];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** Appends to the programme's audit. */
export async function record(store: WriteDb, programmeId: ProgrammeId, entry: AuditEntry): Promise<void> {
  const appended = await insertedIfAbsent(() => ({ execute: () => append(store, programmeId, entry) }));
  // Another entry took this number in between: the transaction that runs again sees it.
  if (!appended) throw new WriteConflict();
}

async function append({ db, engine }: WriteDb, programmeId: ProgrammeId, entry: AuditEntry): Promise<void> {
  const newest = db
    .selectFrom('audit')
    .where('programmeId', '=', programmeId)
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc');
  const last = await first(engine, newest, 1).executeTakeFirst();
  const row: Hashed = {
    programmeId,
    sequence: (last?.sequence ?? 0) + 1,
    at: entry.at,
    actorId: entry.actor,
    action: entry.action,
    object: entry.object,
    relation: entry.relation,
    previousHash: last?.hash ?? BEGINNING,
  };
  await db
    .insertInto('audit')
    .values({ ...row, hash: hashOf(row) })
    .execute();
}

/** The audit of a programme, newest first. */
export async function auditPage(
  { db, engine }: ReadDb,
  programmeId: ProgrammeId,
  page: { offset: number; limit: number },
): Promise<readonly AuditEntry[]> {
  const newest = db
    .selectFrom('audit')
    .where('programmeId', '=', programmeId)
    .select(['at', 'actorId', 'action', 'object', 'relation'])
    .orderBy('sequence', 'desc');
  const rows = await paged(engine, newest, page).execute();
  return rows.map(({ actorId, ...rest }) => ({ ...rest, actor: actorId }));
}

/** The number of the first entry that does not follow from the one before it; null when the whole chain holds. */
export async function firstBroken({ db, engine }: ReadDb, programmeId: ProgrammeId): Promise<number | null> {
  let previousHash = BEGINNING;
  for (let sequence = 1; ;) {
    const following = db
      .selectFrom('audit')
      .where('programmeId', '=', programmeId)
      .where('sequence', '>=', sequence)
      .selectAll()
      .orderBy('sequence');
    const rows = await first(engine, following, PAGE).execute();
    for (const row of rows) {
      const holds =
        row.sequence === sequence && row.previousHash === previousHash && hashOf(row) === row.hash;
      if (!holds) return sequence;
      previousHash = row.hash;
      sequence += 1;
    }
    if (rows.length < PAGE) return null;
  }
}
