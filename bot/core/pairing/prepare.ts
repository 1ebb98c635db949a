import type { PersonId, TopicId } from '../ids.ts';
import type { PoolMember } from '../ports/rounds.ts';
import { byCodeUnit } from './hash.ts';
import type { PairingInput } from './input.ts';
import { reportingSpans } from './reporting-tree.ts';
import type { Span } from './reporting-tree.ts';
import { commonMinutes, workingClock } from './working-clock.ts';
import type { WorkingClock } from './working-clock.ts';

/** A member as the rules see them: numbers instead of names. */
export interface PreparedMember {
  /** Place in the pool's order, which is by person id whatever the order of the input. */
  readonly at: number;
  readonly id: PersonId;
  readonly level: number;
  readonly years: number;
  readonly department: string;
  /** As the person gave them, the preferred first. */
  readonly spoken: readonly string[];
  /** One bit a language, in as many words as it takes. */
  readonly languages: readonly number[];
  /** All words laid over each other: who shares a language shares a bit here, and few others do. */
  readonly someLanguages: number;
  /** Members with the same hours share a clock. */
  readonly clock: number;
  /** Topic numbers, ascending. */
  readonly offers: Int32Array;
  readonly needs: Int32Array;
  readonly freeAsMentor: number;
  readonly seeks: boolean;
  readonly waited: number;
  /** How often they have guided somebody lately. */
  readonly guidedLately: number;
  /** In the tree of managers. */
  readonly line: Span;
}

export interface PreparedPool {
  readonly members: readonly PreparedMember[];
  readonly topics: readonly TopicId[];
  /** By topic number: a lived experience, not a skill. */
  readonly isExperience: readonly boolean[];
  isForbidden(a: PreparedMember, b: PreparedMember): boolean;
  /** Places in the pool of those with whom the member may not be paired. */
  apartFrom(member: PreparedMember): readonly number[];
  commonMinutes(a: PreparedMember, b: PreparedMember): number;
  clockOf(member: PreparedMember): WorkingClock;
}

/** Numbers the distinct values of a list in their own order, so that the order of the input does not matter. */
function numbering<T extends string>(values: Iterable<T>): ReadonlyMap<T, number> {
  return new Map([...new Set(values)].toSorted(byCodeUnit).map((value, index) => [value, index]));
}

function numbersOf<T>(values: readonly T[], numbers: ReadonlyMap<T, number>): Int32Array {
  const found = new Set(values.flatMap((value) => numbers.get(value) ?? []));
  return Int32Array.from(found).sort();
}

/** Bits to a word: the most that an engine keeps as a plain small number. */
const WORD = 30;

function bitsOf(numbers: Int32Array, size: number): readonly number[] {
  const bits = Array.from({ length: Math.ceil(size / WORD) }, () => 0);
  for (const number of numbers) {
    const word = Math.floor(number / WORD);
    bits[word] = (bits[word] ?? 0) | (1 << (number % WORD));
  }
  return bits;
}

const NOT_ASKED = -1;

/** Keeps each distinct working clock once, and what every two of them have in common once it was asked. */
function clockTable(zoneOffsets: ReadonlyMap<string, number>) {
  const clocks: WorkingClock[] = [];
  const numberOf = new Map<string, number>();
  /** By clock, then by clock: filled when it is asked. */
  const common: (Int32Array | undefined)[] = [];
  return {
    clocks,
    add(member: PoolMember): number {
      const clock = workingClock(member.hours, zoneOffsets.get(member.timeZone) ?? 0);
      const key = `${clock.start}:${clock.length}:${clock.days}`;
      const known = numberOf.get(key);
      if (known !== undefined) return known;
      numberOf.set(key, clocks.length);
      return clocks.push(clock) - 1;
    },
    common(a: number, b: number): number {
      const row = (common[a] ??= new Int32Array(clocks.length).fill(NOT_ASKED));
      const known = row[b] ?? 0;
      if (known !== NOT_ASKED) return known;
      const [one, other] = [clocks[a], clocks[b]];
      const minutes = one === undefined || other === undefined ? 0 : commonMinutes(one, other);
      row[b] = minutes;
      return minutes;
    },
  };
}

/** By member: with whom they may not be paired, where there is anyone; kept on both sides. */
function forbiddenOf(
  { pool }: PairingInput,
  members: readonly PreparedMember[],
): readonly (readonly number[] | undefined)[] {
  const places = new Map(members.map((member) => [member.id, member.at]));
  // As long as it will be from the start: an array filled here and there is a slow one.
  const apart = members.map((): number[] | undefined => undefined);
  for (const [one, other] of pool.forbidden) {
    const [a, b] = [places.get(one), places.get(other)];
    if (a === undefined || b === undefined) continue;
    (apart[a] ??= []).push(b);
    (apart[b] ??= []).push(a);
  }
  return apart;
}

/** Makes the pool ready for fast checks. Nothing of the result depends on the order of the input. */
export function prepare(input: PairingInput): PreparedPool {
  const sorted = input.pool.members.toSorted((a, b) => byCodeUnit(a.personId, b.personId));
  const languages = numbering(sorted.flatMap((member) => member.languages));
  const topics = numbering(sorted.flatMap((member) => [...member.offers, ...member.needs]));
  const table = clockTable(input.zoneOffsets);
  const spanOf = reportingSpans(input.pool.managerOf);
  const spoken = sorted.map((member) => bitsOf(numbersOf(member.languages, languages), languages.size));
  const members = sorted.map((member, at): PreparedMember => ({
    at,
    id: member.personId,
    level: member.level,
    years: member.yearsExperience,
    department: member.department,
    spoken: member.languages,
    languages: spoken[at] ?? [],
    someLanguages: (spoken[at] ?? []).reduce((all, word) => all | word, 0),
    clock: table.add(member),
    offers: numbersOf(member.offers, topics),
    needs: numbersOf(member.needs, topics),
    freeAsMentor: Math.max(0, member.freeAsMentor),
    seeks: member.freeAsMentee > 0 && (input.settings.mode !== 'mentoring' || member.needs.length > 0),
    waited: Math.max(0, member.roundsWaited),
    guidedLately: Math.max(0, member.guidedLately ?? 0),
    line: spanOf(member.personId),
  }));
  const forbidden = forbiddenOf(input, members);
  return {
    members,
    topics: [...topics.keys()],
    isExperience: [...topics.keys()].map((topic) => input.kinds.get(topic) === 'experience'),
    isForbidden: (a, b) => forbidden[b.at]?.includes(a.at) === true,
    apartFrom: (member) => forbidden[member.at] ?? [],
    commonMinutes: (a, b) => table.common(a.clock, b.clock),
    clockOf: (member) => table.clocks[member.clock] ?? { start: 0, length: 0, days: 0 },
  };
}
