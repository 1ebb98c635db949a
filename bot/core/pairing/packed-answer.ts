import type { PersonId, TopicId } from '../ids.ts';
import { PAIRING_KINDS, ROLES } from '../round.ts';
import type { Reason } from '../round.ts';
import type { Suggestion } from './input.ts';

/**
 * Suggestions for another thread, as one row of figures. What crosses over is copied text by text; here people are
 * named by their places, and every other text is sent once.
 */
export interface PackedSuggestions {
  readonly figures: Float64Array<ArrayBuffer>;
  /** Topics and languages that were in no part before. */
  readonly texts: readonly string[];
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
  #figures: number[] = [];
  #texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** `places` are those of its people in the pool, in the order of the sides. */
  add({ kind, sides, fit, reasons }: Suggestion, places: readonly number[]): void {
    const figures = this.#figures;
    figures.push(PAIRING_KINDS.indexOf(kind), sides.length);
    for (let side = 0; side < sides.length; side += 1) {
      figures.push(places[side] ?? 0, ROLES.indexOf(sides[side]?.role ?? 'peer'));
    }
    figures.push(fit, reasons.length);
    for (const reason of reasons) {
      figures.push(KINDS.indexOf(reason.kind), reason.weight);
      this.#addRest(reason, (person) => sides.findIndex((side) => side.personId === person));
    }
  }

  /** What was added since the last time. */
  take(): PackedSuggestions {
    const packed = { figures: Float64Array.from(this.#figures), texts: this.#texts };
    this.#figures = [];
    this.#texts = [];
    return packed;
  }

  #addRest(reason: Reason, sideOf: (person: PersonId) => number): void {
    const figures = this.#figures;
    switch (reason.kind) {
      case 'topic':
        figures.push(this.#textOf(reason.topic), sideOf(reason.mentor), sideOf(reason.mentee));
        break;
      case 'step':
        figures.push(sideOf(reason.mentor), reason.levels, reason.years);
        break;
      case 'hours':
        figures.push(reason.minutesPerDay);
        break;
      case 'language':
        figures.push(this.#textOf(reason.language));
        break;
      case 'other-department':
        break;
      case 'shared-offer':
      case 'shared-need':
      case 'circle':
        figures.push(this.#textOf(reason.topic));
        break;
      case 'waited':
        figures.push(sideOf(reason.person), reason.rounds);
        break;
    }
  }

  #textOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#texts.push(text);
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** Takes the parts of one packer in their order. */
export class SuggestionUnpacker {
  readonly #people: readonly PersonId[];
  readonly #texts: string[] = [];
  #figures = new Float64Array();
  #at = 0;

  /** `people` by place in the pool. */
  constructor(people: readonly PersonId[]) {
    this.#people = people;
  }

  unpack({ figures, texts }: PackedSuggestions): Suggestion[] {
    this.#figures = figures;
    this.#at = 0;
    for (const text of texts) this.#texts.push(text);
    const suggestions: Suggestion[] = [];
    while (this.#at < figures.length) suggestions.push(this.#suggestion());
    return suggestions;
  }

  #suggestion(): Suggestion {
    const kind = there(PAIRING_KINDS, this.#next());
    const sides: Suggestion['sides'][number][] = [];
    for (let left = this.#next(); left > 0; left -= 1) {
      sides.push({ personId: there(this.#people, this.#next()), role: there(ROLES, this.#next()) });
    }
    const fit = this.#next();
    const reasons: Reason[] = [];
    for (let left = this.#next(); left > 0; left -= 1) reasons.push(this.#reason(sides));
    return { kind, sides, fit, reasons };
  }

  #reason(sides: Suggestion['sides']): Reason {
    const kind = there(KINDS, this.#next());
    const weight = this.#next();
    switch (kind) {
      case 'topic':
        return { kind, topic: this.#topic(), mentor: this.#side(sides), mentee: this.#side(sides), weight };
      case 'step':
        return { kind, mentor: this.#side(sides), levels: this.#next(), years: this.#next(), weight };
      case 'hours':
        return { kind, minutesPerDay: this.#next(), weight };
      case 'language':
        return { kind, language: there(this.#texts, this.#next()), weight };
      case 'shared-offer':
      case 'shared-need':
      case 'circle':
        return { kind, topic: this.#topic(), weight };
      case 'waited':
        return { kind, person: this.#side(sides), rounds: this.#next(), weight };
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

  #topic(): TopicId {
    return there(this.#texts, this.#next()) as TopicId;
  }

  #side(sides: Suggestion['sides']): PersonId {
    return there(sides, this.#next()).personId;
  }
}

/** @throws RangeError where a part is not of this packer. */
function there<Value>(values: readonly Value[], at: number): Value {
  const value = values[at];
  if (value === undefined) throw new RangeError('packed suggestions that do not belong together');
  return value;
}
