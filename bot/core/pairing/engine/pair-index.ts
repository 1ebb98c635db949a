import { FULL } from '../fit.ts';
import type { PreparedMember } from '../prepare.ts';
import type { RuleContext } from '../rules/rule.ts';
import { MentorBuckets } from './mentor-buckets.ts';

/**
 * Finds everyone whom a seeker may meet, and what the pair would cost, without looking at all pairs: mentors lie in
 * buckets of topic, level and working clock. Rules that need to know both people by name (reporting line, do not pair)
 * are left to the caller, as is any rule that is not known here: what is found holds every admissible pair.
 */
export class PairIndex {
  readonly buckets: MentorBuckets;
  /** What the last call of `find` found, in no order of meaning. */
  readonly mentor: Int32Array;
  readonly cost: Int32Array;
  /** By mentor: worth of the needs met so far, and the other parts of the fit; -1 is not met in this call. */
  readonly #met: Int32Array;
  readonly #rest: Int32Array;

  constructor(context: RuleContext, mentors: readonly PreparedMember[], more: number) {
    this.buckets = new MentorBuckets(context, mentors, more);
    this.mentor = new Int32Array(mentors.length);
    this.cost = new Int32Array(mentors.length);
    this.#met = new Int32Array(mentors.length).fill(-1);
    this.#rest = new Int32Array(mentors.length);
  }

  /** How many there are, or hardly more than `most`; `mentor` and `cost` hold them until the next call. */
  find(seeker: PreparedMember, most = Infinity): number {
    const { start: starts, clocks, lowest, costs } = this.buckets;
    const hours = this.buckets.hoursWith(seeker);
    const steps = costs.stepOf(seeker);
    const { from, to } = this.buckets.levelsFor(seeker);
    let found = 0;
    for (let at = 0; at < seeker.needs.length; at += 1) {
      const topic = seeker.needs[at] ?? 0;
      for (let level = from; level <= to; level += 1) {
        const first = this.buckets.bucketOf(topic, level, 0);
        const same = (level - lowest) * 3;
        for (let clock = 0; clock < clocks; clock += 1) {
          const common = hours[clock] ?? -1;
          if (common < 0 || found >= most) continue;
          const [start, end] = [starts[first + clock] ?? 0, starts[first + clock + 1] ?? 0];
          if (start < end) found = this.#meet(seeker, { topic, start, end, common, steps, same, found });
        }
      }
    }
    this.#price(seeker, found);
    return found;
  }

  #meet(seeker: PreparedMember, run: Run): number {
    const { start, end, common, steps, same } = run;
    const { items, languages, department, years, costs } = this.buckets;
    const [met, rest] = [this.#met, this.#rest];
    const worth = costs.topicWeights[run.topic] ?? 0;
    const [spoken, ownDepartment, other] = [
      seeker.someLanguages,
      this.buckets.departmentNumber(seeker.department),
      costs.otherDepartment,
    ];
    const ownYears = seeker.years;
    let found = run.found;
    for (let at = start; at < end; at += 1) {
      const mentor = items[at] ?? 0;
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
    const { topicWeights, topicsFull, most, costOfFit } = this.buckets.costs;
    const [met, rest, mentors, costs] = [this.#met, this.#rest, this.mentor, this.cost];
    const { wear } = this.buckets;
    let wanted = 0;
    for (const topic of seeker.needs) wanted += topicWeights[topic] ?? 0;
    const enough = Math.min(wanted, topicsFull);
    for (let at = 0; at < found; at += 1) {
      const mentor = mentors[at] ?? 0;
      const topics = enough === 0 ? FULL : Math.min(FULL, Math.floor((FULL * (met[mentor] ?? 0)) / enough));
      met[mentor] = -1;
      const fit = most === 0 ? FULL : Math.floor((topicsFull * topics + (rest[mentor] ?? 0)) / most);
      costs[at] = (costOfFit[fit] ?? 0) + (wear[mentor] ?? 0);
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
