import { FULL } from '../fit.ts';
import type { PreparedMember, TopicNumbers } from '../prepare.ts';
import type { MentorBuckets } from './mentor-buckets.ts';

interface Scan {
  readonly seeker: PreparedMember;
  readonly reach: number;
  /** From the rarest on, and the one that is looked at. */
  readonly needs: TopicNumbers;
  readonly place: number;
  /** The worth of all needs, as far as it counts. */
  readonly enough: number;
  readonly department: number;
  readonly steps: Int32Array;
  /** Where the mentors' level lies in `steps`. */
  readonly same: number;
}

/**
 * Finds, at given prices of the mentors, whom a seeker may meet for less than a limit, cost and price together: the
 * same as `PairIndex.find` and then choosing, without looking at most of them.
 */
export class PairsBelow {
  /** What the last call of `find` found, in no order of meaning. */
  readonly mentor: Int32Array;
  readonly cost: Int32Array;
  readonly #buckets: MentorBuckets;
  readonly #price: Float64Array;
  /** One unit of cost, in units of the price. */
  readonly #costUnit: number;
  /** By bucket: the least price in it, Infinity where it is empty. */
  readonly #least: Float64Array;
  /** By mentor, so many words each: a bit for every topic they offer. */
  readonly #offers: Int32Array;
  readonly #words: number;
  #found = 0;

  constructor(buckets: MentorBuckets, price: Float64Array, costUnit: number) {
    this.mentor = new Int32Array(price.length);
    this.cost = new Int32Array(price.length);
    this.#buckets = buckets;
    this.#price = price;
    this.#costUnit = costUnit;
    this.#words = Math.ceil(buckets.topics / 32);
    this.#offers = offerBits(buckets.mentors, this.#words);
    this.#least = leastIn(buckets, price);
  }

  /**
   * How many there are; `mentor` and `cost` hold them until the next call. Needs are gone through from the rarest, and
   * whoever meets an earlier one was seen with it: so the last and longest lists hold only those who meet little, and
   * whole buckets of them are left out by the best that could be in there (prefix filtering).
   */
  find(seeker: PreparedMember, reach: number): number {
    const { costs, lowest } = this.#buckets;
    const needs = seeker.needs.toSorted((a, b) => this.#buckets.sizeOf(a) - this.#buckets.sizeOf(b) || a - b);
    let left = needs.reduce((sum, topic) => sum + (costs.topicWeights[topic] ?? 0), 0);
    const { from, to } = this.#buckets.levelsFor(seeker);
    const whole = {
      seeker,
      reach,
      needs,
      enough: Math.min(left, costs.topicsFull),
      department: this.#buckets.departmentNumber(seeker.department),
      steps: costs.stepOf(seeker),
    };
    this.#found = 0;
    for (const [place, topic] of needs.entries()) {
      for (let level = from; level <= to; level += 1) {
        this.#scanLevel({ ...whole, place, same: (level - lowest) * 3 }, topic, level, left);
      }
      left -= costs.topicWeights[topic] ?? 0;
    }
    return this.#found;
  }

  /** `left` is the most that anybody meets who meets this need and none before. */
  #scanLevel(scan: Scan, topic: number, level: number, left: number): void {
    const { reach, same, steps, seeker } = scan;
    const { start, costs } = this.#buckets;
    const first = this.#buckets.bucketOf(topic, level, 0);
    const best =
      Math.max(steps[same] ?? 0, steps[same + 1] ?? 0, steps[same + 2] ?? 0) + costs.otherDepartment;
    for (const { from, to, common } of this.#buckets.runsWith(seeker)) {
      const cheapest = (costs.costOfFit[this.#fit(left, scan.enough, common + best)] ?? 0) * this.#costUnit;
      for (let bucket = first + from; bucket < first + to; bucket += 1) {
        if (cheapest + (this.#least[bucket] ?? Infinity) >= reach) continue;
        this.#scanBucket(scan, common, reach - cheapest, start[bucket] ?? 0, start[bucket + 1] ?? 0);
      }
    }
  }

  #scanBucket(scan: Scan, common: number, highest: number, start: number, end: number): void {
    const { seeker, reach, needs, place, enough, steps, same } = scan;
    const { items, languages, years, department, wear, costs } = this.#buckets;
    const { someLanguages, years: own } = seeker;
    for (let at = start; at < end; at += 1) {
      const mentor = items[at] ?? 0;
      const price = this.#price[mentor] ?? 0;
      if (price >= highest || ((languages[mentor] ?? 0) & someLanguages) === 0) continue;
      const met = this.#worthFrom(mentor, needs, place);
      if (met < 0) continue;
      const ahead = years[mentor] ?? 0;
      const step = steps[same + (ahead > own ? 2 : ahead < own ? 0 : 1)] ?? 0;
      const other = department[mentor] === scan.department ? 0 : costs.otherDepartment;
      const fit = this.#fit(met, enough, common + step + other);
      const cost = (costs.costOfFit[fit] ?? 0) + (wear[mentor] ?? 0);
      if (cost * this.#costUnit + price >= reach) continue;
      this.mentor[this.#found] = mentor;
      this.cost[this.#found] = cost;
      this.#found += 1;
    }
  }

  /** As `PairIndex` reckons it, in the words of fit.ts. */
  #fit(met: number, enough: number, rest: number): number {
    const { topicsFull, most } = this.#buckets.costs;
    const topics = enough === 0 ? FULL : Math.min(FULL, Math.floor((FULL * met) / enough));
    return most === 0 ? FULL : Math.floor((topicsFull * topics + rest) / most);
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
