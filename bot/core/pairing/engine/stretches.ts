import type { Terms, Towards } from './terms.ts';

/** Buckets beside each other of any one topic, of one level and of clocks with which somebody has as much in common. */
export interface Stretch {
  /** Counted from the first bucket of the topic, up to but without `to`. */
  readonly from: number;
  readonly to: number;
  /** The weighted part of common time. */
  readonly common: number;
  /** The weighted step to somebody of fewer years, as many, and more. */
  readonly steps: readonly [number, number, number];
  /** The most that all parts of the fit but topics can come to. */
  readonly best: number;
}

/** What can be met of each topic by people of one level and clock, those whom they fit best first. */
export class Stretches {
  readonly #terms: Terms;
  readonly #towards: Towards;
  /** By level and clock. */
  readonly #known: (readonly Stretch[] | undefined)[] = [];

  constructor(terms: Terms, towards: Towards) {
    this.#terms = terms;
    this.#towards = towards;
  }

  of({ level, clock }: { level: number; clock: number }): readonly Stretch[] {
    return (this.#known[this.#terms.bucketOf(0, level, clock)] ??= this.#listOf(level, clock));
  }

  #listOf(own: number, clock: number): readonly Stretch[] {
    const { from, to } = this.#terms.levelsFor(own, this.#towards);
    const found: Stretch[] = [];
    for (let level = from; level <= to; level += 1) {
      const first = this.#terms.bucketOf(0, level, 0);
      const steps = this.#stepsTo(own, level);
      const most = Math.max(...steps) + this.#terms.costs.otherDepartment;
      for (const run of this.#terms.runsWith(clock)) {
        const { common } = run;
        found.push({ from: first + run.from, to: first + run.to, common, steps, best: most + common });
      }
    }
    return found.sort((a, b) => b.best - a.best || a.from - b.from);
  }

  #stepsTo(own: number, level: number): Stretch['steps'] {
    const { costs, lowest } = this.#terms;
    const [mentor, seeker] = this.#towards === 1 ? [level, own] : [own, level];
    const table = costs.stepOf({ level: seeker });
    const at = (mentor - lowest) * 3;
    const [fewer, same, more] = [table[at] ?? 0, table[at + 1] ?? 0, table[at + 2] ?? 0];
    return this.#towards === 1 ? [fewer, same, more] : [more, same, fewer];
  }
}
