import { FULL, wear } from '../fit.ts';
import type { PreparedMember } from '../prepare.ts';
import type { RuleContext } from '../rules/rule.ts';
import { pairCosts } from './pair-costs.ts';
import type { PairCosts } from './pair-costs.ts';
import { startsOf } from './rows.ts';

/**
 * Finds everyone whom a seeker may meet, and what the pair would cost, without looking at all pairs: mentors lie in
 * buckets of topic, level and working clock. Rules that need to know both people by name (reporting line, do not pair)
 * are left to the caller, as is any rule that is not known here: what is found holds every admissible pair.
 */
export class PairIndex {
  readonly mentors: readonly PreparedMember[];
  /** What the last call of `find` found, in no order of meaning. */
  readonly mentor: Int32Array;
  readonly cost: Int32Array;
  readonly #context: RuleContext;
  readonly #costs: PairCosts;
  readonly #lowest: number;
  readonly #levels: number;
  readonly #clocks: number;
  readonly #bucketStart: Int32Array;
  readonly #bucket: Int32Array;
  readonly #languages: Int32Array;
  readonly #department: Int32Array;
  readonly #departments = new Map<string, number>();
  readonly #years: Float64Array;
  /** By mentor: what asking them again costs. */
  readonly #wear: Int32Array;
  /** By mentor: worth of the needs met so far, and the other parts of the fit; -1 is not met in this call. */
  readonly #met: Int32Array;
  readonly #rest: Int32Array;
  /** By clock of the seeker: weighted common time with each clock; -1 where it is too little. */
  readonly #hours = new Map<number, Int32Array>();
  readonly #someoneAt: PreparedMember[] = [];

