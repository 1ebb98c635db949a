import { pairCosts } from '../engine/pair-costs.ts';
import type { PairCosts } from '../engine/pair-costs.ts';
import { FULL, partMet, peersMet } from '../fit.ts';
import type { PreparedMember, TopicNumbers } from '../prepare.ts';
import type { RuleContext } from '../rules/rule.ts';
import { stepAhead } from '../rules/step-ahead.ts';
import { gridOf, TopicBuckets } from './topic-buckets.ts';
import type { Grid } from './topic-buckets.ts';

/** How far to look: only at people whose number is below, and whether having come through the same is enough. */
export interface Reach {
  readonly below: number;
  readonly sharedOffers: boolean;
}

/**
 * Finds whom a peer may meet, and what the pair would cost, without looking at all pairs: people lie in buckets of
 * topic, level and working clock. Rules that need to know both people by name are left to the caller, as is any rule
 * not known here. Two who only have come through the same are the poorest of pairs and by far the most: they are
 * looked at where `sharedOffers` asks for it.
 */
export class PeerIndex {
  readonly people: readonly PreparedMember[];
  /** What the last call of `find` found, in no order of meaning. */
  readonly other: Int32Array;
  readonly cost: Int32Array;
  readonly #context: RuleContext;
  readonly #grid: Grid;
  readonly #costs: PairCosts;
  readonly #offering: TopicBuckets;
  readonly #needing: TopicBuckets;
  readonly #languages: Int32Array;
  readonly #department: Int32Array;
  /** By person: the worth of what they could ask of one other. */
  readonly #asked: Int32Array;
  /** By person found so far: the rest of the fit, or -1; and the worth of topics in each direction and together. */
  readonly #rest: Int32Array;
  readonly #met: Int32Array;
  readonly #meets: Int32Array;
  readonly #facing: Int32Array;
  readonly #unused: Int32Array;
  readonly #hours = new Map<number, Int32Array>();
  readonly #someoneAt: PreparedMember[] = [];
  #found = 0;

  constructor(context: RuleContext, people: readonly PreparedMember[]) {
    const { topics } = context.pool;
    this.people = people;
    this.#context = context;
    this.#grid = gridOf(people);
    const highest = this.#grid.lowest + this.#grid.levels - 1;
    this.#costs = pairCosts(context, { lowest: this.#grid.lowest, highest });
    this.#offering = new TopicBuckets(people, this.#grid, topics.length, (person) => person.offers);
    this.#needing = new TopicBuckets(people, this.#grid, topics.length, (person) => person.needs);
    for (const person of people) this.#someoneAt[person.clock] ??= person;
    this.#languages = Int32Array.from(people, (person) => person.someLanguages);
    const departments = new Map(
      [...new Set(people.map((one) => one.department))].map((name, at) => [name, at]),
    );
    this.#department = Int32Array.from(people, ({ department }) => departments.get(department) ?? -1);
    const { topicWeights, topicsFull } = this.#costs;
    const worthOf = (needs: TopicNumbers): number =>
      needs.reduce((sum, topic) => sum + (topicWeights[topic] ?? 0), 0);
    this.#asked = Int32Array.from(people, ({ needs }) => Math.min(worthOf(needs), topicsFull));
    const zeros = (): Int32Array => new Int32Array(people.length);
    [this.other, this.cost, this.#met, this.#meets] = [zeros(), zeros(), zeros(), zeros()];
    [this.#facing, this.#unused, this.#rest] = [zeros(), zeros(), zeros().fill(-1)];
  }

  /** How many there are; `other` and `cost` hold them until the next call. */
  find(number: number, { below, sharedOffers }: Reach): number {
    const person = this.people[number];
    this.#found = 0;
    if (person === undefined) return 0;
    for (let level = this.#grid.lowest; level < this.#grid.lowest + this.#grid.levels; level += 1) {
      if (!this.#mayMeet(person, level)) continue;
      const from = { number, person, level, below };
      for (const topic of person.needs) this.#look(from, this.#offering, topic, this.#met);
      for (const topic of person.offers) this.#look(from, this.#needing, topic, this.#meets);
      for (const topic of person.needs) this.#look(from, this.#needing, topic, this.#facing);
      if (!sharedOffers) continue;
      for (const topic of person.offers) this.#look(from, this.#offering, topic, this.#unused);
    }
    this.#price(number);
    return this.#found;
  }

  #mayMeet(person: PreparedMember, level: number): boolean {
    return stepAhead.holds(this.#context, { ...person, level }, person);
  }

  #hoursWith(person: PreparedMember): Int32Array {
    const known = this.#hours.get(person.clock);
    if (known !== undefined) return known;
    const least = this.#context.settings.commonHours * 60;
    const made = Int32Array.from(this.#someoneAt, (other: PreparedMember | undefined) => {
      const minutes = other === undefined ? -1 : this.#context.pool.commonMinutes(other, person);
      return minutes < least ? -1 : this.#costs.hoursOf(minutes);
    });
    this.#hours.set(person.clock, made);
    return made;
  }

  #look(
    { number, person, level, below }: From,
    buckets: TopicBuckets,
    topic: number,
    sums: Int32Array,
  ): void {
    const hours = this.#hoursWith(person);
    const first = buckets.first(topic, level);
    const step = this.#costs.stepOf(person)[(level - this.#grid.lowest) * 3 + 1] ?? 0;
    const worth = this.#costs.topicWeights[topic] ?? 0;
    for (let clock = 0; clock < hours.length; clock += 1) {
      const common = hours[clock] ?? -1;
      const [start, end] = [buckets.start[first + clock] ?? 0, buckets.start[first + clock + 1] ?? 0];
      if (common < 0 || start === end || (buckets.person[start] ?? 0) >= below) continue;
      this.#meet(buckets.person, { start, end, below, number, rest: common + step, worth }, sums);
    }
  }

