/**
 * An independent check of a round against the rules as a person would state them. It shares no code with the rest of
 * this folder on purpose, but how people are written down: a mistake in one is not a mistake in both.
 */
import type { PersonId } from '../ids.ts';
import type { PoolMember } from '../ports/rounds.ts';
import type { PairingInput, RoundInput, Suggestion } from './input.ts';
import { memberAt, membersOf, packPool } from './packed-pool.ts';
import { MinutesInCommon } from './check-hours.ts';

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
  const check = new RoundCheck({ ...terms, pool: packPool(pool) });
  for (const suggestion of suggestions) check.see(suggestion);
  return new Set(suggestions.filter((_suggestion, number) => check.isBroken(number)));
}

const NOBODY = -1;

/** Is shown one suggestion after the other, and says in the end which of them break a hard rule. */
export class RoundCheck {
  readonly #input: RoundInput;
  readonly #places: ReadonlyMap<PersonId, number>;
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
    const places = new Map<PersonId, number>();
    for (let at = 0; at < count; at += 1) places.set(pool.people[at] ?? ('' as PersonId), at);
    this.#input = input;
    this.#places = places;
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

  see(suggestion: Checked): void {
    const { kind, sides } = suggestion;
    const places: number[] = [];
    for (const { personId, role } of sides) {
      const place = this.#places.get(personId) ?? NOBODY;
      places.push(place);
      this.#people.push(place);
      if (place === NOBODY) continue;
      if (kind === 'exchange' || role === 'mentor') this.#guides[place] = (this.#guides[place] ?? 0) + 1;
      if (role !== 'mentor') this.#guided[place] = (this.#guided[place] ?? 0) + 1;
    }
    this.#ends.push(this.#people.length);
    this.#isSound.push(
      !places.includes(NOBODY) && hasRightShape(this.#input, suggestion) && this.#holds(suggestion, places),
    );
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
    const { freeAsMentor, freeAsMentee } = memberAt(this.#input.pool, place);
    const isTaken = this.#input.settings.mode === 'mentoring' && (this.#guides[place] ?? 0) > freeAsMentor;
    return isTaken || (this.#guided[place] ?? 0) > freeAsMentee;
  }

  /** Whether the rules hold in each direction in which they must, and in a circle for all of it together. */
  #holds({ kind, sides }: Checked, places: readonly number[]): boolean {
    const everyone = places.map((place) => memberAt(this.#input.pool, place));
    const isTurned = kind === 'mentoring' && sides[0]?.role === 'mentee';
    for (let i = 0; i < places.length; i += 1) {
      for (let j = i + 1; j < places.length; j += 1) {
        const [mentor, mentee] = isTurned ? [j, i] : [i, j];
        if (this.#keepsApart(places[i] ?? 0, places[j] ?? 0)) return false;
        if (!this.#mayGuide(everyone[mentor], everyone[mentee])) return false;
        if (kind === 'exchange' && !this.#mayGuide(everyone[mentee], everyone[mentor])) return false;
        if (!this.#hours.isEnough(places[i] ?? 0, places[j] ?? 0)) return false;
      }
    }
    return kind !== 'circle' || (holdsForAll(everyone) && this.#hours.isEnoughForAll(places));
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

  #mayGuide(mentor: PoolMember | undefined, mentee: PoolMember | undefined): boolean {
    if (mentor === undefined || mentee === undefined) return false;
    return (
      mentor.languages.some((tag) => mentee.languages.includes(tag)) &&
      stepIsRight(this.#input, mentor, mentee) &&
      topicIsMet(this.#input, mentor, mentee)
    );
  }
}

/** In a circle one topic and one language are everyone's. */
function holdsForAll(everyone: readonly PoolMember[]): boolean {
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

function hasRightShape({ settings }: RoundInput, { kind, sides }: Checked): boolean {
  let [mentors, mentees] = [0, 0];
  for (const [at, { personId, role }] of sides.entries()) {
    if (role === 'mentor') mentors += 1;
    if (role === 'mentee') mentees += 1;
    for (let other = 0; other < at; other += 1) if (sides[other]?.personId === personId) return false;
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

function stepIsRight({ settings }: RoundInput, mentor: PoolMember, mentee: PoolMember): boolean {
  const ahead = mentor.level - mentee.level;
  if (settings.mode !== 'mentoring') return ahead >= -1 && ahead <= 1;
  return ahead >= settings.stepsAhead.min && ahead <= settings.stepsAhead.max;
}

function topicIsMet({ settings }: RoundInput, mentor: PoolMember, mentee: PoolMember): boolean {
  if (mentee.needs.some((topic) => mentor.offers.includes(topic))) return true;
  const everything = [...mentee.needs, ...mentee.offers];
  return (
    settings.mode !== 'mentoring' &&
    (mentor.needs.some((topic) => everything.includes(topic)) ||
      mentor.offers.some((topic) => mentee.offers.includes(topic)))
  );
}
