import { randomFrom } from '../../../bot/demo/random.ts';
import { NOW, TENANT } from '../../helpers/builders.ts';
import type { TestStore } from '../../helpers/store.ts';
import { askedOf, everyRead } from '../../store/every-read.ts';
import type { Asked } from '../../store/every-read.ts';
import type { Filled } from './fill.ts';

export interface Times {
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** Reads that take in a whole programme or company, for a round, a month or an import; no request waits for them. */
export const OF_THE_WHOLE: readonly string[] = [
  'rounds.pool',
  'rounds.history',
  'privacy.answersOfPeriod',
  'privacy.reportingLines',
  'privacy.cohorts',
  'imports.repeated',
  'imports.withoutManager',
  'imports.lines',
  'imports.topics',
  'imports.positions',
  'imports.topicCount',
];

/** What people type: a first name, a trade, part of a surname, both, and what nobody is called. */
const SEARCHES = [
  'anna',
  'a',
  'so',
  'senior',
  'engineer',
  'müller',
  'berg',
  'jonas w',
  'software east',
  'kari nurse',
  'e',
  'xyz',
];
/** Not counted: a service that runs has its pages at hand. */
const FIRST_FEW = 10;
const FEW_MS = 4000;
const MOST_ASKED = 200;
const FEWEST_ASKED = 3;

/** Asks each read many times, about another person each time. */
export async function measureReads(
  store: TestStore,
  filled: Filled,
  note: (line: string) => void,
): Promise<ReadonlyMap<string, Times>> {
  const times = new Map<string, Times>();
  for (const name of Object.keys(everyRead(store.reads, askedAt(filled, 0)))) {
    const taken = await timesOf(store, filled, name);
    times.set(name, taken);
    note(`${name}: p50 ${taken.p50Ms} ms, p95 ${taken.p95Ms} ms`);
  }
  return times;
}

async function timesOf(store: TestStore, filled: Filled, name: string): Promise<Times> {
  const taken: number[] = [];
  for (let turn = 0; turn < FIRST_FEW && !OF_THE_WHOLE.includes(name); turn += 1)
    await everyRead(store.reads, askedAt(filled, MOST_ASKED + turn))[name]?.();
  const stopAt = performance.now() + FEW_MS;
  for (let turn = 0; turn < MOST_ASKED; turn += 1) {
    const read = everyRead(store.reads, askedAt(filled, turn))[name];
    const began = performance.now();
    await read?.();
    taken.push(performance.now() - began);
    if (turn + 1 >= FEWEST_ASKED && performance.now() > stopAt) break;
  }
  taken.sort((a, b) => a - b);
  const at = (share: number): number => Number((taken[Math.ceil(taken.length * share) - 1] ?? 0).toFixed(2));
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

/** One person of many, with a pairing where they have one. */
function askedAt({ programme, round, people, pairs, topics }: Filled, turn: number): Asked {
  const random = randomFrom(turn + 1);
  const pair = pairs[random.between(0, pairs.length - 1)];
  const anybody = people[random.between(0, people.length - 1)];
  const person = random.chance(0.7) ? (pair?.people[0] ?? anybody) : anybody;
  if (person === undefined || pair === undefined) throw new Error('Nobody to ask about');
  return askedOf({
    tenant: TENANT,
    programme,
    person,
    // One manager in ten is among the first thousand, who have the most people under them.
    manager:
      people[random.chance(0.1) ? random.between(0, 1000) : random.between(0, people.length - 1)] ?? person,
    people: random.some(people.slice(0, 5000), 200),
    topics,
    directoryId: `e${random.between(0, people.length - 1)}`,
    round,
    proposal: pair.proposal,
    pairing: pair.pairing,
    search: SEARCHES[turn % SEARCHES.length] ?? 'a',
    now: NOW,
  });
}
