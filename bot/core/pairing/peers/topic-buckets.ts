import { startsOf } from '../engine/rows.ts';
import type { PreparedMember, TopicNumbers } from '../prepare.ts';

/** The levels and clocks that people of a round have. */
export interface Grid {
  readonly lowest: number;
  readonly levels: number;
  readonly clocks: number;
}

export function gridOf(people: readonly PreparedMember[]): Grid {
  let [lowest, highest, clocks] = [Infinity, -Infinity, 0];
  for (const { level, clock } of people) {
    lowest = Math.min(lowest, level);
    highest = Math.max(highest, level);
    clocks = Math.max(clocks, clock + 1);
  }
  return { lowest, levels: Math.max(0, highest - lowest + 1), clocks };
}

/** People by topic, level and working clock; in each bucket by number, ascending. */
export class TopicBuckets {
  readonly start: Int32Array;
  readonly person: Int32Array;
  readonly #grid: Grid;

  constructor(
    people: readonly PreparedMember[],
    grid: Grid,
    topics: number,
    topicsOf: (person: PreparedMember) => TopicNumbers,
  ) {
    this.#grid = grid;
    const counts = new Int32Array(topics * grid.levels * grid.clocks);
    const each = (visit: (bucket: number, number: number) => void): void => {
      for (const [number, person] of people.entries()) {
        for (const topic of topicsOf(person)) visit(this.first(topic, person.level) + person.clock, number);
      }
    };
    each((bucket) => (counts[bucket] = (counts[bucket] ?? 0) + 1));
    this.start = startsOf(counts);
    this.person = new Int32Array(this.start.at(-1) ?? 0);
    const next = this.start.slice();
    each((bucket, number) => {
      this.person[next[bucket] ?? 0] = number;
      next[bucket] = (next[bucket] ?? 0) + 1;
    });
  }

  /** The bucket of the first clock of a topic and level. */
  first(topic: number, level: number): number {
    const { lowest, levels, clocks } = this.#grid;
    return (topic * levels + level - lowest) * clocks;
  }
}
