import type { PersonId, TopicId } from '../ids.ts';
import { oneOfEach } from '../one-of-each.ts';
import type { PoolMember } from '../ports/rounds.ts';
import { Apart } from './apart.ts';
import { byCodeUnit } from './hash.ts';
import type { RoundInput } from './input.ts';
import { reportingSpans } from './reporting-tree.ts';
import type { Span } from './reporting-tree.ts';
import { commonMinutes, workingClock } from './working-clock.ts';
import type { WorkingClock } from './working-clock.ts';

/** Numbers of topics, each once, ascending. A plain list: the frame of a typed one is larger than the few numbers in it. */
export type TopicNumbers = readonly number[];

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
  readonly offers: TopicNumbers;
  readonly needs: TopicNumbers;
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
  isForbidden(a: Pick<PreparedMember, 'at'>, b: Pick<PreparedMember, 'at'>): boolean;
  /** Places in the pool of those with whom the member may not be paired. */
  apartFrom(member: PreparedMember): Int32Array;
  commonMinutes(a: PreparedMember, b: PreparedMember): number;
  clockOf(member: PreparedMember): WorkingClock;
}

/** Numbers the distinct values of a list in their own order, so that the order of the input does not matter. */
function numbering<T extends string>(values: ReadonlySet<T>): ReadonlyMap<T, number> {
  return new Map([...values].toSorted(byCodeUnit).map((value, index) => [value, index]));
}

/** In a list that is no longer than it must be, as there are two of them for each person. */
function numbersOf<T>(values: readonly T[], numbers: ReadonlyMap<T, number>): TopicNumbers {
  const found = values.map((value) => numbers.get(value) ?? 0).sort((a, b) => a - b);
  return found.some((number, at) => number === found[at - 1]) ? [...new Set(found)] : found;
}

/** Bits to a word: the most that an engine keeps as a plain small number. */
const WORD = 30;

function bitsOf(numbers: TopicNumbers, size: number): readonly number[] {
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

type Tongues = Pick<PreparedMember, 'spoken' | 'languages' | 'someLanguages'>;

/** What people speak, once for all who speak the same in the same order. */
function tonguesOf(tags: ReadonlySet<string>): (member: PoolMember) => Tongues {
  const numbers = numbering(tags);
  return oneOfEach(
    (member) => JSON.stringify(member.languages),
    ({ languages: spoken }) => {
      const languages = bitsOf(numbersOf(spoken, numbers), numbers.size);
      return { spoken, languages, someLanguages: languages.reduce((all, word) => all | word, 0) };
    },
  );
}

type Clocks = ReturnType<typeof clockTable>;

/** In order of id. The store gives them so, and then nobody need hold them all. */
function inOrder(members: Iterable<PoolMember>): Iterable<PoolMember> {
  let last = '';
  for (const { personId } of members) {
    if (personId < last) return [...members].sort((a, b) => byCodeUnit(a.personId, b.personId));
    last = personId;
  }
  return members;
}

function prepareMembers({ pool, settings }: RoundInput, { topics, tags }: Named, clocks: Clocks) {
  const spanOf = reportingSpans(pool.managerOf);
  const speak = tonguesOf(tags);
  const members: PreparedMember[] = [];
  for (const member of inOrder(pool.members)) {
    const { spoken, languages, someLanguages } = speak(member);
    members.push({
      at: members.length,
      id: member.personId,
      level: member.level,
      years: member.yearsExperience,
      department: member.department,
      spoken,
      languages,
      someLanguages,
      clock: clocks.add(member),
      offers: numbersOf(member.offers, topics),
      needs: numbersOf(member.needs, topics),
      freeAsMentor: Math.max(0, member.freeAsMentor),
      seeks: member.freeAsMentee > 0 && (settings.mode !== 'mentoring' || member.needs.length > 0),
      waited: Math.max(0, member.roundsWaited),
      guidedLately: Math.max(0, member.guidedLately ?? 0),
      line: spanOf(member.personId),
    });
  }
  return members;
}

interface Named {
  readonly topics: ReadonlyMap<TopicId, number>;
  readonly tags: ReadonlySet<string>;
}

function namedBy(members: Iterable<PoolMember>): Named {
  const topics = new Set<TopicId>();
  const tags = new Set<string>();
  for (const { offers, needs, languages } of members) {
    for (const topic of offers) topics.add(topic);
    for (const topic of needs) topics.add(topic);
    for (const tag of languages) tags.add(tag);
  }
  return { topics: numbering(topics), tags };
}

/** Makes the pool ready for fast checks. Nothing of the result depends on the order of the input. */
export function prepare(input: RoundInput): PreparedPool {
  const { kinds } = input;
  const named = namedBy(input.pool.members);
  const { topics } = named;
  const table = clockTable(input.zoneOffsets);
  // The functions made here keep what any of them reads: neither the input nor what is made on the way is among it.
  const members = prepareMembers(input, named, table);
  const apart = new Apart(input.pool.forbidden, new Map(members.map((member) => [member.id, member.at])));
  return {
    members,
    topics: [...topics.keys()],
    isExperience: Array.from(topics.keys(), (topic) => kinds.get(topic) === 'experience'),
    isForbidden: (a, b) => apart.has(a.at, b.at),
    apartFrom: (member) => apart.from(member.at),
    commonMinutes: (a, b) => table.common(a.clock, b.clock),
    clockOf: (member) => table.clocks[member.clock] ?? { start: 0, length: 0, days: 0 },
  };
}
