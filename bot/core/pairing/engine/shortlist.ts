import type { AssignmentProblem } from '../assignment.ts';
import { LARGEST_COST } from '../fit.ts';
import { never } from '../progress.ts';
import type { Stop } from '../progress.ts';
import { ArcRows } from './arc-rows.ts';
import type { Arcs } from './arc-rows.ts';
import { bestPairs } from './best-pairs.ts';
import type { PairFinder } from './pair-finder.ts';

/** How many pairs to keep for each seeker, and for each mentor whoever else they are kept for. */
export interface ShortlistSize {
  readonly perSeeker: number;
  readonly perMentor: number;
}

export interface Shortlist extends AssignmentProblem {
  /**
   * How many pairs were looked at one by one: where all are kept, all there are; else those that could be among the
   * best of somebody, anew for each of the two.
   */
  readonly looked: number;
}

/** Up to so many pairs are all kept; looking whether there are more is worth it up to so many seekers. */
const ALL_UP_TO = 2_000_000;
const COUNT_UP_TO = 10_000;
/** How many pairs of a person are enough when time is over. */
const AT_HAND = 64;
const ASK_EVERY = 256;
const FEW: ShortlistSize = { perSeeker: 28, perMentor: 8 };

/** Small rounds keep every pair. The mentors' side keeps scarce mentors from being stranded. */
export function shortlistSize({ seekers, mentors, index }: PairFinder): ShortlistSize {
  const all = { perSeeker: mentors.length, perMentor: 0 };
  if (seekers.length > COUNT_UP_TO) return FEW;
  if (mostPairs({ seekers, index }) <= ALL_UP_TO) return all;
  let pairs = 0;
  for (const seeker of seekers) if (pairs <= ALL_UP_TO) pairs += index.find(seeker);
  return pairs <= ALL_UP_TO ? all : FEW;
}

/**
 * The best few pairs of each seeker together with the best few of each mentor; of equal costs the lesser tie, and of
 * equal ties the lesser number. An optimum over these is not yet one over all pairs: `priceAll` says how far it can be
 * from it. Stopped, it takes the first pairs at hand for whoever is left.
 */
export function shortlist(finder: PairFinder, size: ShortlistSize, stop: Stop = never): Shortlist {
  const { seekers, mentors } = finder;
  const sides = {
    capacity: Int32Array.from(mentors, (mentor) => mentor.freeAsMentor),
    waiting: Int32Array.from(seekers, (seeker) => seeker.waited),
  };
  if (size.perSeeker >= mentors.length) {
    const { arcs, looked } = everyPair(finder, stop);
    return { ...sides, ...arcs, looked };
  }
  const { arcs, looked } = bestPairs(finder, size, stop);
  return { ...sides, ...arcs, largestCost: LARGEST_COST, looked };
}

const mostPairs = ({ seekers, index }: Pick<PairFinder, 'seekers' | 'index'>): number =>
  seekers.reduce((most, seeker) => most + index.atMost(seeker), 0);

function everyPair(finder: PairFinder, stop: Stop): { arcs: Arcs; looked: number } {
  const { seekers, index } = finder;
  const rows = new ArcRows(seekers.length, Math.min(ALL_UP_TO, mostPairs(finder)));
  let [most, looked] = [Infinity, 0];
  for (const [seeker, person] of seekers.entries()) {
    if (seeker % ASK_EVERY === 0 && stop()) most = AT_HAND;
    const found = index.find(person, most);
    looked += found;
    for (let at = 0; at < found; at += 1) {
      const mentor = index.mentor[at] ?? 0;
      if (!finder.isAdmissible(mentor, seeker)) continue;
      rows.add(mentor, index.cost[at] ?? 0, finder.tie(mentor, seeker));
    }
    rows.close(seeker);
  }
  return { arcs: rows.arcs(), looked };
}
