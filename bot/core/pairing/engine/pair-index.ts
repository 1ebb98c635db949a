import { FULL } from '../fit.ts';
import type { PreparedMember } from '../prepare.ts';
import type { Side } from './side.ts';
import type { ClockRun, Terms } from './terms.ts';
import { TopicBuckets } from './topic-buckets.ts';

/**
 * Finds everyone whom a seeker may meet, and what the pair would cost, without looking at all pairs: mentors lie in
 * buckets of topic, level and working clock. Rules that need to know both people by name (reporting line, do not pair)
 * are left to the caller, as is any rule that is not known here: what is found holds every admissible pair.
 */
export class PairIndex {
  readonly buckets: TopicBuckets;
  /** What the last call of `find` found, in no order of meaning. */
  readonly mentor: Int32Array;
  readonly cost: Int32Array;
  readonly #entries: Int32Array;
  /** By mentor: worth of the needs met so far; -1 is not met in this call. */
  readonly #met: Int32Array;
  /** Beside `mentor`: the parts of the fit other than topics. */
  readonly #rest: Int32Array;
  #found = 0;

  constructor(terms: Terms, mentors: Side) {
    this.buckets = new TopicBuckets(terms, mentors);
    this.#entries = this.buckets.entries();
    const count = mentors.people.length;
    this.mentor = new Int32Array(count);
    this.cost = new Int32Array(count);
    this.#met = new Int32Array(count).fill(-1);
    this.#rest = new Int32Array(count);
  }

  /** No more than so many can be found: those who meet two needs are counted twice, and hours are not looked at. */
  atMost(seeker: PreparedMember): number {
    const { from, to } = this.buckets.terms.levelsFor(seeker.level);
    return from > to ? 0 : seeker.needs.reduce((sum, topic) => sum + this.buckets.sizeOf(topic, from, to), 0);
  }

  /** How many there are, or hardly more than `most`; `mentor` and `cost` hold them until the next call. */
  find(seeker: PreparedMember, most = Infinity): number {
    const { terms } = this.buckets;
    const { from, to } = terms.levelsFor(seeker.level);
    const own: Own = {
      runs: terms.runsWith(seeker.clock),
      steps: terms.costs.stepOf(seeker),
      department: terms.departments.get(seeker.department) ?? -1,
      languages: seeker.someLanguages,
      years: terms.years.get(seeker.years) ?? 0,
    };
    this.#found = 0;
    for (const topic of seeker.needs) {
      for (let level = from; level <= to; level += 1) this.#meetLevel(own, topic, level, most);
    }
    this.#price(seeker, this.#found);
    return this.#found;
  }

  #meetLevel(own: Own, topic: number, level: number, most: number): void {
    const { start, terms } = this.buckets;
    const first = terms.bucketOf(topic, level, 0);
    const worth = terms.costs.topicWeights[topic] ?? 0;
    const same = (level - terms.lowest) * 3;
    for (const run of own.runs) {
      if (this.#found >= most) return;
      const [from, end] = [start[first + run.from] ?? 0, start[first + run.to] ?? 0];
      if (from < end) this.#meet(own, { from, end, worth, common: run.common, same });
    }
  }

  #meet(own: Own, { from, end, worth, common, same }: Stretch): void {
    const { languages: spoken, department: ownDepartment, years: ownYears, steps } = own;
    const { languages, department, years } = this.buckets.side;
    const [entries, met, rest, mentors] = [this.#entries, this.#met, this.#rest, this.mentor];
    const other = this.buckets.terms.costs.otherDepartment;
    const alike = steps[same + 1] ?? 0;
    const isByYears = steps[same] !== alike || steps[same + 2] !== alike;
    let found = this.#found;
    for (let at = from; at < end; at += 1) {
      const mentor = entries[at] ?? 0;
      const before = met[mentor] ?? 0;
      if (before >= 0) {
        met[mentor] = before + worth;
        continue;
      }
      if (((languages[mentor] ?? 0) & spoken) === 0) continue;
      let step = alike;
      if (isByYears) {
        const ahead = years[mentor] ?? 0;
        step = steps[same + (ahead > ownYears ? 2 : ahead < ownYears ? 0 : 1)] ?? 0;
      }
      met[mentor] = worth;
      rest[found] = common + step + (department[mentor] === ownDepartment ? 0 : other);
      mentors[found] = mentor;
      found += 1;
    }
    this.#found = found;
  }

  /** Turns the sums of those found into costs, in the words of fit.ts, and forgets the sums. */
  #price(seeker: PreparedMember, found: number): void {
    const { topicWeights, topicsFull, most, costOfFit } = this.buckets.terms.costs;
    const [met, rest, mentors, costs] = [this.#met, this.#rest, this.mentor, this.cost];
    const { extra } = this.buckets.side;
    let wanted = 0;
    for (const topic of seeker.needs) wanted += topicWeights[topic] ?? 0;
    const enough = Math.min(wanted, topicsFull);
    // Most meet one need, and as much as the one before them.
    let [last, topics] = [-1, 0];
    for (let at = 0; at < found; at += 1) {
      const mentor = mentors[at] ?? 0;
      const worth = met[mentor] ?? 0;
      if (worth !== last) {
        topics = topicsFull * (enough === 0 ? FULL : Math.min(FULL, Math.floor((FULL * worth) / enough)));
        last = worth;
      }
      met[mentor] = -1;
      const fit = most === 0 ? FULL : Math.floor((topics + (rest[at] ?? 0)) / most);
      costs[at] = (costOfFit[fit] ?? 0) + (extra[mentor] ?? 0);
    }
  }
}

/** What of a seeker counts for every mentor they meet. */
interface Own {
  readonly runs: readonly ClockRun[];
  readonly steps: Int32Array;
  readonly department: number;
  readonly languages: number;
  readonly years: number;
}

/** Mentors of one topic and level, and clocks that are alike to the seeker. */
interface Stretch {
  readonly from: number;
  readonly end: number;
  readonly worth: number;
  readonly common: number;
  /** Where their level lies in `steps`. */
  readonly same: number;
}
