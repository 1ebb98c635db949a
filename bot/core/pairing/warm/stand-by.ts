import type { PersonId, TopicId } from '../../ids.ts';
import type { PoolMember } from '../../ports/rounds.ts';
import type { Role } from '../../round.ts';
import type { PairingInput } from '../input.ts';
import { prepare } from '../prepare.ts';
import { stepAhead } from '../rules/step-ahead.ts';

/** Someone whose proposal fell through, or who came late, and who is willing. */
export interface Willing {
  readonly personId: PersonId;
  readonly role: Role;
}

type ByTopic = Map<TopicId, PoolMember[]>;

/**
 * A pool made ready for changes one at a time: who has a place, by topic. Built once in one pass; then each question
 * looks at those only who could be meant, and takes milliseconds in a round of a hundred thousand.
 */
export class StandBy {
  readonly input: PairingInput;
  readonly #byId = new Map<PersonId, PoolMember>();
  readonly #offering: ByTopic = new Map();
  readonly #needing: ByTopic = new Map();
  readonly #apart = new Map<PersonId, (readonly [PersonId, PersonId])[]>();
  readonly #levels: ReadonlySet<number>;

  constructor(input: PairingInput) {
    this.input = input;
    const peers = input.settings.mode !== 'mentoring';
    for (const member of input.pool.members) {
      this.#byId.set(member.personId, member);
      const offers = peers ? member.freeAsMentee > 0 : member.freeAsMentor > 0;
      for (const topic of offers ? member.offers : []) addTo(this.#offering, topic, member);
      for (const topic of member.freeAsMentee > 0 ? member.needs : []) addTo(this.#needing, topic, member);
    }
    for (const pair of input.pool.forbidden) for (const id of pair) addTo(this.#apart, id, pair);
    this.#levels = new Set(input.pool.members.map((member) => member.level));
  }

  /** The part of the pool that matters to one person: who has a place for them, on a level that they may meet. */
  around({ personId, role }: Willing): PairingInput {
    const person = this.#byId.get(personId);
    if (person === undefined)
      return { ...this.input, pool: { members: [], managerOf: new Map(), forbidden: [] } };
    const levels = this.#levelsFor(person, role);
    const found = new Set([person]);
    const look = (lists: ByTopic, topics: readonly TopicId[]): void => {
      for (const topic of topics) {
        for (const member of lists.get(topic) ?? []) if (levels.has(member.level)) found.add(member);
      }
    };
    if (role !== 'mentor') look(this.#offering, person.needs);
    if (role !== 'mentee') look(this.#needing, person.offers);
    if (role === 'peer') {
      look(this.#offering, person.offers);
      look(this.#needing, person.needs);
    }
    const members = [...found];
    const forbidden = this.#apart.get(personId) ?? [];
    return { ...this.input, pool: { members, managerOf: this.#linesOf(members), forbidden } };
  }

  /** Asks the rule itself about stand-ins, one for each level. */
  #levelsFor(person: PoolMember, role: Role): ReadonlySet<number> {
    const pool = prepare({ ...this.input, pool: { members: [person], managerOf: new Map(), forbidden: [] } });
    const context = { pool, settings: this.input.settings };
    const [own] = pool.members;
    if (own === undefined) return new Set();
    return new Set(
      [...this.#levels].filter((level) => {
        const other = { ...own, level };
        return role === 'mentor'
          ? stepAhead.holds(context, own, other)
          : stepAhead.holds(context, other, own);
      }),
    );
  }

  /** The managers above these people, as far up as there are any. */
  #linesOf(members: readonly PoolMember[]): ReadonlyMap<PersonId, PersonId> {
    const lines = new Map<PersonId, PersonId>();
    for (const { personId } of members) {
      for (let at = personId; !lines.has(at);) {
        const manager = this.input.pool.managerOf.get(at);
        if (manager === undefined) break;
        lines.set(at, manager);
        at = manager;
      }
    }
    return lines;
  }
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}
