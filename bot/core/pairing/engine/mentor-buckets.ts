import { wear } from '../fit.ts';
import type { PreparedMember } from '../prepare.ts';
import type { RuleContext } from '../rules/rule.ts';
import { pairCosts } from './pair-costs.ts';
import type { PairCosts } from './pair-costs.ts';
import { startsOf } from './rows.ts';

/** Clocks beside each other, up to but without `to`, with which somebody has as much in common. */
export interface ClockRun {
  readonly from: number;
  readonly to: number;
  /** The weighted part of common time. */
  readonly common: number;
}

/** Mentors in buckets of topic, level and working clock, with what pairs with them cost as tables of whole numbers. */
export class MentorBuckets {
  readonly mentors: readonly PreparedMember[];
  readonly costs: PairCosts;
  readonly topics: number;
  readonly lowest: number;
  readonly levels: number;
  readonly clocks: number;
  /** Where a bucket starts in `items`. */
  readonly start: Int32Array;
  readonly items: Int32Array;
  readonly languages: Int32Array;
  readonly department: Int32Array;
  readonly years: Float64Array;
  /** By mentor: what asking them again costs, and `more`, which every pair costs besides. */
  readonly wear: Int32Array;
  readonly #context: RuleContext;
  readonly #departments = new Map<string, number>();
  /** By clock of the seeker. */
  readonly #runs = new Map<number, readonly ClockRun[]>();
  readonly #someoneAt: PreparedMember[] = [];

  constructor(context: RuleContext, mentors: readonly PreparedMember[], more: number) {
    const levels = context.pool.members.map((member) => member.level);
    this.lowest = levels.reduce((least, level) => Math.min(least, level), Infinity);
    const highest = levels.reduce((most, level) => Math.max(most, level), -Infinity);
    this.levels = Math.max(0, highest - this.lowest + 1);
    this.clocks = context.pool.members.reduce((most, { clock }) => Math.max(most, clock + 1), 0);
    for (const member of context.pool.members) this.#someoneAt[member.clock] ??= member;
    this.mentors = mentors;
    this.topics = context.pool.topics.length;
    this.#context = context;
    this.costs = pairCosts(context, { lowest: this.lowest, highest });
    this.languages = Int32Array.from(mentors, (member) => member.someLanguages);
    this.department = Int32Array.from(mentors, ({ department }) => {
      const known = this.departmentNumber(department);
      if (known === -1) this.#departments.set(department, this.#departments.size);
      return this.departmentNumber(department);
    });
    this.years = Float64Array.from(mentors, (member) => member.years);
    this.wear = Int32Array.from(mentors, (member) => wear(member.guidedLately) + more);
    ({ start: this.start, items: this.items } = this.#fill());
  }

  /** -1 where no mentor works. */
  departmentNumber(department: string): number {
    return this.#departments.get(department) ?? -1;
  }

  bucketOf(topic: number, level: number, clock: number): number {
    return (topic * this.levels + level - this.lowest) * this.clocks + clock;
  }

  /** How many offer a topic, or those of them at some levels. */
  sizeOf(topic: number, from = this.lowest, to = this.lowest + this.levels - 1): number {
    return (
      (this.start[this.bucketOf(topic, to + 1, 0)] ?? 0) - (this.start[this.bucketOf(topic, from, 0)] ?? 0)
    );
  }

  /** The levels at which somebody may guide a seeker. */
  levelsFor(seeker: PreparedMember): { from: number; to: number } {
    const { min, max } = this.#context.settings.stepsAhead;
    const from = Math.max(this.lowest, seeker.level + min);
    return { from, to: Math.min(this.lowest + this.levels - 1, seeker.level + max) };
  }

  /** Ascending; clocks with which there is too little common time are in none. */
  runsWith(seeker: PreparedMember): readonly ClockRun[] {
    const known = this.#runs.get(seeker.clock);
    if (known !== undefined) return known;
    const least = this.#context.settings.commonHours * 60;
    const runs: ClockRun[] = [];
    for (const [clock, other] of this.#someoneAt.entries()) {
      const minutes = this.#context.pool.commonMinutes(other, seeker);
      if (minutes < least) continue;
      const common = this.costs.hoursOf(minutes);
      const last = runs.at(-1);
      const isOn = last?.to === clock && last.common === common;
      if (isOn) runs.pop();
      runs.push({ from: isOn ? last.from : clock, to: clock + 1, common });
    }
    this.#runs.set(seeker.clock, runs);
    return runs;
  }

  #fill(): { start: Int32Array; items: Int32Array } {
    const counts = new Int32Array(this.topics * this.levels * this.clocks);
    const each = (visit: (bucket: number, mentor: number) => void): void => {
      for (const [number, mentor] of this.mentors.entries()) {
        for (const topic of mentor.offers) visit(this.bucketOf(topic, mentor.level, mentor.clock), number);
      }
    };
    each((bucket) => (counts[bucket] = (counts[bucket] ?? 0) + 1));
    const start = startsOf(counts);
    const items = new Int32Array(start.at(-1) ?? 0);
    const next = start.slice();
    each((bucket, mentor) => {
      items[next[bucket] ?? 0] = mentor;
      next[bucket] = (next[bucket] ?? 0) + 1;
    });
    return { start, items };
  }
}
