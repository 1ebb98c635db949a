import { FULL } from '../fit.ts';
import { mix } from '../hash.ts';
import { packedEntries } from './packed-entries.ts';
import type { PackedEntries } from './packed-entries.ts';
import { ASKS, BITS, CHANCE, DEPARTMENT, EXTRA, LANGUAGES, YEARS } from './packed-entries.ts';
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

/** People of one topic, level and clock. */
interface Bucket {
  readonly begin: number;
  readonly end: number;
  readonly place: number;
  /** What pairs ask at least, without a price, with people of another department, and of their own. */
  readonly apart: number;
  readonly within: number;
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
  // The topics of whoever somebody is looked for, from the rarest on.
  readonly #topic: Int32Array;
  readonly #weight: Int32Array;
  /** The most that topics add with anybody who has this one and none before. */
  readonly #most: Int32Array;
  /** How many stretches have been seen. */
  readonly #seen: Int32Array;
  /** The most that all parts come to in the next stretch; -1 where there is none, or none that is worth a look. */
  readonly #best: Int32Array;
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
    this.#weight = new Int32Array(most);
    this.#most = new Int32Array(most);
    this.#seen = new Int32Array(most);
    this.#best = new Int32Array(most);
  }

  /**
   * Gives each to `take` as it is found. What is looked at next is always where the best fit can be, so that the limit
   * falls early, and a topic ends with the first stretch that can hold nothing below it. Whoever has an earlier topic
   * was seen with it: so the last and longest lists hold only those who meet little (prefix filtering).
   */
  find(one: number, reach: number, take: Take): void {
    const scan = this.#scanFor(one, take);
    this.#reach = reach;
    for (let place = this.#nextPlace(scan); place !== -1; place = this.#nextPlace(scan)) {
      const best = this.#best[place] ?? 0;
      const apart = this.#askedAt(scan, best);
      const seen = this.#seen[place] ?? 0;
      const stretch = scan.stretches[seen];
      const isOver = apart + (this.#entries.floor[this.#topic[place] ?? 0] ?? 0) >= this.#reach;
      if (stretch !== undefined && !isOver) this.#scanStretch(scan, place, stretch, apart);
      const next = isOver ? undefined : scan.stretches[seen + 1];
      this.#seen[place] = seen + 1;
      this.#best[place] = next === undefined ? -1 : (this.#most[place] ?? 0) + next.best;
    }
  }

  #scanFor(one: number, take: Take): Scan {
    const from = this.#from;
    const person = from.people[one];
    const asks = from.asks[one] ?? 0;
    const stretches = person === undefined ? [] : this.#stretches.of(person);
    return {
      take,
      stretches,
      topics: this.#setTopics(one, asks, stretches[0]),
      asks,
      extra: from.extra[one] ?? 0,
      chance: from.chance[one] ?? 0,
      languages: from.languages[one] ?? 0,
      department: from.department[one] ?? 0,
      years: from.years[one] ?? 0,
    };
  }

  #setTopics(one: number, asks: number, stretch: Stretch | undefined): number {
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
      this.#best[at] = stretch === undefined ? -1 : (this.#most[at] ?? 0) + stretch.best;
    }
    return own.length;
  }

  /** Of which topic the best stretch is that has not been seen; -1 where all have. */
  #nextPlace({ topics }: Scan): number {
    let best = -1;
    let place = -1;
    for (let at = 0; at < topics; at += 1) {
      const own = this.#best[at] ?? 0;
      if (own <= best) continue;
      best = own;
      place = at;
    }
    return place;
  }

  #scanStretch(scan: Scan, place: number, stretch: Stretch, apart: number): void {
    const { terms, start } = this.#buckets;
    const { only, least } = this.#entries;
    const first = (this.#topic[place] ?? 0) * terms.levels * terms.clocks;
    const within = this.#askedAt(scan, (this.#best[place] ?? 0) - terms.costs.otherDepartment);
    for (let bucket = first + stretch.from; bucket < first + stretch.to; bucket += 1) {
      const bound = only[bucket] === scan.department ? within : apart;
      if (bound + (least[bucket] ?? 0) >= this.#reach) continue;
      const begin = start[bucket] ?? 0;
      const end = start[bucket + 1] ?? 0;
      this.#scanBucket(scan, stretch, { begin, end, place, apart, within });
    }
  }

  #scanBucket(scan: Scan, stretch: Stretch, bucket: Bucket): void {
    const { take, chance, languages, topics, asks, extra, department, years: ownYears } = scan;
    const { common, steps, best } = stretch;
    const { otherDepartment } = this.#buckets.terms.costs;
    const { width, figures, who, share: shares, price: prices } = this.#entries;
    const { costUnit, tieRange } = this.#asking;
    const mask = tieRange - 1;
    const { begin, end, place } = bucket;
    let { within, apart } = bucket;
    let reach = this.#reach;
    let share = this.#most[place] ?? 0;
    let at = begin;
    // Most are alike to the one before them.
    let met = -1;
    let enough = -1;
    let part = 0;
    let sum = -1;
    let lacking = 0;
    for (; at < end; at += 1) {
      const ownShare = shares[at] ?? 0;
      if (ownShare < share) {
        apart = this.#askedAt(scan, ownShare + best);
        within = this.#askedAt(scan, ownShare + best - otherDepartment);
        share = ownShare;
      }
      const price = prices[at] ?? 0;
      if (apart + price >= reach) break;
      const other = who[at] ?? 0;
      const row = at * width;
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
        met = worth;
        enough = ownEnough;
        part = this.#topicsPart(met, enough) + common;
      }
      const ownSum = part + step + (isWithin ? 0 : otherDepartment);
      if (ownSum !== sum) {
        sum = ownSum;
        lacking = this.#costOf(sum);
      }
      const cost = lacking + extra + (figures[row + EXTRA] ?? 0);
      const asked = cost * costUnit + price + tie;
      if (asked < reach) reach = take(other, cost, asked);
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

  /** What pairs ask at least, without a price, where all parts come to so much at most. */
  #askedAt({ extra }: Scan, most: number): number {
    return (this.#costOf(most) + extra) * this.#asking.costUnit;
  }

  /** What somebody has of the topics from this place on; -1 when they have one before. */
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
