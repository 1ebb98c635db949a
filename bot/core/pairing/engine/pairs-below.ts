import { FULL } from '../fit.ts';
import { mix } from '../hash.ts';
import { packedEntries } from './packed-entries.ts';
import type { PackedEntries } from './packed-entries.ts';
import { ASKS, BITS, CHANCE, DEPARTMENT, EXTRA, LANGUAGES, SHARE, WHO, YEARS } from './packed-entries.ts';
import type { Side } from './side.ts';
import { Stretches } from './stretches.ts';
import type { Stretch } from './stretches.ts';
import type { TopicBuckets } from './topic-buckets.ts';

/** Is given who was found, the cost, and cost, price and tie together; says what the limit is from now on, the same or lower. */
export type Take = (other: number, cost: number, asked: number) => number;

/** What those who are looked for ask, and how that and the tie are counted beside the cost. */
export interface Asking {
  readonly price: Float64Array;
  /** One unit of cost, in units of the price. */
  readonly costUnit: number;
  /** Ties are taken modulo this, a power of two. */
  readonly tieRange: number;
}

/** What of somebody counts for everyone they may meet. */
interface Scan {
  readonly take: Take;
  readonly stretches: readonly Stretch[];
  readonly topics: number;
  readonly asks: number;
  readonly extra: number;
  readonly chance: number;
  readonly languages: number;
  readonly department: number;
  readonly years: number;
}

/** What pairs of somebody ask at least, with people of another department and of their own. */
interface Bounds {
  readonly apart: number;
  readonly within: number;
}

/** People of one topic, level and clock. */
interface Bucket {
  readonly begin: number;
  readonly end: number;
  readonly place: number;
  readonly bounds: Bounds;
}

/**
 * Finds for people of one side whom of the other they may meet for less than a limit, cost, price and tie together: the
 * same as looking at all of them and then choosing, without looking at most of them.
 */
export class PairsBelow {
  readonly #from: Side;
  readonly #buckets: TopicBuckets;
  readonly #asking: Asking;
  readonly #stretches: Stretches;
  readonly #entries: PackedEntries;
  /** Of whom is looked for somebody, from the rarest topic on: what it is, what topics add at most, stretches seen. */
  readonly #topic: Int32Array;
  readonly #most: Int32Array;
  readonly #seen: Int32Array;
  readonly #weight: Int32Array;
  /** How many pairs have been looked at one by one. */
  looked = 0;
  #reach = 0;

  constructor(from: Side, buckets: TopicBuckets, asking: Asking) {
    this.#from = from;
    this.#buckets = buckets;
    this.#asking = asking;
    this.#stretches = new Stretches(buckets.terms, from.towards);
    this.#entries = packedEntries(buckets, asking.price);
    const most = from.topics.reduce((longest, { length }) => Math.max(longest, length), 0);
    this.#topic = new Int32Array(most);
    this.#most = new Int32Array(most);
    this.#seen = new Int32Array(most);
    this.#weight = new Int32Array(most);
  }

  /**
   * Gives each to `take` as it is found. What is looked at next is always where the best fit can be, so that the limit
   * falls early, and the first stretch that holds nothing below it is the end. Whoever has an earlier topic was seen
   * with it: so the last and longest lists hold only those who meet little (prefix filtering).
   */
  find(one: number, reach: number, take: Take): void {
    const scan = this.#scanFor(one, take);
    this.#reach = reach;
    for (;;) {
      const place = this.#nextPlace(scan);
      const stretch = scan.stretches[this.#seen[place] ?? Infinity];
      if (stretch === undefined) return;
      const bounds = this.#boundsAt(scan, (this.#most[place] ?? 0) + stretch.best);
      if (bounds.apart >= this.#reach) return;
      this.#scanStretch(scan, place, stretch, bounds);
      this.#seen[place] = (this.#seen[place] ?? 0) + 1;
    }
  }

  #scanFor(one: number, take: Take): Scan {
    const from = this.#from;
    const person = from.people[one];
    const asks = from.asks[one] ?? 0;
    return {
      take,
      stretches: person === undefined ? [] : this.#stretches.of(person),
      topics: this.#setTopics(one, asks),
      asks,
      extra: from.extra[one] ?? 0,
      chance: from.chance[one] ?? 0,
      languages: from.languages[one] ?? 0,
      department: from.department[one] ?? 0,
      years: from.years[one] ?? 0,
    };
  }

  #setTopics(one: number, asks: number): number {
    const own = this.#from.topics[one] ?? [];
    const { rank } = this.#entries;
    const topics = this.#topic;
    for (let count = 0; count < own.length; count += 1) {
      const topic = own[count] ?? 0;
      let at = count;
      for (; at > 0 && (rank[topics[at - 1] ?? 0] ?? 0) > (rank[topic] ?? 0); at -= 1) {
        topics[at] = topics[at - 1] ?? 0;
      }
      topics[at] = topic;
    }
    let left = 0;
    for (let at = own.length - 1; at >= 0; at -= 1) {
      this.#weight[at] = this.#buckets.terms.costs.topicWeights[topics[at] ?? 0] ?? 0;
      left += this.#weight[at] ?? 0;
      this.#most[at] = this.#topicsPart(left, asks);
      this.#seen[at] = 0;
    }
    return own.length;
  }

