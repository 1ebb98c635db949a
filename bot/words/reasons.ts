import type { TFunction } from 'i18next';
import type { PersonId, TopicId } from '../core/ids.ts';
import type { Locale, Topic } from '../core/person.ts';
import type { Reads } from '../core/ports/store.ts';
import type { Reason, Role } from '../core/round.ts';
import { topicName } from '../core/topics/experiences.ts';
import type { DayWindow } from '../core/working-time.ts';
import { clockOf, commonWindow } from '../core/working-time.ts';
import { wordsIn } from './words.ts';

/** A proposal or a pairing, as far as its reasons are concerned. */
export interface Reasoned {
  readonly people: readonly { readonly personId: PersonId; readonly role: Role }[];
  readonly reasons: readonly Reason[];
}

/** Who reads: one side of it, who is spoken to, or `null` for a coordinator, who reads about others. */
export interface Reader {
  readonly person: PersonId | null;
  readonly locale: Locale;
  readonly at: Date;
  /** Makes names and topics safe for where they are shown; as they are without it. */
  readonly literal?: (text: string) => string;
}

/** What the sentences need to know besides the reasons. */
export interface ReasonFacts {
  readonly people: readonly PersonId[];
  readonly names: ReadonlyMap<PersonId, string>;
  readonly topics: ReadonlyMap<TopicId, Topic>;
  /** When both work, on the reader's clock; null where there is no such reader or there are three. */
  readonly window: DayWindow | null;
  /** When both work, on the clock of each, for a reader who is neither; missing where there are three. */
  readonly clocks?: readonly [OwnWindow, OwnWindow];
}

interface OwnWindow {
  readonly person: PersonId;
  readonly window: DayWindow;
}

type Kind<K extends Reason['kind']> = Extract<Reason, { kind: K }>;
type Perspective = 'mentee' | 'mentor' | 'other';

/** Why these people, each reason a sentence, heaviest first. */
export async function reasonsInWords(
  reads: Reads,
  { people, reasons }: Reasoned,
  reader: Reader,
): Promise<readonly string[]> {
  const ids = people.map((side) => side.personId);
  const persons = await reads.people.byIds(ids);
  const topics = await reads.topics.byIds(reasons.flatMap((one) => ('topic' in one ? [one.topic] : [])));
  const names = new Map([...persons].map(([id, person]) => [id, person.displayName]));
  const window = await windowOf(reads, ids, reader);
  const clocks = reader.person === null ? await clocksOf(reads, ids, reader) : null;
  const facts = { people: ids, names, topics, window, ...(clocks === null ? {} : { clocks }) };
  return reasonSentences(reasons, facts, reader);
}

async function clocksOf(
  reads: Reads,
  ids: readonly PersonId[],
  reader: Reader,
): Promise<NonNullable<ReasonFacts['clocks']> | null> {
  const [one, other] = ids;
  if (one === undefined || other === undefined || ids.length !== 2) return null;
  const ofOne = await windowOf(reads, ids, { ...reader, person: one });
  const ofOther = await windowOf(reads, ids, { ...reader, person: other });
  if (ofOne === null || ofOther === null) return null;
  return [
    { person: one, window: ofOne },
    { person: other, window: ofOther },
  ];
}

async function windowOf(
  reads: Reads,
  ids: readonly PersonId[],
  { person, at }: Reader,
): Promise<DayWindow | null> {
  const [own, other] = [ids.find((id) => id === person), ids.find((id) => id !== person)];
  if (own === undefined || other === undefined || ids.length !== 2) return null;
  const people = await reads.people.byIds([own, other]);
  const [me, them] = [people.get(own), people.get(other)];
  if (me === undefined || them === undefined) return null;
  const [mine, theirs] = [await reads.people.preferences(own), await reads.people.preferences(other)];
  return commonWindow(clockOf(me, mine), clockOf(them, theirs), at);
}

/** The sentences alone, for facts that are at hand. A reason that its reader should not see has none. */
export function reasonSentences(
  reasons: readonly Reason[],
  facts: ReasonFacts,
  reader: Omit<Reader, 'at'>,
): readonly string[] {
  const speaker = new Speaker(facts, reader);
  return [...new Set(reasons.flatMap((reason) => speaker.say(reason, reasons)))];
}

class Speaker {
  readonly #facts: ReasonFacts;
  readonly #reader: Omit<Reader, 'at'>;
  readonly #words: TFunction;

  constructor(facts: ReasonFacts, reader: Omit<Reader, 'at'>) {
    this.#facts = facts;
    this.#reader = reader;
    this.#words = wordsIn(reader.locale, 'reasons');
  }

