import type { PersonId, TopicId } from '../ids.ts';
import type { PoolMember } from '../ports/rounds.ts';
import { byCodeUnit } from './hash.ts';
import type { PairingInput } from './input.ts';
import { reportingTree } from './reporting-tree.ts';
import type { ReportingTree } from './reporting-tree.ts';
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
  /** One bit a language, 32 to a word. */
  readonly languages: Uint32Array;
  /** Members with the same hours share a clock. */
  readonly clock: number;
  /** Topic numbers, ascending. */
  readonly offers: Int32Array;
  readonly needs: Int32Array;
  readonly freeAsMentor: number;
  readonly seeks: boolean;
  readonly waited: number;
}

export interface PreparedPool {
  readonly members: readonly PreparedMember[];
  readonly topics: readonly TopicId[];
  /** By topic number: a lived experience, not a skill. */
  readonly isExperience: readonly boolean[];
  readonly tree: ReportingTree;
  isForbidden(a: PreparedMember, b: PreparedMember): boolean;
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

function bitsOf(numbers: Int32Array, size: number): Uint32Array {
  const bits = new Uint32Array(Math.ceil(size / 32));
  for (const number of numbers) {
    const word = number >>> 5;
    bits[word] = (bits[word] ?? 0) | (1 << (number & 31));
  }
  return bits;
}

/** Keeps each distinct working clock once, and what every two of them have in common once it was asked. */
function clockTable(zoneOffsets: ReadonlyMap<string, number>) {
  const clocks: WorkingClock[] = [];
  const numberOf = new Map<string, number>();
  const common = new Map<number, number>();
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
      const key = a < b ? a * clocks.length + b : b * clocks.length + a;
      const known = common.get(key);
      if (known !== undefined) return known;
      const [one, other] = [clocks[a], clocks[b]];
      const minutes = one === undefined || other === undefined ? 0 : commonMinutes(one, other);
      common.set(key, minutes);
      return minutes;
    },
  };
}

/** Makes the pool ready for fast checks. Nothing of the result depends on the order of the input. */
export function prepare(input: PairingInput): PreparedPool {
  const sorted = input.pool.members.toSorted((a, b) => byCodeUnit(a.personId, b.personId));
  const languages = numbering(sorted.flatMap((member) => member.languages));
  const topics = numbering(sorted.flatMap((member) => [...member.offers, ...member.needs]));
  const table = clockTable(input.zoneOffsets);
  const members = sorted.map((member, at): PreparedMember => ({
    at,
    id: member.personId,
    level: member.level,
    years: member.yearsExperience,
    department: member.department,
    spoken: member.languages,
    languages: bitsOf(numbersOf(member.languages, languages), languages.size),
    clock: table.add(member),
    offers: numbersOf(member.offers, topics),
    needs: numbersOf(member.needs, topics),
    freeAsMentor: Math.max(0, member.freeAsMentor),
    seeks: member.freeAsMentee > 0 && (input.settings.mode === 'peers' || member.needs.length > 0),
    waited: Math.max(0, member.roundsWaited),
  }));
  const places = new Map(members.map((member) => [member.id, member.at]));
  const key = (a: number, b: number): number => Math.min(a, b) * members.length + Math.max(a, b);
  const forbidden = new Set(
    input.pool.forbidden.map(([a, b]) => key(places.get(a) ?? -1, places.get(b) ?? -1)),
  );
  return {
    members,
    topics: [...topics.keys()],
    isExperience: [...topics.keys()].map((topic) => input.kinds.get(topic) === 'experience'),
    tree: reportingTree(input.pool.managerOf),
    isForbidden: (a, b) => forbidden.has(key(a.at, b.at)),
    commonMinutes: (a, b) => table.common(a.clock, b.clock),
    clockOf: (member) => table.clocks[member.clock] ?? { start: 0, length: 0, days: 0 },
  };
}
