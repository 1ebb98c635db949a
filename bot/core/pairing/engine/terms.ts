import type { PreparedMember } from '../prepare.ts';
import type { RuleContext } from '../rules/rule.ts';
import { pairCosts } from './pair-costs.ts';
import type { PairCosts } from './pair-costs.ts';

/** Clocks beside each other, up to but without `to`, with which somebody has as much in common. */
export interface ClockRun {
  readonly from: number;
  readonly to: number;
  /** The weighted part of common time. */
  readonly common: number;
}

/** Whom somebody looks for: those who are ahead of them, or those they are ahead of. */
export type Towards = 1 | -1;

/** What counts of two people's levels and working clocks, whoever they are. */
export class Terms {
  readonly costs: PairCosts;
  readonly topics: number;
  readonly lowest: number;
  readonly levels: number;
  readonly clocks: number;
  readonly departments: ReadonlyMap<string, number>;
  /** By how many years: the place among all there are, ascending. */
  readonly years: ReadonlyMap<number, number>;
  readonly #context: RuleContext;
  readonly #someoneAt: PreparedMember[] = [];
  /** By clock. */
  readonly #runs: (readonly ClockRun[])[] = [];

  constructor(context: RuleContext) {
    const { members, topics } = context.pool;
    let [lowest, highest] = [Infinity, -Infinity];
    const departments = new Map<string, number>();
    const years = new Set<number>();
    for (const member of members) {
      lowest = Math.min(lowest, member.level);
      highest = Math.max(highest, member.level);
      this.#someoneAt[member.clock] ??= member;
      if (!departments.has(member.department)) departments.set(member.department, departments.size);
      years.add(member.years);
    }
    this.lowest = lowest;
    this.levels = Math.max(0, highest - lowest + 1);
    this.clocks = this.#someoneAt.length;
    this.topics = topics.length;
    this.departments = departments;
    this.years = new Map([...years].toSorted((a, b) => a - b).map((value, place) => [value, place]));
    this.costs = pairCosts(context, { lowest, highest });
    this.#context = context;
  }

  bucketOf(topic: number, level: number, clock: number): number {
    return (topic * this.levels + level - this.lowest) * this.clocks + clock;
  }

  /** The levels at which those may be whom somebody looks for. */
  levelsFor(level: number, towards: Towards = 1): { from: number; to: number } {
    const { min, max } = this.#context.settings.stepsAhead;
    const [near, far] = towards === 1 ? [level + min, level + max] : [level - max, level - min];
    return { from: Math.max(this.lowest, near), to: Math.min(this.lowest + this.levels - 1, far) };
  }

  /** Ascending; clocks with which there is too little common time are in none. */
  runsWith(clock: number): readonly ClockRun[] {
    return (this.#runs[clock] ??= this.#runsOf(clock));
  }

  #runsOf(own: number): readonly ClockRun[] {
    const someone = this.#someoneAt[own];
    const least = this.#context.settings.commonHours * 60;
    const runs: ClockRun[] = [];
    for (const [clock, other] of this.#someoneAt.entries()) {
      const minutes = someone === undefined ? 0 : this.#context.pool.commonMinutes(other, someone);
      if (minutes < least) continue;
      const common = this.costs.hoursOf(minutes);
      const last = runs.at(-1);
      const isOn = last?.to === clock && last.common === common;
      if (isOn) runs.pop();
      runs.push({ from: isOn ? last.from : clock, to: clock + 1, common });
    }
    return runs;
  }
}
