import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { asId } from '../../bot/core/ids.ts';
import type { Reads } from '../../bot/core/ports/store.ts';
import { migrate } from '../../bot/store/migrate.ts';
import type { Database } from '../../bot/store/schema.ts';
import { wrappingKeyOf } from '../../bot/store/sealing/key-file.ts';
import { NodeSqliteDialect } from '../../bot/store/sqlite/dialect.ts';
import { NAMING } from '../../bot/store/naming.ts';
import { openSqlite } from '../../bot/store/sqlite/open-sqlite.ts';
import { statementsOf } from '../../bot/store/sqlite/statements.ts';
import { NOW, TENANT } from '../helpers/builders.ts';
import { seedPairing, seedProgramme } from '../helpers/seed.ts';
import type { SeededProgramme } from '../helpers/seed.ts';
import { testStoreOn } from '../helpers/store.ts';

const page = { search: 'a', offset: 0, limit: 10 };

/** Every read that a request or the clock makes, once. */
async function askEverything(reads: Reads, { id, people, topics }: SeededProgramme): Promise<void> {
  const one = people[0]?.id ?? asId<never>('');
  const { people: p, topics: t, programmes, members, rounds, pairings } = reads;
  const { checkIns, occurrences, conversations, privacy } = reads;
  const [pairing] = await pairings.ofPerson(one);
  const [round] = await rounds.ofProgramme(id, 5);
  const pairingId = pairing?.id ?? asId<never>('');
  const roundId = round?.id ?? asId<never>('');
  await Promise.all([p.byId(one), p.byIds([one]), p.byObjectId(TENANT, ''), p.byDirectoryId(TENANT, '')]);
  await Promise.all([p.page(TENANT, page), p.count(TENANT), p.preferences(one), p.suggestedTopics(one)]);
  await Promise.all([p.reports(one), p.hasReports(one), p.isAbove(one, one)]);
  await Promise.all([t.all(TENANT), t.byIds(topics)]);
  await Promise.all([programmes.byId(id), programmes.byName(TENANT, ''), programmes.ofTenant(TENANT)]);
  await Promise.all([programmes.running(), programmes.coordinators(id), programmes.coordinatedBy(one)]);
  await Promise.all([members.one(id, one), members.ofPerson(one), members.countByState(id)]);
  await Promise.all([members.page(id, page), members.doNotPair(one), members.pausesOver('2027-01-01')]);
  await rounds.pool(id, { day: '2026-11-02', cooldownSince: NOW });
  await Promise.all([
    rounds.byId(roundId),
    rounds.leftOut(roundId, page),
    rounds.leftOutPerson(roundId, one),
  ]);
  await Promise.all([rounds.proposalsOfRound(roundId, page), rounds.openProposalsOf(one)]);
  await rounds.proposalsExpiring(NOW, 10);
  await Promise.all([pairings.byId(pairingId), pairings.currentOf(one), pairings.countByState(id)]);
  await Promise.all([pairings.visibleToManagers(id), pairings.activeAfter(id, pairingId, 10)]);
  for (const state of [null, 'active'] as const) await pairings.page(id, { ...page, state });
  await Promise.all([checkIns.byId(asId('')), checkIns.ofPerson(one, 5), checkIns.nextOf(one, NOW)]);
  await Promise.all([checkIns.plannedWeeks(pairingId, one), checkIns.lastConnectedAt(pairingId)]);
  await checkIns.asked(pairingId);
  await Promise.all([occurrences.byId(asId('')), occurrences.countByState(id), occurrences.oldestDue(NOW)]);
  await occurrences.lastProactiveAt(one);
  await Promise.all([conversations.reference(one), conversations.unreachable(one)]);
  await Promise.all([conversations.dialog(one), conversations.answered('')]);
  await Promise.all([privacy.released(id, null), privacy.answersOfPeriod(id, NOW, NOW)]);
  await Promise.all([privacy.reportingLines(id, NOW), privacy.audit(id, page)]);
  await privacy.cohorts(id, 'mood', '2026-01');
  await privacy.everythingAbout(one);
}

describe('Plans of queries on SQLite', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'alongside-plans-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('find what they read by an index, never by going through a whole table', async () => {
    const engine = await openSqlite(path.join(folder, 'store.db'));
    await migrate(engine);
    const database = new DatabaseSync(path.join(folder, 'store.db'));
    const statements = statementsOf(database);
    const asked = new Set<string>();
    const read = new Kysely<Database>({
      dialect: new NodeSqliteDialect({
        close: () => statements.close(),
        prepare: (text) => {
          asked.add(text);
          return statements.prepare(text);
        },
      }),
      plugins: [NAMING],
    });
    const store = testStoreOn({ ...engine, read }, wrappingKeyOf(new Uint8Array(32)));
    const programme = await seedProgramme(store);
    const [one, two] = programme.people;
    assert.ok(one && two);
    await seedPairing(store, programme.id, [one.id, two.id]);
    await askEverything(store.reads, programme);
    assert.ok(asked.size > 50);
    const scans = [...asked].flatMap((text) =>
      database
        .prepare(`explain query plan ${text}`)
        .all(...Array.from({ length: text.split('?').length - 1 }, () => null))
        .map((step) => String(step['detail']))
        .filter((step) => /^SCAN (?!below|above|\(|CONSTANT)/.test(step))
        .map((step) => `${step}: ${text}`),
    );
    assert.deepEqual(scans, []);
    await read.destroy();
    await store.close();
  });
});
