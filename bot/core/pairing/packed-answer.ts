import { asId } from '../ids.ts';
import type { PersonId, TopicId } from '../ids.ts';
import { PAIRING_KINDS, ROLES } from '../round.ts';
import type { Reason } from '../round.ts';
import type { Suggestion } from './input.ts';
import type { PreparedMember } from './prepare.ts';

/**
 * Suggestions for another thread, as one row of figures. What crosses over is copied text by text; here people are
 * named by their places, and every other text is sent once.
 */
export interface PackedSuggestions {
  readonly figures: Int32Array<ArrayBuffer>;
  /** Topics, languages, and numbers that are no figure of such a row, which were in no part before. */
  readonly values: readonly (string | number)[];
}

/** Every kind of reason, by the number it goes by. */
const KINDS = [
  'topic',
  'step',
  'hours',
  'language',
  'other-department',
  'shared-offer',
  'shared-need',
  'circle',
  'waited',
] as const satisfies readonly Reason['kind'][];

/** Packs suggestions part by part. */
export class SuggestionPacker {
  #figures = new Int32Array(1024);
  #length = 0;
  #values: (string | number)[] = [];
  readonly #numbers = new Map<string | number, number>();

  /** `members` are its people, in the order of the sides. */
  add({ kind, sides, fit, reasons }: Suggestion, members: readonly Placed[]): void {
    this.#put(PAIRING_KINDS.indexOf(kind));
    this.#put(sides.length);
    for (let side = 0; side < sides.length; side += 1) {
      this.#put(members[side]?.at ?? 0);
      this.#put(ROLES.indexOf(sides[side]?.role ?? 'peer'));
    }
    this.#putNumber(fit);
    this.#put(reasons.length);
    for (const reason of reasons) {
      this.#put(KINDS.indexOf(reason.kind));
      this.#putNumber(reason.weight);
      this.#putRest(reason, sides);
    }
  }

  /** What was added since the last time. */
  take(): PackedSuggestions {
    const packed = { figures: this.#figures.slice(0, this.#length), values: this.#values };
    this.#length = 0;
    this.#values = [];
    return packed;
  }

  #putRest(reason: Reason, sides: Suggestion['sides']): void {
    switch (reason.kind) {
      case 'topic':
        this.#putValue(reason.topic);
        this.#put(sideOf(sides, reason.mentor));
        this.#put(sideOf(sides, reason.mentee));
        break;
      case 'step':
        this.#put(sideOf(sides, reason.mentor));
        this.#putNumber(reason.levels);
        this.#putNumber(reason.years);
        break;
      case 'hours':
        this.#putNumber(reason.minutesPerDay);
        break;
      case 'language':
        this.#putValue(reason.language);
        break;
      case 'shared-offer':
      case 'shared-need':
      case 'circle':
        this.#putValue(reason.topic);
        break;
      case 'waited':
        this.#put(sideOf(sides, reason.person));
        this.#putNumber(reason.rounds);
        break;
      case 'other-department':
        break;
    }
  }

  #put(figure: number): void {
    if (this.#length === this.#figures.length) {
      const wider = new Int32Array(2 * this.#length);
      wider.set(this.#figures);
      this.#figures = wider;
    }
    this.#figures[this.#length] = figure;
    this.#length += 1;
  }

  /** Nearly all are whole and small and stand for themselves; below nothing, a figure says which of the values it is. */
  #putNumber(number: number): void {
    if (number >= 0 && (number | 0) === number) this.#put(number);
    else this.#putValue(number, -1);
  }

  #putValue(value: string | number, sign = 1): void {
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.#numbers.size + 1;
      this.#values.push(value);
      this.#numbers.set(value, number);
    }
    this.#put(sign * number);
  }
}

type Placed = Pick<PreparedMember, 'at'>;

function sideOf(sides: Suggestion['sides'], person: PersonId): number {
  let side = 0;
  while (side < sides.length && sides[side]?.personId !== person) side += 1;
  return side;
}

/** Takes the parts of one packer in their order. */
export class SuggestionUnpacker {
  readonly #people: readonly PersonId[];
  readonly #values: (string | number)[] = [];
  readonly #reasons: Reason[] = [];
  #figures = new Int32Array();
  #at = 0;

  /** `people` by place in the pool. */
  constructor(people: readonly PersonId[]) {
    this.#people = people;
  }

  unpack({ figures, values }: PackedSuggestions): Suggestion[] {
    this.#figures = figures;
    this.#at = 0;
    for (const value of values) this.#values.push(value);
    const suggestions: Suggestion[] = [];
    while (this.#at < figures.length) suggestions.push(this.#suggestion());
    return suggestions;
  }

  #suggestion(): Suggestion {
    const kind = there(PAIRING_KINDS, this.#next());
    const count = this.#next();
    // Lists that are made whole take no more room than they need, and there are two for each suggestion.
    const sides =
      count === 2 ? [this.#side(), this.#side()] : Array.from({ length: count }, () => this.#side());
    const fit = this.#number();
    const reasons = this.#reasons;
    reasons.length = 0;
    for (let left = this.#next(); left > 0; left -= 1) reasons.push(this.#reason(sides));
    return { kind, sides, fit, reasons: reasons.slice() };
  }

  #side(): Suggestion['sides'][number] {
    return { personId: there(this.#people, this.#next()), role: there(ROLES, this.#next()) };
  }

  #reason(sides: Suggestion['sides']): Reason {
    const kind = there(KINDS, this.#next());
    const weight = this.#number();
    switch (kind) {
      case 'topic':
        return {
          kind,
          topic: asId<TopicId>(this.#text()),
          mentor: this.#who(sides),
          mentee: this.#who(sides),
          weight,
        };
      case 'step':
        return { kind, mentor: this.#who(sides), levels: this.#number(), years: this.#number(), weight };
      case 'hours':
        return { kind, minutesPerDay: this.#number(), weight };
      case 'language':
        return { kind, language: this.#text(), weight };
      case 'shared-offer':
      case 'shared-need':
      case 'circle':
        return { kind, topic: asId<TopicId>(this.#text()), weight };
      case 'waited':
        return { kind, person: this.#who(sides), rounds: this.#number(), weight };
      case 'other-department':
      default:
        return { kind, weight };
    }
  }

  #next(): number {
    const figure = this.#figures[this.#at] ?? NaN;
    this.#at += 1;
    return figure;
  }

  #number(): number {
    const figure = this.#next();
    return figure < 0 ? Number(there(this.#values, -figure - 1)) : figure;
  }

  #text(): string {
    return String(there(this.#values, this.#next() - 1));
  }

  #who(sides: Suggestion['sides']): PersonId {
    return there(sides, this.#next()).personId;
  }
}

/** @throws RangeError where a part is not of this packer. */
function there<Value>(values: readonly Value[], at: number): Value {
  const value = values[at];
  if (value === undefined) throw new RangeError('packed suggestions that do not belong together');
  return value;
}
