import type { PersonId, TopicId } from '../ids.ts';
import { Apart } from './apart.ts';
import { ClockTable } from './clock-table.ts';
import { byCodeUnit } from './hash.ts';
import type { PairingInput, RoundInput } from './input.ts';
import { membersOf, packPool, valueAt } from './packed-pool.ts';
import type { Column, Lists } from './packed-pool.ts';
import { reportingSpans } from './reporting-tree.ts';
import type { Span } from './reporting-tree.ts';
import { SharedLists } from './shared-lists.ts';
import type { WorkingClock } from './working-clock.ts';

/** Numbers of topics, each once, ascending. A plain list: the frame of a typed one is larger than the few numbers in it. */
export type TopicNumbers = readonly number[];

/** A member as the rules see them: numbers instead of names. */
export interface PreparedMember {
  /** Place in the pool, whose order is by person id whatever the order of the input. */
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

/** By number in `values`: the number in their own order, so that the order of the input does not matter; and that order. */
function numbering<T extends string>(values: readonly T[]): { numbers: Int32Array; inOrder: readonly T[] } {
  const inOrder = values.toSorted(byCodeUnit);
  const places = new Map(inOrder.map((value, number) => [value, number]));
  return { numbers: Int32Array.from(values, (value) => places.get(value) ?? 0), inOrder };
}

/** Makes ready the topics of one person after the other: ascending, each once, and one list for all who have the same. */
class TopicLists {
  readonly #numbers: Int32Array;
  readonly #shared = new SharedLists();
  readonly #own: number[] = [];

  constructor(numbers: Int32Array) {
    this.#numbers = numbers;
  }

  at({ which, end }: Lists, member: number): TopicNumbers {
    const own = this.#own;
    own.length = 0;
    for (let at = end[member - 1] ?? 0; at < (end[member] ?? 0); at += 1) {
      this.#insert(this.#numbers[which[at] ?? 0] ?? 0);
    }
    return this.#shared.of(own);
  }

  #insert(number: number): void {
    const own = this.#own;
    let place = own.length;
    while (place > 0 && (own[place - 1] ?? 0) > number) place -= 1;
    if (own[place - 1] === number) return;
    own.push(number);
    for (let at = own.length - 1; at > place; at -= 1) own[at] = own[at - 1] ?? 0;
    own[place] = number;
  }
}

/** Bits to a word: the most that an engine keeps as a plain small number. */
const WORD = 30;

function bitsOf(numbers: readonly number[], size: number): readonly number[] {
  const bits = Array.from({ length: Math.ceil(size / WORD) }, () => 0);
  for (const number of numbers) {
    const word = Math.floor(number / WORD);
    bits[word] = (bits[word] ?? 0) | (1 << (number % WORD));
  }
  return bits;
}

type Tongues = Pick<PreparedMember, 'spoken' | 'languages' | 'someLanguages'>;

/** What people speak, once for all who speak the same in the same order. */
function tonguesOf({ values }: Column<readonly string[]>): readonly Tongues[] {
  const { inOrder } = numbering([...new Set(values.flat())]);
  const numbers = new Map(inOrder.map((tag, number) => [tag, number]));
  const shared = new SharedLists();
  return values.map((spoken) => {
    const own = spoken.map((tag) => numbers.get(tag) ?? 0);
    const languages = shared.of(bitsOf(own, inOrder.length));
    return { spoken, languages, someLanguages: languages.reduce((all, word) => all | word, 0) };
  });
}

const NO_TONGUES: Tongues = { spoken: [], languages: [], someLanguages: 0 };

function prepareMembers({ pool, settings, zoneOffsets }: RoundInput, topics: Int32Array, table: ClockTable) {
  const spanOf = reportingSpans(pool.managers);
  const tongues = tonguesOf(pool.languages);
  const lists = new TopicLists(topics);
  const clocks = table.numbersOf(pool, zoneOffsets);
  const isMentoring = settings.mode === 'mentoring';
  const members: PreparedMember[] = [];
  const count = membersOf(pool);
  for (let at = 0; at < count; at += 1) {
    const id = pool.people[at];
    if (id === undefined) continue;
    const { spoken, languages, someLanguages } = tongues[pool.languages.which[at] ?? 0] ?? NO_TONGUES;
    const needs = lists.at(pool.needs, at);
    members.push({
      at,
      id,
      level: valueAt(pool.level, at),
      years: valueAt(pool.years, at),
      department: valueAt(pool.department, at),
      spoken,
      languages,
      someLanguages,
      clock: clocks[at] ?? 0,
      offers: lists.at(pool.offers, at),
      needs,
      freeAsMentor: Math.max(0, valueAt(pool.freeAsMentor, at)),
      seeks: valueAt(pool.freeAsMentee, at) > 0 && (!isMentoring || needs.length > 0),
      waited: Math.max(0, valueAt(pool.waited, at)),
      guidedLately: Math.max(0, valueAt(pool.guidedLately, at)),
      line: spanOf(at),
    });
  }
  return members;
}

/** Makes a pool ready for fast checks. Nothing of the result depends on the order of the input. */
export const prepare = ({ pool, ...terms }: PairingInput): PreparedPool =>
  preparePacked({ ...terms, pool: packPool(pool) });

/** The same of a pool that is packed; members keep their places. */
export function preparePacked(input: RoundInput): PreparedPool {
  const { kinds, pool } = input;
  const { numbers, inOrder } = numbering(pool.topics);
  const table = new ClockTable();
  // The functions made here keep what any of them reads: neither the input nor what is made on the way is among it.
  const members = prepareMembers(input, numbers, table);
  const apart = new Apart(pool.forbidden, members.length);
  return {
    members,
    topics: inOrder,
    isExperience: inOrder.map((topic) => kinds.get(topic) === 'experience'),
    isForbidden: (a, b) => apart.has(a.at, b.at),
    apartFrom: (member) => apart.from(member.at),
    commonMinutes: (a, b) => table.common(a.clock, b.clock),
    clockOf: (member) => table.at(member.clock),
  };
}
