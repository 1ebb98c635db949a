import type { PersonId, TopicId } from '../ids.ts';
import type { Level, WorkingHours } from '../person.ts';
import type { PairingPool, PoolMember } from '../ports/rounds.ts';
import { byCodeUnit } from './hash.ts';
import { Places } from './places.ts';

/** Numbers of few values take one byte each. */
export type Numbers = Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

/** The distinct values of a column, and by member which of them. */
export interface Column<Value> {
  readonly values: readonly Value[];
  readonly which: Numbers;
}

/** Lists one after the other; that of member `n` ends before `end[n]`. */
export interface Lists {
  readonly which: Numbers;
  readonly end: Int32Array<ArrayBuffer>;
}

/**
 * A pool in columns, for another thread and for going through it fast. What crosses over is copied text by text, so that
 * a hundred thousand people would each have their own `Europe/Berlin`; here every value is there once, and is shared by
 * those who have it.
 */
export interface PackedPool {
  /** The members in order of id, whatever the order they came in; then everyone else who is a manager or kept apart. */
  readonly people: readonly PersonId[];
  readonly level: Column<Level>;
  readonly years: Column<number>;
  readonly department: Column<string>;
  readonly timeZone: Column<string>;
  readonly languages: Column<readonly string[]>;
  readonly hours: Column<WorkingHours>;
  /** Of offers and needs. */
  readonly topics: readonly TopicId[];
  readonly offers: Lists;
  readonly needs: Lists;
  readonly freeAsMentor: Column<number>;
  readonly freeAsMentee: Column<number>;
  readonly waited: Column<number>;
  readonly guidedLately: Column<number>;
  /** By place in `people`: that of their manager, or -1. */
  readonly managers: Int32Array<ArrayBuffer>;
  /** Places in `people`, two after the other: who is kept apart. */
  readonly forbidden: Int32Array<ArrayBuffer>;
}

const NOBODY = -1;
/** So many values have numbers that fit into a byte. */
const OF_A_BYTE = 256;

/** Numbers the distinct values of a column in the order in which they come; of a byte each as long as they are few. */
class Numbering<Value> {
  readonly values: Value[];
  which: Numbers;
  readonly #numbers: Map<unknown, number>;

  /** With the numbers of an earlier column, where there is one. */
  constructor(length: number, earlier?: Numbering<Value>) {
    this.values = earlier?.values ?? [];
    this.#numbers = earlier === undefined ? new Map() : earlier.#numbers;
    this.which = this.values.length > OF_A_BYTE ? new Int32Array(length) : new Uint8Array(length);
  }

  set(at: number, value: Value, key: unknown = value): void {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.values.push(value) - 1;
      this.#numbers.set(key, number);
      if (number === OF_A_BYTE) this.which = Int32Array.from(this.which);
    }
    this.which[at] = number;
  }

  get column(): Column<Value> {
    return { values: this.values, which: this.which };
  }
}

function inOrder(members: readonly PoolMember[]): readonly PoolMember[] {
  for (let at = 1; at < members.length; at += 1) {
    const [before, after] = [members[at - 1]?.personId ?? '', members[at]?.personId ?? ''];
    if (after < before) return members.toSorted((a, b) => byCodeUnit(a.personId, b.personId));
  }
  return members;
}

export function packPool(pool: PairingPool): PackedPool {
  const members = inOrder(pool.members);
  return { ...packPeople(members, pool), ...packTraits(members), ...packTopics(members) };
}

function packPeople(members: readonly PoolMember[], { managerOf, forbidden }: PairingPool) {
  const places = new Places(members.map((member) => member.personId));
  const kept = new Int32Array(2 * forbidden.length);
  for (let pair = 0; pair < forbidden.length; pair += 1) {
    const [one, other] = forbidden[pair] ?? [];
    if (one === undefined || other === undefined) continue;
    kept[2 * pair] = places.of(one);
    kept[2 * pair + 1] = places.of(other);
  }
  for (const [person, manager] of managerOf) {
    places.of(person);
    places.of(manager);
  }
  const managers = new Int32Array(places.people.length).fill(NOBODY);
  for (const [person, manager] of managerOf) managers[places.of(person)] = places.of(manager);
  return { people: places.people, managers, forbidden: kept };
}

