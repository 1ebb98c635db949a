import { startsOf } from './rows.ts';
import type { Side } from './side.ts';
import type { Terms } from './terms.ts';

/** One side in buckets of topic, level and working clock: everyone lies in one for each topic of theirs. */
export class TopicBuckets {
  readonly terms: Terms;
  readonly side: Side;
  /** Where a bucket starts among all entries. */
  readonly start: Int32Array;

  constructor(terms: Terms, side: Side) {
    this.terms = terms;
    this.side = side;
    const counts = new Int32Array(terms.topics * terms.levels * terms.clocks);
    this.each((_one, _topic, bucket) => (counts[bucket] = (counts[bucket] ?? 0) + 1));
    this.start = startsOf(counts);
  }

  /** By entry: who it is, and in each bucket by number. */
  entries(): Int32Array {
    const entries = new Int32Array(this.start.at(-1) ?? 0);
    const next = this.start.slice();
    this.each((one, _topic, bucket) => {
      entries[next[bucket] ?? 0] = one;
      next[bucket] = (next[bucket] ?? 0) + 1;
    });
    return entries;
  }

  each(visit: (one: number, topic: number, bucket: number) => void): void {
    const { people, topics } = this.side;
    for (const [one, person] of people.entries()) {
      for (const topic of topics[one] ?? []) {
        visit(one, topic, this.terms.bucketOf(topic, person.level, person.clock));
      }
    }
  }

  /** How many have a topic, or those of them at some levels. */
  sizeOf(topic: number, from = this.terms.lowest, to = this.terms.lowest + this.terms.levels - 1): number {
    const [first, end] = [this.terms.bucketOf(topic, from, 0), this.terms.bucketOf(topic, to + 1, 0)];
    return (this.start[end] ?? 0) - (this.start[first] ?? 0);
  }
}
