import type { PersonId, TopicId } from '../ids.ts';
import type { Level, WorkingHours } from '../person.ts';
import type { PairingPool, PoolMember } from '../ports/rounds.ts';
import type { People } from './input.ts';

/** The distinct values of a column, and by person which of them. */
interface Column<Value> {
  readonly values: readonly Value[];
  readonly which: Int32Array;
}

/** Lists one after the other; that of person `n` ends before `end[n]`. */
interface Lists<Value> extends Column<Value> {
  readonly end: Int32Array;
}

/**
 * A pool for another thread, in columns. What crosses over is copied text by text, so that a hundred thousand people
 * would each have their own `Europe/Berlin`; here every value is there once, and is shared by those who have it.
 */
export interface PackedPool {
  /** The members in their order, then everyone else who is a manager or kept apart. */
  readonly people: readonly PersonId[];
  readonly level: readonly Level[];
  readonly years: readonly number[];
  readonly department: Column<string>;
  readonly timeZone: Column<string>;
  readonly languages: Column<readonly string[]>;
  readonly hours: Column<WorkingHours>;
  readonly offers: Lists<TopicId>;
  readonly needs: Lists<TopicId>;
  readonly freeAsMentor: readonly number[];
  readonly freeAsMentee: readonly number[];
  readonly waited: readonly number[];
  readonly guidedLately: readonly number[];
  /** Places in `people`: somebody, then their manager; and two who are kept apart. */
  readonly managers: Int32Array;
  readonly forbidden: Int32Array;
}

/** Numbers values in the order in which they come. */
function numbering<Value>(keyOf: (value: Value) => unknown = (value) => value) {
  const values: Value[] = [];
  const numbers = new Map<unknown, number>();
  return {
    values,
    of(value: Value): number {
      const key = keyOf(value);
      const number = numbers.get(key) ?? values.push(value) - 1;
      numbers.set(key, number);
      return number;
    },
  };
}

export function packPool({ members, managerOf, forbidden }: PairingPool): PackedPool {
  const people = numbering<PersonId>();
  for (const member of members) people.of(member.personId);
  const column = <Value>(of: (member: PoolMember) => Value, keyOf?: (value: Value) => unknown) => {
    const numbers = numbering(keyOf);
    return { which: Int32Array.from(members, (member) => numbers.of(of(member))), values: numbers.values };
  };
  const lists = (of: (member: PoolMember) => readonly TopicId[]): Lists<TopicId> => {
    const numbers = numbering<TopicId>();
    let total = 0;
    const end = Int32Array.from(members, (member) => (total += of(member).length));
    const which = new Int32Array(total);
    let at = 0;
    for (const member of members) for (const topic of of(member)) which[at++] = numbers.of(topic);
    return { end, which, values: numbers.values };
  };
  const twos = (pairs: Iterable<readonly [PersonId, PersonId]>, count: number): Int32Array => {
    const made = new Int32Array(2 * count);
    let at = 0;
    for (const [one, other] of pairs) made.set([people.of(one), people.of(other)], 2 * at++);
    return made;
  };
  return {
    people: people.values,
    level: members.map((member) => member.level),
    years: members.map((member) => member.yearsExperience),
    department: column((member) => member.department),
    timeZone: column((member) => member.timeZone),
    languages: column((member) => member.languages, JSON.stringify),
    hours: column((member) => member.hours, JSON.stringify),
    offers: lists((member) => member.offers),
    needs: lists((member) => member.needs),
    freeAsMentor: members.map((member) => member.freeAsMentor),
    freeAsMentee: members.map((member) => member.freeAsMentee),
    waited: members.map((member) => member.roundsWaited),
    guidedLately: members.map((member) => member.guidedLately ?? 0),
    managers: twos(managerOf, managerOf.size),
    forbidden: twos(forbidden, forbidden.length),
  };
}

/** The people of a packed pool, made anew each time they are gone through. */
export function peopleIn(packed: PackedPool): People {
  return {
    members: { [Symbol.iterator]: () => membersIn(packed) },
    managerOf: { [Symbol.iterator]: () => twosIn(packed.people, packed.managers) },
    forbidden: { [Symbol.iterator]: () => twosIn(packed.people, packed.forbidden) },
  };
}

function* membersIn(packed: PackedPool): Generator<PoolMember> {
  for (const [at, level] of packed.level.entries()) {
    const of = <Value>({ values, which }: Column<Value>): Value => there(values, which[at]);
    yield {
      personId: there(packed.people, at),
      level,
      yearsExperience: there(packed.years, at),
      department: of(packed.department),
      timeZone: of(packed.timeZone),
      languages: of(packed.languages),
      hours: of(packed.hours),
      offers: listAt(packed.offers, at),
      needs: listAt(packed.needs, at),
      freeAsMentor: there(packed.freeAsMentor, at),
      freeAsMentee: there(packed.freeAsMentee, at),
      roundsWaited: there(packed.waited, at),
      guidedLately: there(packed.guidedLately, at),
    };
  }
}

function* twosIn(people: readonly PersonId[], places: Int32Array): Generator<readonly [PersonId, PersonId]> {
  for (let at = 0; at < places.length; at += 2)
    yield [there(people, places[at]), there(people, places[at + 1])];
}

function listAt<Value>({ values, which, end }: Lists<Value>, person: number): Value[] {
  const from = end[person - 1] ?? 0;
  return Array.from({ length: (end[person] ?? 0) - from }, (_none, at) => there(values, which[from + at]));
}

/** @throws RangeError where the columns do not belong together. */
function there<Value>(values: readonly Value[], at: number | undefined): Value {
  const value = values[at ?? -1];
  if (value === undefined) throw new RangeError('a packed pool whose columns do not belong together');
  return value;
}