function packTraits(members: readonly PoolMember[]) {
  const count = members.length;
  const level = new Numbering<Level>(count);
  const [years, freeAsMentor, freeAsMentee] = [numbers(count), numbers(count), numbers(count)];
  const [waited, guidedLately] = [numbers(count), numbers(count)];
  const [department, timeZone] = [new Numbering<string>(count), new Numbering<string>(count)];
  const languages = new Numbering<readonly string[]>(count);
  const hours = new Numbering<WorkingHours>(count);
  for (let at = 0; at < count; at += 1) {
    const member = members[at];
    if (member === undefined) continue;
    level.set(at, member.level);
    years.set(at, member.yearsExperience);
    department.set(at, member.department);
    timeZone.set(at, member.timeZone);
    languages.set(at, member.languages, JSON.stringify(member.languages));
    hours.set(at, member.hours, JSON.stringify(member.hours));
    freeAsMentor.set(at, member.freeAsMentor);
    freeAsMentee.set(at, member.freeAsMentee);
    waited.set(at, member.roundsWaited);
    guidedLately.set(at, member.guidedLately ?? 0);
  }
  return {
    level: level.column,
    years: years.column,
    department: department.column,
    timeZone: timeZone.column,
    languages: languages.column,
    hours: hours.column,
    freeAsMentor: freeAsMentor.column,
    freeAsMentee: freeAsMentee.column,
    waited: waited.column,
    guidedLately: guidedLately.column,
  };
}

const numbers = (count: number): Numbering<number> => new Numbering(count);

function packTopics(members: readonly PoolMember[]) {
  const offers = packLists(members, (member) => member.offers);
  const needs = packLists(members, (member) => member.needs, offers.topics);
  return { offers: offers.lists, needs: needs.lists, topics: offers.topics.values };
}

function packLists(
  members: readonly PoolMember[],
  of: (member: PoolMember) => readonly TopicId[],
  earlier?: Numbering<TopicId>,
) {
  const end = new Int32Array(members.length);
  let total = 0;
  for (let at = 0; at < end.length; at += 1) {
    const member = members[at];
    if (member !== undefined) total += of(member).length;
    end[at] = total;
  }
  const topics = new Numbering(total, earlier);
  let next = 0;
  for (const member of members) {
    for (const topic of of(member)) {
      topics.set(next, topic);
      next += 1;
    }
  }
  const lists: Lists = { end, which: topics.which };
  return { topics, lists };
}

/** How many members a packed pool has. */
export const membersOf = ({ level }: PackedPool): number => level.which.length;

/** One of the members as they were given, made anew each time. */
export function memberAt(packed: PackedPool, at: number): PoolMember {
  return {
    personId: there(packed.people, at),
    level: valueAt(packed.level, at),
    yearsExperience: valueAt(packed.years, at),
    department: valueAt(packed.department, at),
    timeZone: valueAt(packed.timeZone, at),
    languages: valueAt(packed.languages, at),
    hours: valueAt(packed.hours, at),
    offers: listAt(packed.offers, packed.topics, at),
    needs: listAt(packed.needs, packed.topics, at),
    freeAsMentor: valueAt(packed.freeAsMentor, at),
    freeAsMentee: valueAt(packed.freeAsMentee, at),
    roundsWaited: valueAt(packed.waited, at),
    guidedLately: valueAt(packed.guidedLately, at),
  };
}

export const valueAt = <Value>({ values, which }: Column<Value>, at: number): Value =>
  there(values, which[at]);

function listAt({ which, end }: Lists, topics: readonly TopicId[], at: number): TopicId[] {
  const list: TopicId[] = [];
  for (let place = end[at - 1] ?? 0; place < (end[at] ?? 0); place += 1) {
    list.push(there(topics, which[place]));
  }
  return list;
}

/** @throws RangeError where the columns do not belong together. */
function there<Value>(values: readonly Value[], at: number | undefined): Value {
  const value = values[at ?? -1];
  if (value === undefined) throw new RangeError('a packed pool whose columns do not belong together');
  return value;
}

/** The memory in which the columns lie, to be handed to another thread without a copy. */
export function buffersOf(packed: PackedPool): ArrayBuffer[] {
  const { offers, needs, managers, forbidden, ...rest } = packed;
  const columns = Object.values(rest).flatMap((one) => ('which' in one ? [one.which] : []));
  return [...columns, offers.which, offers.end, needs.which, needs.end, managers, forbidden].map(
    ({ buffer }) => buffer,
  );
}