  constructor(context: RuleContext, mentors: readonly PreparedMember[], more: number) {
    const levels = context.pool.members.map((member) => member.level);
    this.#lowest = levels.reduce((least, level) => Math.min(least, level), Infinity);
    const highest = levels.reduce((most, level) => Math.max(most, level), -Infinity);
    this.#levels = Math.max(0, highest - this.#lowest + 1);
    this.#clocks = context.pool.members.reduce((most, { clock }) => Math.max(most, clock + 1), 0);
    for (const member of context.pool.members) this.#someoneAt[member.clock] ??= member;
    this.mentors = mentors;
    this.#context = context;
    this.#costs = pairCosts(context, { lowest: this.#lowest, highest });
    this.mentor = new Int32Array(mentors.length);
    this.cost = new Int32Array(mentors.length);
    this.#met = new Int32Array(mentors.length).fill(-1);
    this.#rest = new Int32Array(mentors.length);
    this.#languages = Int32Array.from(mentors, (member) => member.someLanguages);
    this.#department = Int32Array.from(mentors, (member) => this.#departmentOf(member));
    this.#years = Float64Array.from(mentors, (member) => member.years);
    this.#wear = Int32Array.from(mentors, (member) => wear(member.guidedLately) + more);
    ({ start: this.#bucketStart, items: this.#bucket } = this.#fill());
  }

  #departmentOf({ department }: PreparedMember): number {
    const known = this.#departments.get(department) ?? this.#departments.size;
    this.#departments.set(department, known);
    return known;
  }

  #bucketOf(topic: number, level: number, clock: number): number {
    return (topic * this.#levels + level - this.#lowest) * this.#clocks + clock;
  }

  #fill(): { start: Int32Array; items: Int32Array } {
    const counts = new Int32Array(this.#context.pool.topics.length * this.#levels * this.#clocks);
    const each = (visit: (bucket: number, mentor: number) => void): void => {
      for (const [number, mentor] of this.mentors.entries()) {
        for (const topic of mentor.offers) visit(this.#bucketOf(topic, mentor.level, mentor.clock), number);
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

  #hoursWith(seeker: PreparedMember): Int32Array {
    const known = this.#hours.get(seeker.clock);
    if (known !== undefined) return known;
    const least = this.#context.settings.commonHours * 60;
    const made = Int32Array.from(this.#someoneAt, (other) => {
      const minutes = this.#context.pool.commonMinutes(other, seeker);
      return minutes < least ? -1 : this.#costs.hoursOf(minutes);
    });
    this.#hours.set(seeker.clock, made);
    return made;
  }

  /** How many there are, or hardly more than `most`; `mentor` and `cost` hold them until the next call. */
  find(seeker: PreparedMember, most = Infinity): number {
    const { min, max } = this.#context.settings.stepsAhead;
    const hours = this.#hoursWith(seeker);
    const steps = this.#costs.stepOf(seeker);
    const from = Math.max(this.#lowest, seeker.level + min);
    const to = Math.min(this.#lowest + this.#levels - 1, seeker.level + max);
    let found = 0;
    for (let at = 0; at < seeker.needs.length; at += 1) {
      const topic = seeker.needs[at] ?? 0;
      for (let level = from; level <= to; level += 1) {
        const first = this.#bucketOf(topic, level, 0);
        const same = (level - this.#lowest) * 3;
        for (let clock = 0; clock < this.#clocks; clock += 1) {
          const common = hours[clock] ?? -1;
          if (common < 0 || found >= most) continue;
          const [start, end] = [
            this.#bucketStart[first + clock] ?? 0,
            this.#bucketStart[first + clock + 1] ?? 0,
          ];
          if (start < end) found = this.#meet(seeker, { topic, start, end, common, steps, same, found });
        }
      }
    }
    this.#price(seeker, found);
    return found;
  }

  #meet(seeker: PreparedMember, run: Run): number {
    const { start, end, common, steps, same } = run;
    const [met, rest, languages, department, years] = [
      this.#met,
      this.#rest,
      this.#languages,
      this.#department,
      this.#years,
    ];
    const worth = this.#costs.topicWeights[run.topic] ?? 0;
    const [spoken, ownDepartment, other] = [
      seeker.someLanguages,
      this.#departments.get(seeker.department) ?? -1,
      this.#costs.otherDepartment,
    ];
    const ownYears = seeker.years;
    let found = run.found;
    for (let at = start; at < end; at += 1) {
      const mentor = this.#bucket[at] ?? 0;
      const before = met[mentor] ?? 0;
      if (before >= 0) {
        met[mentor] = before + worth;
        continue;
      }
      if (((languages[mentor] ?? 0) & spoken) === 0) continue;
      const ahead = years[mentor] ?? 0;
      const step = steps[same + (ahead > ownYears ? 2 : ahead < ownYears ? 0 : 1)] ?? 0;
      met[mentor] = worth;
      rest[mentor] = common + step + (department[mentor] === ownDepartment ? 0 : other);
      this.mentor[found] = mentor;
      found += 1;
    }
    return found;
  }

  /** Turns the sums of those found into costs, in the words of fit.ts, and forgets the sums. */
  #price(seeker: PreparedMember, found: number): void {
    const { topicWeights, topicsFull, most, costOfFit } = this.#costs;
    const [met, rest, mentors, costs] = [this.#met, this.#rest, this.mentor, this.cost];
    let wanted = 0;
    for (const topic of seeker.needs) wanted += topicWeights[topic] ?? 0;
    const enough = Math.min(wanted, topicsFull);
    for (let at = 0; at < found; at += 1) {
      const mentor = mentors[at] ?? 0;
      const topics = enough === 0 ? FULL : Math.min(FULL, Math.floor((FULL * (met[mentor] ?? 0)) / enough));
      met[mentor] = -1;
      const fit = most === 0 ? FULL : Math.floor((topicsFull * topics + (rest[mentor] ?? 0)) / most);
      costs[at] = (costOfFit[fit] ?? 0) + (this.#wear[mentor] ?? 0);
    }
  }
}

interface Run {
  readonly topic: number;
  readonly start: number;
  readonly end: number;
  readonly common: number;
  readonly steps: Int32Array;
  /** Where the mentor's level lies in `steps`. */
  readonly same: number;
  readonly found: number;
}