  #meet(people: Int32Array, { start, end, below, number, rest, worth }: Run, sums: Int32Array): void {
    const [rests, languages, departments] = [this.#rest, this.#languages, this.#department];
    const [spoken, department] = [languages[number] ?? 0, departments[number] ?? 0];
    const elsewhere = this.#costs.otherDepartment;
    for (let at = start; at < end; at += 1) {
      const other = people[at] ?? 0;
      if (other >= below) return;
      if ((rests[other] ?? 0) < 0) {
        if (((languages[other] ?? 0) & spoken) === 0 || other === number) continue;
        rests[other] = rest + (departments[other] === department ? 0 : elsewhere);
        this.other[this.#found] = other;
        this.#found += 1;
      }
      sums[other] = (sums[other] ?? 0) + worth;
    }
  }

  /** Turns the sums of those found into costs, in the words of fit.ts, and forgets the sums. */
  #price(number: number): void {
    const { topicsFull, most, costOfFit } = this.#costs;
    const [met, meets, facing, rest] = [this.#met, this.#meets, this.#facing, this.#rest];
    const asked = this.#asked[number] ?? 0;
    for (let at = 0; at < this.#found; at += 1) {
      const other = this.other[at] ?? 0;
      const one = partMet(met[other] ?? 0, asked);
      const back = partMet(meets[other] ?? 0, this.#asked[other] ?? 0);
      const topics = peersMet(one, back, facing[other] ?? 0, topicsFull);
      const fit = most === 0 ? FULL : Math.floor((topicsFull * topics + (rest[other] ?? 0)) / most);
      this.cost[at] = costOfFit[fit] ?? 0;
      met[other] = 0;
      meets[other] = 0;
      facing[other] = 0;
      this.#unused[other] = 0;
      rest[other] = -1;
    }
  }
}

interface From {
  readonly number: number;
  readonly person: PreparedMember;
  readonly level: number;
  readonly below: number;
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly below: number;
  readonly number: number;
  readonly rest: number;
  readonly worth: number;
}
