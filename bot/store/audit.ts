import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { ProgrammeId } from '../core/ids.ts';
import type { AuditChain, AuditEntry } from '../core/ports/privacy.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { WriteConflict } from './errors.ts';
import { first, insertedIfAbsent, paged } from './portable.ts';
import type { AuditTable } from './schema/privacy.ts';

const BEGINNING = '0'.repeat(64);
/** Entries that are followed at a time, so that nobody waits for the whole of a long chain at once. */
export const STRETCH = 500;

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

/** The audit of a programme, newest first, and how many entries it has. */
export async function auditPage(
  { db, engine }: ReadDb,
  programmeId: ProgrammeId,
  page: { offset: number; limit: number },
): Promise<{ readonly entries: readonly AuditEntry[]; readonly total: number }> {
  const newest = db
    .selectFrom('audit')
    .where('programmeId', '=', programmeId)
    .select(['at', 'actorId', 'action', 'object', 'relation'])
    .orderBy('sequence', 'desc');
  const rows = await paged(engine, newest, page).execute();
  const { total } = await db
    .selectFrom('audit')
    .where('programmeId', '=', programmeId)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { entries: rows.map(({ actorId, ...rest }) => ({ ...rest, actor: actorId })), total };
}

/** Follows a stretch of the chain: from its first entry on, or from the one that an earlier stretch ended with. */
export async function auditChain(
  store: ReadDb,
  programmeId: ProgrammeId,
  after: number | null = null,
): Promise<AuditChain> {
  const { db, engine } = store;
  const anchor =
    after === null ? await beginningOf(store, programmeId) : await entryAt(store, programmeId, after);
  if (anchor === null) return { entries: 0, brokenAt: after, head: null, next: null };
  let { sequence, hash } = anchor;
  const following = db
    .selectFrom('audit')
    .where('programmeId', '=', programmeId)
    // From the beginning on, what stands before it is not to be there.
    .where('sequence', '>', after ?? 0)
    .selectAll()
    .orderBy('sequence');
  const rows = await first(engine, following, STRETCH).execute();
  for (const [entries, row] of rows.entries()) {
    const holds = row.sequence === sequence + 1 && row.previousHash === hash && hashOf(row) === row.hash;
    if (!holds) return { entries, brokenAt: sequence + 1, head: null, next: null };
    ({ sequence, hash } = row);
  }
  const hasAny = after !== null || rows.length > 0;
  return {
    entries: rows.length,
    brokenAt: null,
    head: hasAny ? `${sequence}:${hash}` : null,
    next: rows.length < STRETCH ? null : sequence,
  };
}

async function entryAt(
  { db }: ReadDb,
  programmeId: ProgrammeId,
  sequence: number,
): Promise<{ readonly sequence: number; readonly hash: string } | null> {
  const row = await db
    .selectFrom('audit')
    .where('programmeId', '=', programmeId)
    .where('sequence', '=', sequence)
    .select(['sequence', 'hash'])
    .executeTakeFirst();
  return row ?? null;
}

/** The last entry that is no longer there: what was forgotten says so in the chain itself. */
async function beginningOf(
  { db, engine }: ReadDb,
  programmeId: ProgrammeId,
): Promise<{ readonly sequence: number; readonly hash: string }> {
  const forgotten = db
    .selectFrom('audit')
    .where('programmeId', '=', programmeId)
    .where('action', '=', 'forget-audit')
    .select('object')
    .orderBy('sequence', 'desc');
  const newest = await first(engine, forgotten, 1).executeTakeFirst();
  const [, sequence, hash] = /^(\d+) ([0-9a-f]{64})$/.exec(newest?.object ?? '') ?? [];
  return { sequence: Number(sequence ?? 0), hash: hash ?? BEGINNING };
}

/**
 * Deletes entries from before a moment, from the oldest on; up to which is on record in the chain that stays.
 * Returns how many.
 */
export async function forgetAudit(store: WriteDb, before: Date, at: Date): Promise<number> {
  const { db } = store;
  const programmes = await db
    .selectFrom('audit')
    .where('at', '<', before)
    .select('programmeId')
    .distinct()
    .execute();
  let forgotten = 0;
  for (const { programmeId } of programmes) forgotten += await forgetOf(store, programmeId, before, at);
  return forgotten;
}

async function forgetOf(store: WriteDb, programmeId: ProgrammeId, before: Date, at: Date): Promise<number> {
  const { db, engine } = store;
  const ofProgramme = db.selectFrom('audit').where('programmeId', '=', programmeId);
  const kept = await first(
    engine,
    ofProgramme.where('at', '>=', before).select('sequence').orderBy('sequence'),
    1,
  ).executeTakeFirst();
  const last = await first(
    engine,
    ofProgramme
      .where('sequence', '<', kept?.sequence ?? Number.MAX_SAFE_INTEGER)
      .select(['sequence', 'hash'])
      .orderBy('sequence', 'desc'),
    1,
  ).executeTakeFirst();
  if (last === undefined) return 0;
  // Before anything goes: the new entry follows from the newest one, which may be among them.
  await record(store, programmeId, {
    at,
    actor: null,
    action: 'forget-audit',
    object: `${last.sequence} ${last.hash}`,
    relation: 'service',
  });
  // On SQL Server the service may delete through this view only, which holds nothing younger than twelve months.
  const from = sql.table(engine === 'sqlite' ? 'audit' : 'old_audit');
  const { numAffectedRows } = await sql`delete from ${from}
    where programme_id = ${programmeId} and sequence <= ${last.sequence}`.execute(db);
  return Number(numAffectedRows ?? 0);
}
