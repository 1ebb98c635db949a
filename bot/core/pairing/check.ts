/**
 * An independent check of a round against the rules as a person would state them. It shares no code with the rest of
 * this folder on purpose, but how people are written down: a mistake in one is not a mistake in both.
 */
import type { PersonId } from '../ids.ts';
import type { PoolMember } from '../ports/rounds.ts';
import type { PairingInput, RoundInput, Suggestion } from './input.ts';
import { MinutesInCommon } from './check-hours.ts';
import { memberAt, membersOf, packPool, valueAt } from './packed-pool.ts';
import type { Lists } from './packed-pool.ts';

/** What a suggestion and a proposal have in common. */
type Checked = Pick<Suggestion, 'kind'> & {
  readonly sides: readonly Pick<Suggestion['sides'][number], 'personId' | 'role'>[];
};

/** How many of these suggestions break a hard rule, each counted once. */
export function countBroken(input: PairingInput, suggestions: readonly Checked[]): number {
  return findBroken(input, suggestions).size;
}

/** Those that break a hard rule, or together take more of someone than they offered. */
export function findBroken<T extends Checked>(
  { pool, ...terms }: PairingInput,
  suggestions: readonly T[],
): ReadonlySet<T> {
  const packed = packPool(pool);
  const places = new Map<PersonId, number>();
  for (let at = 0; at < membersOf(packed); at += 1) places.set(packed.people[at] ?? ('' as PersonId), at);
  const check = new RoundCheck({ ...terms, pool: packed });
  for (const suggestion of suggestions) {
    check.see(
      suggestion,
      suggestion.sides.map((side) => places.get(side.personId) ?? NOBODY),
    );
  }
  return new Set(suggestions.filter((_suggestion, number) => check.isBroken(number)));
}

const NOBODY = -1;

/** Is shown one suggestion after the other, and says in the end which of them break a hard rule. */
export class RoundCheck {
  readonly #input: RoundInput;
  readonly #hours: MinutesInCommon;
  /** By place: whether and where the list of those begins whom somebody is kept apart from, as they came; and where it goes on. */
  readonly #firstApart: Int32Array;
  readonly #nextApart: Int32Array;
  /** By place: how many they guide, and by how many they are guided. */
  readonly #guides: Int32Array;
  readonly #guided: Int32Array;
  /** Of each that was seen: whether it holds by itself, and up to where its people go. */
  readonly #isSound: boolean[] = [];
  readonly #ends: number[] = [];
  readonly #people: number[] = [];

  constructor(input: RoundInput) {
    const { pool } = input;
    const count = membersOf(pool);
    this.#input = input;
    this.#hours = new MinutesInCommon(input);
    this.#firstApart = new Int32Array(pool.people.length).fill(NOBODY);
    this.#nextApart = new Int32Array(pool.forbidden.length / 2);
    for (let pair = 0; pair < this.#nextApart.length; pair += 1) {
      const one = pool.forbidden[2 * pair] ?? 0;
      this.#nextApart[pair] = this.#firstApart[one] ?? NOBODY;
      this.#firstApart[one] = pair;
    }
    this.#guides = new Int32Array(count);
    this.#guided = new Int32Array(count);
  }

  /** `places` are where its people ought to be in the pool, which is looked at; -1 for who is not in it. */
  see(suggestion: Checked, places: readonly number[]): void {
    const { kind, sides } = suggestion;
    let isThere = true;
    for (let side = 0; side < sides.length; side += 1) {
      const [place, role] = [places[side] ?? NOBODY, sides[side]?.role];
      this.#people.push(place);
      if (place >= this.#guides.length || this.#input.pool.people[place] !== sides[side]?.personId) {
        isThere = false;
        continue;
      }
      if (kind === 'exchange' || role === 'mentor') this.#guides[place] = (this.#guides[place] ?? 0) + 1;
      if (role !== 'mentor') this.#guided[place] = (this.#guided[place] ?? 0) + 1;
    }
    this.#ends.push(this.#people.length);
    this.#isSound.push(isThere && hasRightShape(this.#input, suggestion) && this.#holds(suggestion, places));
  }