  /** Of which topic the best stretch is that has not been seen; -1 where all have. */
  #nextPlace({ topics, stretches }: Scan): number {
    let [best, place] = [-1, -1];
    for (let at = 0; at < topics; at += 1) {
      const stretch = stretches[this.#seen[at] ?? 0];
      if (stretch === undefined || (this.#most[at] ?? 0) + stretch.best <= best) continue;
      best = (this.#most[at] ?? 0) + stretch.best;
      place = at;
    }
    return place;
  }

  #scanStretch(scan: Scan, place: number, stretch: Stretch, bounds: Bounds): void {
    const { terms, start } = this.#buckets;
    const { only, least } = this.#entries;
    const first = (this.#topic[place] ?? 0) * terms.levels * terms.clocks;
    for (let bucket = first + stretch.from; bucket < first + stretch.to; bucket += 1) {
      const bound = only[bucket] === scan.department ? bounds.within : bounds.apart;
      if (bound + (least[bucket] ?? 0) >= this.#reach) continue;
      const [begin, end] = [start[bucket] ?? 0, start[bucket + 1] ?? 0];
      this.#scanBucket(scan, stretch, { begin, end, place, bounds });
    }
  }

  #scanBucket(scan: Scan, stretch: Stretch, { begin, end, place, bounds }: Bucket): void {
    const { take, chance, languages, topics, asks, extra, department, years: ownYears } = scan;
    const { common, steps, best } = stretch;
    const { otherDepartment } = this.#buckets.terms.costs;
    const { width, figures, price: prices } = this.#entries;
    const { costUnit, tieRange } = this.#asking;
    const mask = tieRange - 1;
    let { within, apart } = bounds;
    let [reach, share, at] = [this.#reach, this.#most[place] ?? 0, begin];
    // Most are alike to the one before them.
    let [met, enough, part, sum, lacking] = [-1, -1, 0, -1, 0];
    for (; at < end; at += 1) {
      const row = at * width;
      const ownShare = figures[row + SHARE] ?? 0;
      if (ownShare < share) {
        ({ within, apart } = this.#boundsAt(scan, ownShare + best));
        share = ownShare;
      }
      const price = prices[at] ?? 0;
      if (apart + price >= reach) break;
      const isWithin = figures[row + DEPARTMENT] === department;
      const tie = mask === 0 ? 0 : mix((figures[row + CHANCE] ?? 0) ^ chance) & mask;
      if ((isWithin ? within : apart) + price + tie >= reach) continue;
      if (((figures[row + LANGUAGES] ?? 0) & languages) === 0) continue;
      const worth = this.#worthFrom(row, place, topics);
      if (worth < 0) continue;
      const years = figures[row + YEARS] ?? 0;
      const step = years > ownYears ? steps[2] : years < ownYears ? steps[0] : steps[1];
      const ownEnough = asks + (figures[row + ASKS] ?? 0);
      if (worth !== met || ownEnough !== enough) {
        [met, enough] = [worth, ownEnough];
        part = this.#topicsPart(met, enough) + common;
      }
      const ownSum = part + step + (isWithin ? 0 : otherDepartment);
      if (ownSum !== sum) {
        sum = ownSum;
        lacking = this.#costOf(sum);
      }
      const cost = lacking + extra + (figures[row + EXTRA] ?? 0);
      const asked = cost * costUnit + price + tie;
      if (asked < reach) reach = take(figures[row + WHO] ?? 0, cost, asked);
    }
    this.looked += at - begin;
    this.#reach = reach;
  }

  /** As `PairIndex` reckons it, in the words of fit.ts: what topics add to the sum of all parts. */
  #topicsPart(met: number, enough: number): number {
    const { topicsFull } = this.#buckets.terms.costs;
    return topicsFull * (enough === 0 ? FULL : Math.min(FULL, Math.floor((FULL * met) / enough)));
  }

  /** Of the sum of all parts. */
  #costOf(sum: number): number {
    const { most, costOfFit } = this.#buckets.terms.costs;
    return costOfFit[most === 0 ? FULL : Math.floor(sum / most)] ?? 0;
  }

  /** What pairs ask at least, without a price, where the parts come to so much at most. */
  #boundsAt({ extra }: Scan, best: number): Bounds {
    const { costUnit } = this.#asking;
    const { otherDepartment } = this.#buckets.terms.costs;
    return {
      apart: (this.#costOf(best) + extra) * costUnit,
      within: (this.#costOf(best - otherDepartment) + extra) * costUnit,
    };
  }

  /** What the entry has of the topics from this place on; -1 when they have one before. */
  #worthFrom(row: number, place: number, topics: number): number {
    const { figures } = this.#entries;
    let worth = 0;
    for (let at = 0; at < topics; at += 1) {
      const topic = this.#topic[at] ?? 0;
      if ((((figures[row + BITS + (topic >> 5)] ?? 0) >> (topic & 31)) & 1) === 0) continue;
      if (at < place) return -1;
      worth += this.#weight[at] ?? 0;
    }
    return worth;
  }
}
