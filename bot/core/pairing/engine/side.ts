import { wear } from '../fit.ts';
import { hashText } from '../hash.ts';
import type { PreparedMember, TopicNumbers } from '../prepare.ts';
import type { Terms, Towards } from './terms.ts';

/** Seekers or mentors by number, in columns: a hundred million pairs are looked at, and people lie all over memory. */
export interface Side {
  readonly people: readonly PreparedMember[];
  readonly towards: Towards;
  /** What seekers need, what mentors offer. */
  readonly topics: readonly TopicNumbers[];
  readonly languages: Int32Array;
  readonly department: Int32Array;
  /** By place among all years there are. */
  readonly years: Int32Array;
  /** By seeker: the worth of all needs, as far as it counts. Mentors ask for nothing. */
  readonly asks: Int32Array;
  /** By mentor: what pairs with them cost beside what these lack. With seekers they cost nothing more. */
  readonly extra: Int32Array;
  /** Mixed with one of the other side it is the tie of the pair. */
  readonly chance: Int32Array;
}

function columnsOf(terms: Terms, people: readonly PreparedMember[]) {
  return {
    people,
    languages: Int32Array.from(people, (member) => member.someLanguages),
    department: Int32Array.from(people, (member) => terms.departments.get(member.department) ?? -1),
    years: Int32Array.from(people, (member) => terms.years.get(member.years) ?? 0),
  };
}

export function seekerSide(terms: Terms, people: readonly PreparedMember[], seed: number): Side {
  const { topicWeights, topicsFull } = terms.costs;
  const worth = (topics: TopicNumbers): number =>
    topics.reduce((sum, topic) => sum + (topicWeights[topic] ?? 0), 0);
  return {
    ...columnsOf(terms, people),
    towards: 1,
    topics: people.map((member) => member.needs),
    asks: Int32Array.from(people, ({ needs }) => Math.min(worth(needs), topicsFull)),
    extra: new Int32Array(people.length),
    chance: Int32Array.from(people, ({ id }) => Math.imul(hashText(id, seed), 0x9e3779b1)),
  };
}

/** `more` is what each pair costs beside what it lacks and what its mentor has done lately. */
export function mentorSide(
  terms: Terms,
  people: readonly PreparedMember[],
  { seed, more }: { seed: number; more: number },
): Side {
  return {
    ...columnsOf(terms, people),
    towards: -1,
    topics: people.map((member) => member.offers),
    asks: new Int32Array(people.length),
    extra: Int32Array.from(people, (member) => wear(member.guidedLately) + more),
    chance: Int32Array.from(people, ({ id }) => hashText(id, seed)),
  };
}