  /** Whether that which was seen after so many others breaks a rule, once all were seen. */
  isBroken(number: number): boolean {
    if (this.#isSound[number] !== true) return true;
    for (let at = this.#ends[number - 1] ?? 0; at < (this.#ends[number] ?? 0); at += 1) {
      if (this.#isOver(this.#people[at] ?? NOBODY)) return true;
    }
    return false;
  }

  /** How many of all that were seen. */
  count(): number {
    let broken = 0;
    for (let number = 0; number < this.#ends.length; number += 1) broken += Number(this.isBroken(number));
    return broken;
  }

  /** Whether somebody guides more people than they have places for, or is guided more often than they asked for. */
  #isOver(place: number): boolean {
    const { pool, settings } = this.#input;
    const guides = this.#guides[place] ?? 0;
    if (settings.mode === 'mentoring' && guides > valueAt(pool.freeAsMentor, place)) return true;
    return (this.#guided[place] ?? 0) > valueAt(pool.freeAsMentee, place);
  }

  /** Whether the rules hold in each direction in which they must, and in a circle for all of it together. */
  #holds({ kind, sides }: Checked, places: readonly number[]): boolean {
    const isTurned = kind === 'mentoring' && sides[0]?.role === 'mentee';
    for (let i = 0; i < places.length; i += 1) {
      for (let j = i + 1; j < places.length; j += 1) {
        const [one, other] = [places[i] ?? NOBODY, places[j] ?? NOBODY];
        if (this.#keepsApart(one, other)) return false;
        if (isTurned ? !this.#mayGuide(other, one) : !this.#mayGuide(one, other)) return false;
        if (kind === 'exchange' && !this.#mayGuide(other, one)) return false;
        if (!this.#hours.isEnough(one, other)) return false;
      }
    }
    return kind !== 'circle' || (this.#holdsForAll(places) && this.#hours.isEnoughForAll(places));
  }

  /** Whether somebody asked for it, they met lately, or one stands above the other. */
  #keepsApart(one: number, other: number): boolean {
    return (
      this.#isForbidden(one, other) ||
      this.#isForbidden(other, one) ||
      this.#isBelow(one, other) ||
      this.#isBelow(other, one)
    );
  }

  #isForbidden(one: number, other: number): boolean {
    const { forbidden } = this.#input.pool;
    let pair = this.#firstApart[one] ?? NOBODY;
    while (pair !== NOBODY && forbidden[2 * pair + 1] !== other) pair = this.#nextApart[pair] ?? NOBODY;
    return pair !== NOBODY;
  }

  /** Goes up the line, and in a loop round it, as no line is longer than there are people. */
  #isBelow(person: number, manager: number): boolean {
    const { managers } = this.#input.pool;
    let above = managers[person] ?? NOBODY;
    for (let steps = 0; above !== NOBODY && steps < managers.length; steps += 1) {
      if (above === manager) return true;
      above = managers[above] ?? NOBODY;
    }
    return false;
  }

  #mayGuide(mentor: number, mentee: number): boolean {
    const { languages } = this.#input.pool;
    const spoken = valueAt(languages, mentee);
    return (
      valueAt(languages, mentor).some((tag) => spoken.includes(tag)) &&
      this.#stepIsRight(mentor, mentee) &&
      this.#topicIsMet(mentor, mentee)
    );
  }

  #stepIsRight(mentor: number, mentee: number): boolean {
    const { pool, settings } = this.#input;
    const ahead = valueAt(pool.level, mentor) - valueAt(pool.level, mentee);
    if (settings.mode !== 'mentoring') return ahead >= -1 && ahead <= 1;
    return ahead >= settings.stepsAhead.min && ahead <= settings.stepsAhead.max;
  }

  #topicIsMet(mentor: number, mentee: number): boolean {
    const { offers, needs } = this.#input.pool;
    if (shareOne(offers, mentor, needs, mentee)) return true;
    if (this.#input.settings.mode === 'mentoring') return false;
    return (
      shareOne(needs, mentor, offers, mentee) ||
      shareOne(needs, mentor, needs, mentee) ||
      shareOne(offers, mentor, offers, mentee)
    );
  }

  /** In a circle one topic and one language are everyone's. */
  #holdsForAll(places: readonly number[]): boolean {
    const everyone = places.map((place) => memberAt(this.#input.pool, place));
    const hasCommon = (listOf: (member: PoolMember) => readonly string[]): boolean =>
      everyone
        .slice(0, 1)
        .some((first) =>
          listOf(first).some((value) => everyone.every((member) => listOf(member).includes(value))),
        );
    return (
      hasCommon((member) => member.languages) && hasCommon((member) => [...member.needs, ...member.offers])
    );
  }
}

/** Whether one topic is in the list of the one and in that of the other. */
function shareOne(ones: Lists, one: number, others: Lists, other: number): boolean {
  const end = others.end[other] ?? 0;
  for (let at = ones.end[one - 1] ?? 0; at < (ones.end[one] ?? 0); at += 1) {
    for (let to = others.end[other - 1] ?? 0; to < end; to += 1) {
      if (ones.which[at] === others.which[to]) return true;
    }
  }
  return false;
}

function hasRightShape({ settings }: RoundInput, { kind, sides }: Checked): boolean {
  let [mentors, mentees] = [0, 0];
  for (let at = 0; at < sides.length; at += 1) {
    if (sides[at]?.role === 'mentor') mentors += 1;
    if (sides[at]?.role === 'mentee') mentees += 1;
    for (let other = 0; other < at; other += 1) {
      if (sides[other]?.personId === sides[at]?.personId) return false;
    }
  }
  if (kind === 'mentoring') {
    return settings.mode === 'mentoring' && mentors === 1 && mentees === 1 && sides.length === 2;
  }
  if (mentors + mentees > 0) return false;
  if (kind === 'exchange') return settings.mode === 'mentoring' && sides.length === 2;
  if (kind === 'peers') return settings.mode === 'peers' && sides.length === 2;
  if (kind === 'circle') return settings.mode === 'circles' && sides.length >= 3 && sides.length <= 5;
  return settings.mode === 'peers' && sides.length === 3;
}
