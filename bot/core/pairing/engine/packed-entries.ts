import { FULL } from '../fit.ts';
import type { Side } from './side.ts';
import type { TopicBuckets } from './topic-buckets.ts';

/** Where the figures of whoever it is lie in the row of an entry; bits for all their topics come last. */
export const CHANCE = 0;
export const LANGUAGES = 1;
export const DEPARTMENT = 2;
export const YEARS = 3;
export const ASKS = 4;
export const EXTRA = 5;
export const BITS = 6;

/**
 * Everything that a scan of a bucket asks. In each bucket those come first who can fit best, then those at the least
 * price; where prices differ, all have to fit as well.
 */
export interface PackedEntries {
  readonly width: number;
  /**
   * By entry, so many figures each: one look after the other reads one place of memory after the other. With the people
   * all over memory instead a search takes a quarter more.
   */
  readonly figures: Int32Array;
  /** By entry: who it is. */
  readonly who: Int32Array;
  /** By entry: the most that topics add with somebody who has this topic and none before. */
  readonly share: Int32Array;
  readonly price: Float64Array;
  /** By topic: its place among all, from the rarest on. */
  readonly rank: Int32Array;
  /** By bucket: the department of everyone in it; -1 where there are several, or nobody. */
  readonly only: Int32Array;
  /** By bucket: the least price in it, Infinity where it is empty. */
  readonly least: Float64Array;
  /** By topic: the same. */
  readonly floor: Float64Array;
}

export function packedEntries(buckets: TopicBuckets, price: Float64Array): PackedEntries {
  const { start, terms, side } = buckets;
  const width = BITS + Math.ceil(terms.topics / 32);
  const count = start.at(-1) ?? 0;
  const rank = byRarity(buckets);
  const listed = entriesOf(buckets, rank);
  const [who, share, prices] = [new Int32Array(count), new Int32Array(count), new Float64Array(count)];
  const next = start.slice();
  for (const entry of inOrder(listed, price)) {
    const one = listed.one[entry] ?? 0;
    const bucket = listed.bucket[entry] ?? 0;
    const at = next[bucket] ?? 0;
    next[bucket] = at + 1;
    who[at] = one;
    share[at] = listed.share[entry] ?? 0;
    prices[at] = price[one] ?? 0;
  }
  const figures = rowsFor(who, side, width);
  return { width, figures, who, share, price: prices, rank, ...ofBuckets(buckets, who, prices) };
}

function byRarity(buckets: TopicBuckets): Int32Array {
  const order = Int32Array.from({ length: buckets.terms.topics }, (_none, topic) => topic);
  order.sort((a, b) => buckets.sizeOf(a) - buckets.sizeOf(b) || a - b);
  const rank = new Int32Array(order.length);
  for (const [place, topic] of order.entries()) rank[topic] = place;
  return rank;
}

/** Person by person. */
interface Listed {
  readonly one: Int32Array;
  readonly bucket: Int32Array;
  /** The most that topics add with somebody who has this topic and none before. */
  readonly share: Int32Array;
}

function entriesOf(buckets: TopicBuckets, rank: Int32Array): Listed {
  const { topicWeights, topicsFull } = buckets.terms.costs;
  const { asks, topics } = buckets.side;
  const count = buckets.start.at(-1) ?? 0;
  const listed = { one: new Int32Array(count), bucket: new Int32Array(count), share: new Int32Array(count) };
  let at = 0;
  buckets.each((one, topic, bucket) => {
    const enough = asks[one] ?? 0;
    let met = 0;
    for (const other of enough === 0 ? [] : (topics[one] ?? [])) {
      if ((rank[other] ?? 0) >= (rank[topic] ?? 0)) met += topicWeights[other] ?? 0;
    }
    listed.one[at] = one;
    listed.bucket[at] = bucket;
    listed.share[at] = topicsFull * (enough === 0 ? FULL : Math.min(FULL, Math.floor((FULL * met) / enough)));
    at += 1;
  });
  return listed;
}

/** Entries by share, the most first, then by price. Whole numbers in one column are sorted ten times as fast as by asking. */
function inOrder({ one, share }: Listed, price: Float64Array): Float64Array {
  const shares = placesOf(share.map((own) => -own));
  const prices = placesOf(price);
  const count = one.length;
  const keys = new Float64Array(count);
  for (let entry = 0; entry < count; entry += 1) {
    const place = (shares[entry] ?? 0) * price.length + (prices[one[entry] ?? 0] ?? 0);
    keys[entry] = place * count + entry;
  }
  keys.sort();
  for (let at = 0; at < count; at += 1) {
    const key = keys[at] ?? 0;
    keys[at] = key - Math.floor(key / count) * count;
  }
  return keys;
}

/** By figure: its place among all distinct ones, ascending. */
function placesOf(figures: Int32Array | Float64Array): Int32Array {
  const places = new Map<number, number>();
  let last = NaN;
  for (const figure of figures.toSorted()) {
    if (figure !== last) places.set(figure, places.size);
    last = figure;
  }
  const placeOf = new Int32Array(figures.length);
  for (let at = 0; at < figures.length; at += 1) placeOf[at] = places.get(figures[at] ?? 0) ?? 0;
  return placeOf;
}

function rowsFor(who: Int32Array, side: Side, width: number): Int32Array {
  const people = rowsOf(side, width);
  const rows = new Int32Array(who.length * width);
  for (let at = 0; at < who.length; at += 1) {
    const from = (who[at] ?? 0) * width;
    for (let part = 0; part < width; part += 1) rows[at * width + part] = people[from + part] ?? 0;
  }
  return rows;
}

function rowsOf(side: Side, width: number): Int32Array {
  const rows = new Int32Array(side.people.length * width);
  for (let one = 0; one < side.people.length; one += 1) {
    const first = one * width;
    rows[first + CHANCE] = side.chance[one] ?? 0;
    rows[first + LANGUAGES] = side.languages[one] ?? 0;
    rows[first + DEPARTMENT] = side.department[one] ?? 0;
    rows[first + YEARS] = side.years[one] ?? 0;
    rows[first + ASKS] = side.asks[one] ?? 0;
    rows[first + EXTRA] = side.extra[one] ?? 0;
    for (const topic of side.topics[one] ?? []) {
      const at = first + BITS + (topic >> 5);
      rows[at] = (rows[at] ?? 0) | (1 << (topic & 31));
    }
  }
  return rows;
}

function ofBuckets({ start, side, terms }: TopicBuckets, who: Int32Array, price: Float64Array) {
  const { department } = side;
  const only = new Int32Array(start.length - 1).fill(-1);
  const least = new Float64Array(only.length).fill(Infinity);
  for (let bucket = 0; bucket < only.length; bucket += 1) {
    const begin = start[bucket] ?? 0;
    const end = start[bucket + 1] ?? 0;
    if (begin < end) only[bucket] = department[who[begin] ?? 0] ?? -1;
    for (let at = begin; at < end; at += 1) {
      least[bucket] = Math.min(least[bucket] ?? 0, price[at] ?? 0);
      if (department[who[at] ?? 0] !== only[bucket]) only[bucket] = -1;
    }
  }
  const buckets = terms.levels * terms.clocks;
  const floor = Float64Array.from({ length: terms.topics }, (_none, topic) =>
    least.subarray(topic * buckets, (topic + 1) * buckets).reduce((a, b) => Math.min(a, b), Infinity),
  );
  return { only, least, floor };
}
