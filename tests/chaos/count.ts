import type { ProgrammeId } from '../../bot/core/ids.ts';
import type { TestStore } from '../helpers/store.ts';
import { nameOf } from './names.ts';
import { patiently } from './patiently.ts';

/** What the store says, beside what Teams accepted. */
export interface Counted {
  readonly planned: number;
  readonly byState: Readonly<Record<string, number>>;
  /** Not in a final state. */
  readonly stuck: number;
  /** Said to be sent and never accepted, or missing altogether. */
  readonly lost: number;
  /** Accepted, and yet neither sent nor unknown: somebody could be told again. */
  readonly misfiled: number;
  /** Unknown ones that Teams had accepted. */
  readonly unknownAccepted: number;
}

const FINAL: ReadonlySet<string> = new Set(['sent', 'undeliverable', 'unknown', 'cancelled', 'expired']);

export async function countAll(
  store: TestStore,
  expected: number,
  accepted: readonly string[],
): Promise<Counted> {
  const rows = await patiently(() =>
    store.write(({ db }) => db.selectFrom('occurrences').select(['personId', 'period', 'state']).execute()),
  );
  const seen = new Set(accepted);
  const byState: Record<string, number> = {};
  let [stuck, lost, misfiled, unknownAccepted] = [0, expected - rows.length, 0, 0];
  for (const row of rows) {
    byState[row.state] = (byState[row.state] ?? 0) + 1;
    const wasAccepted = seen.has(nameOf(row));
    if (!FINAL.has(row.state)) stuck += 1;
    if (row.state === 'sent' && !wasAccepted) lost += 1;
    if (wasAccepted && row.state !== 'sent' && row.state !== 'unknown') misfiled += 1;
    if (wasAccepted && row.state === 'unknown') unknownAccepted += 1;
  }
  return { planned: rows.length, byState, stuck, lost, misfiled, unknownAccepted };
}

/** How many are not in a final state. */
export async function openOnes(store: TestStore, programme: ProgrammeId): Promise<number> {
  const { due, claimed, sending } = await patiently(() => store.reads.occurrences.countByState(programme));
  return due + claimed + sending;
}

/** How many of the acknowledged answers are not there, or are others. */
export async function missingAnswers(
  store: TestStore,
  acknowledged: ReadonlyMap<string, number>,
): Promise<number> {
  const rows = await store.write(({ db }) =>
    db.selectFrom('checkIns').where('moodSealed', 'is not', null).select(['id', 'personId']).execute(),
  );
  const moods = new Map<string, number | null>();
  for (const person of new Set(rows.map((row) => row.personId)))
    for (const { id, mood } of await store.reads.checkIns.ofPerson(person, 100))
      moods.set(id, mood?.reveal() ?? null);
  return [...acknowledged].filter(([id, mood]) => moods.get(id) !== mood).length;
}
