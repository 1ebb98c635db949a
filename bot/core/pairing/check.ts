/**
 * An independent check of a round against the rules as a person would state them. It shares no code with the rest of
 * this folder on purpose: a mistake in one is not a mistake in both.
 */
import type { PersonId } from '../ids.ts';
import type { PoolMember } from '../ports/rounds.ts';
import type { PairingInput, Suggestion } from './input.ts';

const WEEK = 7 * 1440;

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
  input: PairingInput,
  suggestions: readonly T[],
): ReadonlySet<T> {
  const members = new Map(input.pool.members.map((member) => [member.personId, member]));
  const crowded = overCapacity(input, members, suggestions);
  const rules = pairCheck(input, members);
  const isSound = (suggestion: T): boolean =>
    hasRightShape(input, suggestion) &&
    suggestion.sides.every((side) => !crowded.has(side.personId)) &&
    guidedPairs(suggestion).every(([mentor, mentee]) => rules(mentor, mentee)) &&
    (suggestion.kind !== 'circle' || holdsForAll(input, members, suggestion));
  return new Set(suggestions.filter((suggestion) => !isSound(suggestion)));
}

function pairCheck(input: PairingInput, members: ReadonlyMap<PersonId, PoolMember>) {
  const haveTime = enoughInCommon(input);
  const isApart = forbiddenPairs(input);
  return (mentorId: PersonId, menteeId: PersonId): boolean => {
    const [mentor, mentee] = [members.get(mentorId), members.get(menteeId)];
    if (mentor === undefined || mentee === undefined) return false;
    return (
      !isApart(mentorId, menteeId) &&
      !isBelow(input, mentorId, menteeId) &&
      !isBelow(input, menteeId, mentorId) &&
      mentor.languages.some((tag) => mentee.languages.includes(tag)) &&
      haveTime(mentor, mentee) &&
      stepIsRight(input, mentor, mentee) &&
      topicIsMet(input, mentor, mentee)
    );
  };
}

/** Mentor and mentee of each direction in which the rules must hold. */
function guidedPairs({ kind, sides }: Checked): [PersonId, PersonId][] {
  const ids = sides.map((side) => side.personId);
  const pairs = ids.flatMap((a, index) => ids.slice(index + 1).map((b): [PersonId, PersonId] => [a, b]));
  if (kind === 'mentoring' && sides[0]?.role === 'mentee') return pairs.map(([a, b]) => [b, a]);
  return kind === 'exchange'
    ? pairs.flatMap(([a, b]): [PersonId, PersonId][] => [
        [a, b],
        [b, a],
      ])
    : pairs;
}

/** In a circle one topic and one language are everyone's, and all work at the same time for long enough. */
function holdsForAll(
  input: PairingInput,
  members: ReadonlyMap<PersonId, PoolMember>,
  { sides }: Checked,
): boolean {
  const everyone = sides.flatMap((side) => members.get(side.personId) ?? []);
  const hasCommon = (listOf: (member: PoolMember) => readonly string[]): boolean =>
    everyone
      .slice(0, 1)
      .some((first) =>
        listOf(first).some((value) => everyone.every((member) => listOf(member).includes(value))),
      );
  const week = everyone
    .map((member) => minutesWorked(member, input))
    .reduce((all, own) => all.map((worked, minute) => worked & (own[minute] ?? 0)));
  return (
    hasCommon((member) => member.languages) &&
    hasCommon((member) => [...member.needs, ...member.offers]) &&
    hasRun(week, week, input.settings.commonHours * 60)
  );
}

function hasRightShape({ settings }: PairingInput, { kind, sides }: Checked): boolean {
  const roles = sides
    .map((side) => side.role)
    .sort()
    .join(' ');
  if (new Set(sides.map((side) => side.personId)).size !== sides.length) return false;
  if (kind === 'mentoring') return settings.mode === 'mentoring' && roles === 'mentee mentor';
  if (kind === 'exchange') return settings.mode === 'mentoring' && roles === 'peer peer';
  if (kind === 'peers') return settings.mode === 'peers' && roles === 'peer peer';
  if (kind === 'circle') return settings.mode === 'circles' && /^peer( peer){2,4}$/.test(roles);
  return settings.mode === 'peers' && roles === 'peer peer peer';
}

function addOne(counts: Map<PersonId, number>, id: PersonId): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}

