import { FULL } from '../fit.ts';
import type { PreparedMember, TopicNumbers } from '../prepare.ts';
import type { MentorBuckets } from './mentor-buckets.ts';

/** Is given a mentor, the cost, and cost and price together; says what the limit is from now on, the same or lower. */
export type Take = (mentor: number, cost: number, asked: number) => number;

/** What of a seeker counts for every mentor. */
interface Scan {
  readonly take: Take;
  readonly seeker: PreparedMember;
  /** From the rarest on. */
  readonly needs: readonly number[];
  /** The worth of all needs, as far as it counts. */
  readonly enough: number;
  readonly department: number;
  readonly steps: Int32Array;
}

/** Mentors of one topic, level and clock. */
interface Bucket {
  readonly start: number;
  readonly end: number;
  /** Which of the needs they meet. */
  readonly place: number;
  /** Where their level lies in `steps`. */
  readonly same: number;
  readonly common: number;
  /** What any pair of it costs at least, in units of the price. */
  readonly cheapest: number;
}

/**
 * Finds, at given prices of the mentors, whom a seeker may meet for less than a limit, cost and price together: the
 * same as `PairIndex.find` and then choosing, without looking at most of them.
 */
export class PairsBelow {
  readonly #buckets: MentorBuckets;
  readonly #price: Float64Array;
  /** One unit of cost, in units of the price. */
  readonly #costUnit: number;
  /** By bucket: the least price in it, Infinity where it is empty. */
  readonly #least: Float64Array;
  /** By mentor, so many words each: a bit for every topic they offer. */
  readonly #offers: Int32Array;
  readonly #words: number;
  #reach = 0;

  constructor(buckets: MentorBuckets, price: Float64Array, costUnit: number) {
    this.#buckets = buckets;
    this.#price = price;
    this.#costUnit = costUnit;
    this.#words = Math.ceil(buckets.topics / 32);
    this.#offers = offerBits(buckets.mentors, this.#words);
    this.#least = leastIn(buckets, price);
  }

  /**
   * Gives each to `take` as it is found, in no order of meaning. Needs are gone through from the rarest, and whoever
   * meets an earlier one was seen with it: so the last and longest lists hold only those who meet little, and whole
   * buckets of them are left out by the best that could be in there (prefix filtering).
   */
  find(seeker: PreparedMember, reach: number, take: Take): void {
    const { costs } = this.#buckets;
    const needs = seeker.needs.toSorted((a, b) => this.#buckets.sizeOf(a) - this.#buckets.sizeOf(b) || a - b);
    let left = needs.reduce((sum, topic) => sum + (costs.topicWeights[topic] ?? 0), 0);
    const { from, to } = this.#buckets.levelsFor(seeker);
    const scan: Scan = {
      take,
      seeker,
      needs,
      enough: Math.min(left, costs.topicsFull),
      department: this.#buckets.departmentNumber(seeker.department),
      steps: costs.stepOf(seeker),
    };
    this.#reach = reach;
    for (const [place, topic] of needs.entries()) {
      for (let level = from; level <= to; level += 1) this.#scanLevel(scan, place, level, left);
      left -= costs.topicWeights[topic] ?? 0;
    }
  }

  /** `left` is the most that anybody meets who meets this need and none before. */
  #scanLevel(scan: Scan, place: number, level: number, left: number): void {
    const { seeker, steps } = scan;
    const { start, costs, lowest } = this.#buckets;
    const first = this.#buckets.bucketOf(scan.needs[place] ?? 0, level, 0);
    const same = (level - lowest) * 3;
    const best =
      this.#topics(left, scan.enough) +
      Math.max(steps[same] ?? 0, steps[same + 1] ?? 0, steps[same + 2] ?? 0) +
      costs.otherDepartment;
    for (const { from, to, common } of this.#buckets.runsWith(seeker)) {
      const cheapest = this.#costOf(best + common) * this.#costUnit;
      for (let at = first + from; at < first + to; at += 1) {
        if (cheapest + (this.#least[at] ?? Infinity) >= this.#reach) continue;
        const [begin, end] = [start[at] ?? 0, start[at + 1] ?? 0];
        this.#scanBucket(scan, { start: begin, end, place, same, common, cheapest });
      }
    }
  }

  #scanBucket(scan: Scan, { start, end, place, same, common, cheapest }: Bucket): void {
    const { seeker, needs, enough, steps } = scan;
    const { items, languages, years, department, wear, costs } = this.#buckets;
    const { someLanguages, years: own } = seeker;
    const alike = steps[same + 1] ?? 0;
    const isByYears = steps[same] !== alike || steps[same + 2] !== alike;
    const highest = this.#reach - cheapest;
    let [last, topics] = [-1, 0];
    for (let at = start; at < end; at += 1) {
      const mentor = items[at] ?? 0;
      const price = this.#price[mentor] ?? 0;
      if (price >= highest || ((languages[mentor] ?? 0) & someLanguages) === 0) continue;
      const met = this.#worthFrom(mentor, needs, place);
      if (met < 0) continue;
      if (met !== last) {
        topics = this.#topics(met, enough);
        last = met;
      }
      let step = alike;
      if (isByYears) {
        const ahead = years[mentor] ?? 0;
        step = steps[same + (ahead > own ? 2 : ahead < own ? 0 : 1)] ?? 0;
      }
      const other = department[mentor] === scan.department ? 0 : costs.otherDepartment;
      const cost = this.#costOf(topics + common + step + other) + (wear[mentor] ?? 0);
      const asked = cost * this.#costUnit + price;
      if (asked < this.#reach) this.#reach = scan.take(mentor, cost, asked);
    }
  }

  /** As `PairIndex` reckons it, in the words of fit.ts: what topics add to the sum of all parts. */
  #topics(met: number, enough: number): number {
    const { topicsFull } = this.#buckets.costs;
    return topicsFull * (enough === 0 ? FULL : Math.min(FULL, Math.floor((FULL * met) / enough)));
  }

  /** Of the sum of all parts. */
  #costOf(sum: number): number {
    const { most, costOfFit } = this.#buckets.costs;
    return costOfFit[most === 0 ? FULL : Math.floor(sum / most)] ?? 0;
  }

  /** What a mentor meets of the needs from this place on; -1 when they meet one before. */
  #worthFrom(mentor: number, needs: TopicNumbers, place: number): number {
    const first = mentor * this.#words;
    let worth = 0;
    for (let at = 0; at < needs.length; at += 1) {
      const topic = needs[at] ?? 0;
      if ((((this.#offers[first + (topic >> 5)] ?? 0) >> (topic & 31)) & 1) === 0) continue;
      if (at < place) return -1;
      worth += this.#buckets.costs.topicWeights[topic] ?? 0;
    }
    return worth;
  }
}

function offerBits(mentors: MentorBuckets['mentors'], words: number): Int32Array {
  const bits = new Int32Array(mentors.length * words);
  for (const [mentor, { offers }] of mentors.entries()) {
    for (const topic of offers) {
      const at = mentor * words + (topic >> 5);
      bits[at] = (bits[at] ?? 0) | (1 << (topic & 31));
    }
  }
  return bits;
}

function leastIn({ start, items }: MentorBuckets, price: Float64Array): Float64Array {
  const least = new Float64Array(start.length - 1).fill(Infinity);
  for (let bucket = 0; bucket < least.length; bucket += 1) {
    for (let at = start[bucket] ?? 0; at < (start[bucket + 1] ?? 0); at += 1) {
      least[bucket] = Math.min(least[bucket] ?? 0, price[items[at] ?? 0] ?? 0);
    }
  }
  return least;
}