  say(reason: Reason, all: readonly Reason[]): readonly string[] {
    switch (reason.kind) {
      case 'topic':
        return this.#topics(reason, all);
      case 'step':
        return this.#step(reason);
      case 'hours':
        return this.#hours(reason);
      case 'language':
        return [this.#words(`language.${this.#company()}`, { language: this.#language(reason.language) })];
      case 'other-department':
        return [this.#words(`other-department.${this.#company()}`)];
      case 'circle':
      case 'shared-offer':
      case 'shared-need': {
        const same = all.flatMap((one) => (one.kind === reason.kind ? [one.topic] : []));
        return [this.#words(`${reason.kind}.${this.#company()}`, { topics: this.#list(same) })];
      }
      case 'waited':
        return this.#waited(reason);
    }
    return reason;
  }

  /** All topics of one kind and direction are one sentence, said where the heaviest of them stands. */
  #topics({ mentor, mentee, topic }: Kind<'topic'>, all: readonly Reason[]): readonly string[] {
    const kind = this.#kindOf(topic);
    const same = all.flatMap((one) => (one.kind === 'topic' && one.mentor === mentor ? [one] : []));
    const together = same
      .filter((one) => one.mentee === mentee && this.#kindOf(one.topic) === kind)
      .map((one) => one.topic);
    const who = this.#perspective(mentor, mentee);
    const names = { mentor: this.#name(mentor), mentee: this.#name(mentee) };
    return [this.#words(`topic.${kind}.${who}`, { ...names, topics: this.#list(together) })];
  }

  #step({ mentor, levels, years }: Kind<'step'>): readonly string[] {
    const mentee = this.#facts.people.find((person) => person !== mentor);
    if (mentee === undefined || this.#facts.people.length !== 2) return [];
    const key = `${levels > 0 ? 'step' : 'years'}.${this.#perspective(mentor, mentee)}`;
    const count = levels > 0 ? levels : years;
    if (count === 0) return [];
    return [this.#words(key, { count, mentor: this.#name(mentor), mentee: this.#name(mentee) })];
  }

  #hours({ minutesPerDay }: Kind<'hours'>): readonly string[] {
    if (minutesPerDay === 0) return [];
    const count = Math.round(minutesPerDay / 6) / 10;
    const hours = new Intl.NumberFormat(this.#reader.locale, { maximumFractionDigits: 1 }).format(count);
    const { window, clocks } = this.#facts;
    if (clocks !== undefined) return [this.#onBothClocks(clocks, { count, hours })];
    if (window === null) return [this.#words('hours.plain', { count, hours })];
    const [from, to] = [timeOf(window.startMinute), timeOf(window.endMinute)];
    return [this.#words('hours.window', { count, hours, from, to })];
  }

  #onBothClocks(
    [one, other]: NonNullable<ReasonFacts['clocks']>,
    facts: { readonly count: number; readonly hours: string },
  ): string {
    const [from, to] = [timeOf(one.window.startMinute), timeOf(one.window.endMinute)];
    const [otherFrom, otherTo] = [timeOf(other.window.startMinute), timeOf(other.window.endMinute)];
    if (from === otherFrom && to === otherTo) return this.#words('hours.same', { ...facts, from, to });
    const names = { one: this.#name(one.person), other: this.#name(other.person) };
    return this.#words('hours.clocks', { ...facts, ...names, from, to, otherFrom, otherTo });
  }

  /** That somebody waited is for them and the coordinator to know, not for their partner. */
  #waited({ person, rounds }: Kind<'waited'>): readonly string[] {
    if (this.#reader.person === person) return [this.#words('waited.own', { count: rounds })];
    if (this.#reader.person !== null) return [];
    return [this.#words('waited.other', { count: rounds, name: this.#name(person) })];
  }

  #perspective(mentor: PersonId, mentee: PersonId): Perspective {
    if (this.#reader.person === mentee) return 'mentee';
    return this.#reader.person === mentor ? 'mentor' : 'other';
  }

  #company(): 'two' | 'three' | 'many' | 'other' {
    if (this.#reader.person === null) return 'other';
    const count = this.#facts.people.length;
    return count === 2 ? 'two' : count === 3 ? 'three' : 'many';
  }

  #name(person: PersonId): string {
    const name = this.#facts.names.get(person);
    return name === undefined ? this.#words('someone') : this.#safe(name);
  }

  #safe(text: string): string {
    return this.#reader.literal?.(text) ?? text;
  }

  #kindOf(topic: TopicId): Topic['kind'] {
    return this.#facts.topics.get(topic)?.kind ?? 'skill';
  }

  #list(topics: readonly TopicId[]): string {
    const names = topics.flatMap((topic) => this.#facts.topics.get(topic)?.name ?? []);
    const spoken = names.map((name) => this.#safe(topicName(name, this.#reader.locale)));
    return new Intl.ListFormat(this.#reader.locale).format(spoken);
  }

  #language(tag: string): string {
    const name = new Intl.DisplayNames(this.#reader.locale, { type: 'language', fallback: 'code' });
    return name.of(tag) ?? tag;
  }
}

const timeOf = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
