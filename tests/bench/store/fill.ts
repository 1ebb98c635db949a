import { importPeople } from '../../../bot/actions/import-people.ts';
import { asId } from '../../../bot/core/ids.ts';
import type { PersonId, ProgrammeId } from '../../../bot/core/ids.ts';
import { DEFAULT_SETTINGS } from '../../../bot/core/programme.ts';
import { newId } from '../../../bot/new-id.ts';
import { insertRows } from '../../../bot/store/portable.ts';
import type { Database } from '../../../bot/store/schema.ts';
import { aRound, HELP, NOW, TENANT } from '../../helpers/builders.ts';
import type { TestStore } from '../../helpers/store.ts';
import { companyOf } from './company.ts';
import * as rows from './rows.ts';
import type { Ground, Pair } from './rows.ts';

const PAGE = 10_000;
/** So many looks that a page and a whole stretch of the audit are read. */
const LOOKS = 2000;

/** What was written, for the questions about it. */
export interface Filled extends Ground {
  readonly importSeconds: number;
  readonly pairs: readonly Pair[];
}

type Note = (line: string) => void;

/** A company whose people are all members, two in five of them paired, asked six times, and told five things each. */
export async function fillStore(store: TestStore, count: number, note: Note): Promise<Filled> {
  const importSeconds = await bringIn(store, count);
  note(`${count} people imported in ${importSeconds.toFixed(1)} s`);
  const people = await peopleOf(store);
  const ground: Ground = { people, ...(await startProgramme(store, people)) };
  const pairs = rows.pairsOf(ground);
  await writeAll(store, 'members', rows.members(ground));
  await writeAll(store, 'memberTopics', rows.memberTopics(ground));
  await writeAll(store, 'preferences', rows.preferences(ground));
  await writeAll(store, 'conversations', rows.conversations(ground));
  await writeAll(store, 'leftOut', rows.leftOut(ground));
  await writeAll(store, 'proposals', rows.proposals(ground, pairs));
  await writeAll(store, 'proposalPeople', rows.proposalPeople(pairs));
  await writeAll(store, 'pairings', rows.pairings(ground, pairs));
  await writeAll(store, 'pairingPeople', rows.pairingPeople(pairs));
  await writeAll(store, 'checkIns', rows.checkIns(ground, pairs));
  await writeAll(store, 'occurrences', rows.occurrences(ground));
  note(`a programme with ${pairs.length} pairings is there`);
  return { ...ground, importSeconds, pairs };
}

async function bringIn(store: TestStore, count: number): Promise<number> {
  const began = performance.now();
  await importPeople(
    { store, now: () => NOW, newId },
    { tenantId: TENANT, rows: companyOf(count), dryRun: false, skipBadRows: false },
  );
  return (performance.now() - began) / 1000;
}

/** In the order of the export: managers first. */
async function peopleOf(store: TestStore): Promise<readonly PersonId[]> {
  const found = await store.engine.read.selectFrom('people').select(['id', 'directoryId']).execute();
  const place = (row: { directoryId: string }): number => Number(row.directoryId.slice(1));
  return found.sort((a, b) => place(a) - place(b)).map(({ id }) => id);
}

async function startProgramme(
  store: TestStore,
  people: readonly PersonId[],
): Promise<Omit<Ground, 'people'>> {
  const programme = asId<ProgrammeId>(newId());
  const round = aRound(programme);
  await store.transaction(async (tx) => {
    const settings = DEFAULT_SETTINGS;
    await tx.programmes.create({ id: programme, tenantId: TENANT, name: 'Alongside', settings, at: NOW });
    await tx.programmes.setHelpContacts(programme, [HELP]);
    await tx.programmes.setState(programme, 'running', NOW);
    await tx.rounds.create(round, [], []);
    for (const person of people.slice(0, 3)) await tx.programmes.addCoordinator(programme, person, null, NOW);
    const look = {
      at: NOW,
      actor: null,
      action: 'view-delivery',
      object: programme,
      relation: 'coordinator',
    } as const;
    for (let entry = 0; entry < LOOKS; entry += 1) await tx.privacy.record(programme, look);
  });
  const topics = await store.reads.topics.all(TENANT);
  return { programme, round: round.id, topics: topics.map(({ id }) => id) };
}

/** A page of ten thousand at a time. */
async function writeAll<Table extends keyof Database>(
  store: TestStore,
  table: Table,
  all: Iterable<Parameters<typeof insertRows<Table>>[2][number]>,
): Promise<void> {
  let page: Parameters<typeof insertRows<Table>>[2][number][] = [];
  const flush = async (): Promise<void> => {
    const full = page;
    page = [];
    await store.write((db) => insertRows(db, table, full));
  };
  for (const row of all) {
    page.push(row);
    if (page.length === PAGE) await flush();
  }
  await flush();
}