/** Everyone who guides more people than they have places for, or is guided more often than they asked for. */
function overCapacity(
  { settings }: PairingInput,
  members: ReadonlyMap<PersonId, PoolMember>,
  suggestions: readonly Checked[],
): ReadonlySet<PersonId> {
  const guides = new Map<PersonId, number>();
  const isGuided = new Map<PersonId, number>();
  for (const { kind, sides } of suggestions) {
    for (const { personId, role } of sides) {
      if (kind === 'exchange' || role === 'mentor') addOne(guides, personId);
      if (role !== 'mentor') addOne(isGuided, personId);
    }
  }
  const over = new Set<PersonId>();
  for (const [id, member] of members) {
    if ((isGuided.get(id) ?? 0) > member.freeAsMentee) over.add(id);
    if (settings.mode === 'mentoring' && (guides.get(id) ?? 0) > member.freeAsMentor) over.add(id);
  }
  return over;
}

function forbiddenPairs({ pool }: PairingInput): (a: PersonId, b: PersonId) => boolean {
  const apart = new Map<PersonId, readonly PersonId[]>();
  for (const [a, b] of pool.forbidden) apart.set(a, [...(apart.get(a) ?? []), b]);
  return (a, b) => apart.get(a)?.includes(b) === true || apart.get(b)?.includes(a) === true;
}

function isBelow({ pool }: PairingInput, person: PersonId, manager: PersonId): boolean {
  const seen = new Set<PersonId>();
  for (let at = pool.managerOf.get(person); at !== undefined && !seen.has(at); at = pool.managerOf.get(at)) {
    if (at === manager) return true;
    seen.add(at);
  }
  return false;
}

const keyOf = ({ timeZone, hours }: PoolMember): string =>
  `${timeZone} ${hours.startMinute} ${hours.endMinute} ${hours.days.join(' ')}`;

/** Whether both work at the same time for long enough in one stretch; the same two clocks are looked at once. */
function enoughInCommon(input: PairingInput): (a: PoolMember, b: PoolMember) => boolean {
  const least = input.settings.commonHours * 60;
  const weeks = new Map<string, Uint8Array>();
  const enough = new Map<string, boolean>();
  const weekOf = (key: string, member: PoolMember): Uint8Array => {
    const week = weeks.get(key) ?? minutesWorked(member, input);
    weeks.set(key, week);
    return week;
  };
  return (a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    const both = `${one} | ${other}`;
    const known = enough.get(both) ?? hasRun(weekOf(one, a), weekOf(other, b), least);
    enough.set(both, known);
    return known;
  };
}

/** One flag for each minute of a week of UTC. */
function minutesWorked(member: PoolMember, { zoneOffsets }: PairingInput): Uint8Array {
  const week = new Uint8Array(WEEK);
  const offset = zoneOffsets.get(member.timeZone) ?? 0;
  const { days, startMinute, endMinute } = member.hours;
  for (const day of days) {
    const start = ((day - 1) * 1440 + startMinute - offset + 2 * WEEK) % WEEK;
    const end = start + Math.max(0, endMinute - startMinute);
    week.fill(1, start, end).fill(1, 0, Math.max(0, end - WEEK));
  }
  return week;
}

/** Whether both work for so many minutes on end; the week goes round. */
function hasRun(a: Uint8Array, b: Uint8Array, least: number): boolean {
  let run = 0;
  for (let minute = 0; minute < 2 * WEEK && run < least; minute += 1) {
    run = ((a[minute % WEEK] ?? 0) & (b[minute % WEEK] ?? 0)) === 1 ? run + 1 : 0;
  }
  return run >= least;
}

function stepIsRight({ settings }: PairingInput, mentor: PoolMember, mentee: PoolMember): boolean {
  const ahead = mentor.level - mentee.level;
  if (settings.mode !== 'mentoring') return ahead >= -1 && ahead <= 1;
  return ahead >= settings.stepsAhead.min && ahead <= settings.stepsAhead.max;
}

function topicIsMet({ settings }: PairingInput, mentor: PoolMember, mentee: PoolMember): boolean {
  if (mentee.needs.some((topic) => mentor.offers.includes(topic))) return true;
  const everything = [...mentee.needs, ...mentee.offers];
  return (
    settings.mode !== 'mentoring' &&
    (mentor.needs.some((topic) => everything.includes(topic)) ||
      mentor.offers.some((topic) => mentee.offers.includes(topic)))
  );
}
