import type { PersonId } from '../../ids.ts';
import type { Role } from '../../round.ts';
import type { PairingInput } from '../input.ts';
import { prepare } from '../prepare.ts';
import type { PreparedMember, TopicNumbers } from '../prepare.ts';
import type { RuleContext } from '../rules/rule.ts';

/** Someone whose proposal fell through, or who came late, and who is willing. */
export interface Willing {
  readonly personId: PersonId;
  readonly role: Role;
}

type ByTopic = readonly PreparedMember[][];

/**
 * A pool made ready for changes one at a time: those who still have a place, by topic. Built once, mostly out of the few
 * whom a round leaves free; then each question looks at those only who could be meant.
 */
export class StandBy {
  readonly context: RuleContext;
  readonly seed: number;
  readonly #byId: ReadonlyMap<PersonId, PreparedMember>;
  readonly #offering: ByTopic;
  readonly #needing: ByTopic;
  /** By place in the pool: the question in which someone was last met. */
  readonly #metIn: Int32Array;
  #questions = 0;

  constructor(input: PairingInput) {
    const members = input.pool.members.filter((member) => member.freeAsMentor > 0 || member.freeAsMentee > 0);
    const pool = prepare({ ...input, pool: { ...input.pool, members } });
    const hasPlace = (member: PreparedMember): boolean =>
      input.settings.mode === 'mentoring' ? member.freeAsMentor > 0 : member.seeks;
    this.context = { pool, settings: input.settings };
    this.seed = input.seed;
    this.#byId = new Map(pool.members.map((member) => [member.id, member]));
    this.#metIn = new Int32Array(pool.members.length);
    this.#offering = byTopic(pool.topics.length, pool.members.filter(hasPlace), (member) => member.offers);
    const seekers = pool.members.filter((member) => member.seeks);
    this.#needing = byTopic(pool.topics.length, seekers, (member) => member.needs);
  }

  member(id: PersonId): PreparedMember | undefined {
    return this.#byId.get(id);
  }

  /** Whom someone could meet as far as places and topics go, each once; the rules are still to be asked. */
  around(person: PreparedMember, role: Role): readonly PreparedMember[] {
    this.#questions += 1;
    this.#metIn[person.at] = this.#questions;
    const found: PreparedMember[] = [];
    if (role !== 'mentor') this.#look(this.#offering, person.needs, found);
    if (role !== 'mentee') this.#look(this.#needing, person.offers, found);
    if (role !== 'peer') return found;
    this.#look(this.#offering, person.offers, found);
    this.#look(this.#needing, person.needs, found);
    return found;
  }

  #look(lists: ByTopic, topics: TopicNumbers, found: PreparedMember[]): void {
    for (const topic of topics) {
      for (const member of lists[topic] ?? []) {
        if (this.#metIn[member.at] === this.#questions) continue;
        this.#metIn[member.at] = this.#questions;
        found.push(member);
      }
    }
  }
}

function byTopic(
  topics: number,
  members: readonly PreparedMember[],
  topicsOf: (member: PreparedMember) => TopicNumbers,
): ByTopic {
  const lists: PreparedMember[][] = Array.from({ length: topics }, () => []);
  for (const member of members) for (const topic of topicsOf(member)) lists[topic]?.push(member);
  return lists;
}
