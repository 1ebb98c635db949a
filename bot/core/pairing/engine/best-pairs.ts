import { TIE_RANGE } from '../assignment.ts';
import type { Stop } from '../progress.ts';
import { ArcRows } from './arc-rows.ts';
import type { Arcs } from './arc-rows.ts';
import { BestFew } from './best-few.ts';
import type { PairFinder } from './pair-finder.ts';
import { PairsBelow } from './pairs-below.ts';
import type { Take } from './pairs-below.ts';
import { startsOf } from './rows.ts';
import type { Side } from './side.ts';
import { TopicBuckets } from './topic-buckets.ts';

const ASK_EVERY = 256;

/**
 * The best few pairs of each seeker, and behind them in each row the best few of mentors that are not among these.
 * Stopped, it takes the first pairs at hand for whoever is left.
 */
export function bestPairs(
  finder: PairFinder,
  { perSeeker, perMentor }: { perSeeker: number; perMentor: number },
  stop: Stop,
): { arcs: Arcs; looked: number } {
  const { seekers, mentors } = finder.sides;
  const wanted = bestOfMentors(finder, perMentor, stop);
  const rows = new ArcRows(seekers.people.length, seekers.people.length * perSeeker + wanted.of.length);
  const inRowOf = new Int32Array(mentors.people.length).fill(-1);
  const put = (seeker: number, mentor: number, key: number): void => {
    if (inRowOf[mentor] === seeker) return;
    inRowOf[mentor] = seeker;
    const cost = Math.floor(key / TIE_RANGE);
    rows.add(mentor, cost, key - cost * TIE_RANGE);
  };
  const looked = eachBestFew(seekers, finder.index.buckets, perSeeker, stop, (seeker, best) => {
    for (let at = 0; at < (best.count[0] ?? 0); at += 1) {
      const mentor = best.itemAt(0, at);
      if (finder.isAdmissible(mentor, seeker)) put(seeker, mentor, best.keyAt(0, at));
    }
    for (let at = wanted.start[seeker] ?? 0; at < (wanted.start[seeker + 1] ?? 0); at += 1) {
      put(seeker, wanted.of[at] ?? 0, wanted.key[at] ?? 0);
    }
    rows.close(seeker);
  });
  return { arcs: rows.arcs(), looked: looked + wanted.looked };
}

/** The best few of each mentor, by seeker. */
function bestOfMentors(finder: PairFinder, size: number, stop: Stop) {
  const { seekers, mentors } = finder.sides;
  const room = mentors.people.length * size;
  const found = { seeker: new Int32Array(room), mentor: new Int32Array(room), key: new Float64Array(room) };
  let length = 0;
  const add = (mentor: number, best: BestFew): void => {
    for (let at = 0; at < (best.count[0] ?? 0); at += 1) {
      const seeker = best.itemAt(0, at);
      if (!finder.isAdmissible(mentor, seeker)) continue;
      found.seeker[length] = seeker;
      found.mentor[length] = mentor;
      found.key[length] = best.keyAt(0, at);
      length += 1;
    }
  };
  const buckets = new TopicBuckets(finder.index.buckets.terms, seekers);
  const looked = size === 0 ? 0 : eachBestFew(mentors, buckets, size, stop, add);
  const sorted = bySeeker({ ...found, seeker: found.seeker.subarray(0, length) }, seekers.people.length);
  return { ...sorted, looked };
}

function bySeeker(found: { seeker: Int32Array; mentor: Int32Array; key: Float64Array }, seekers: number) {
  const counts = new Int32Array(seekers);
  for (const seeker of found.seeker) counts[seeker] = (counts[seeker] ?? 0) + 1;
  const start = startsOf(counts);
  const next = start.slice();
  const sorted = {
    start,
    of: new Int32Array(found.seeker.length),
    key: new Float64Array(found.seeker.length),
  };
  for (let at = 0; at < found.seeker.length; at += 1) {
    const seeker = found.seeker[at] ?? 0;
    const to = next[seeker] ?? 0;
    next[seeker] = to + 1;
    sorted.of[to] = found.mentor[at] ?? 0;
    sorted.key[to] = found.key[at] ?? 0;
  }
  return sorted;
}

/** Visits the best few of each in turn, each list good until the next; says how many pairs were looked at. */
function eachBestFew(
  from: Side,
  among: TopicBuckets,
  size: number,
  stop: Stop,
  visit: (one: number, best: BestFew) => void,
): number {
  const price = new Float64Array(among.side.people.length);
  const pairs = new PairsBelow(from, among, { price, costUnit: TIE_RANGE, tieRange: TIE_RANGE });
  const best = new BestFew(1, size);
  let isStopped = false;
  const take: Take = (other, _cost, key) => {
    best.add(0, other, key);
    const worst = best.worst[0] ?? 0;
    // Of equal keys the lesser number is kept, whenever it is seen.
    return isStopped && worst < Infinity ? -Infinity : worst + 1;
  };
  for (let one = 0; one < from.people.length; one += 1) {
    if (one % ASK_EVERY === 0 && stop()) isStopped = true;
    best.clear(0);
    pairs.find(one, Infinity, take);
    visit(one, best);
  }
  return pairs.looked;
}
