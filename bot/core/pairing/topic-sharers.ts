import { PeopleSet } from './people-set.ts';
import type { PreparedMember, TopicNumbers } from './prepare.ts';
import { startsOf } from './engine/rows.ts';
import type { RuleContext } from './rules/rule.ts';

/**
 * Everyone who shares a topic with a person as the rule of topics asks for it and may be paired with them at all,
 * without looking at all: good until the next call.
 */
export type TopicSharers = (person: PreparedMember) => PeopleSet;

type Topics = (member: PreparedMember) => TopicNumbers;
const offers: Topics = (member) => member.offers;
const needs: Topics = (member) => member.needs;

/** Mentors offer what a person needs; among peers any topic of the one may be any of the other. */
export function topicSharers({ pool, settings }: RuleContext): TopicSharers {
  const isMutual = settings.mode !== 'mentoring';
  const lists = (isMutual ? [offers, needs] : [offers]).map((of) => new Sharers(pool, of));
  const sharing = new PeopleSet(pool.members.length);
  return (person) => {
    sharing.clear();
    for (const list of lists) {
      for (const topic of person.needs) list.addTo(sharing, topic);
      if (isMutual) for (const topic of person.offers) list.addTo(sharing, topic);
    }
    sharing.delete(person.at);
    for (const at of pool.apartFrom(person)) sharing.delete(at);
    return sharing;
  };
}

/** Who has each topic. */
class Sharers {
  readonly #people: number;
  readonly #start: Int32Array;
  readonly #items: Int32Array;
  /** By topic that more have than a set has words: they are added word by word from the second time on. */
  readonly #sets = new Map<number, PeopleSet>();

  constructor({ members, topics }: RuleContext['pool'], of: Topics) {
    const counts = new Int32Array(topics.length);
    for (const member of members) for (const topic of of(member)) counts[topic] = (counts[topic] ?? 0) + 1;
    this.#people = members.length;
    this.#start = startsOf(counts);
    this.#items = new Int32Array(this.#start[topics.length] ?? 0);
    const next = this.#start.slice();
    for (const member of members) {
      for (const topic of of(member)) {
        this.#items[next[topic] ?? 0] = member.at;
        next[topic] = (next[topic] ?? 0) + 1;
      }
    }
  }

  addTo(set: PeopleSet, topic: number): void {
    const known = this.#sets.get(topic);
    if (known !== undefined) set.addAll(known);
    else if (this.#addEach(set, topic) > this.#people / 32) {
      const own = new PeopleSet(this.#people);
      this.#addEach(own, topic);
      this.#sets.set(topic, own);
    }
  }

  /** Says how many there are. */
  #addEach(set: PeopleSet, topic: number): number {
    const [from, end] = [this.#start[topic] ?? 0, this.#start[topic + 1] ?? 0];
    for (let at = from; at < end; at += 1) set.add(this.#items[at] ?? 0);
    return end - from;
  }
}
