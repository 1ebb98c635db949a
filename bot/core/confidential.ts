const SEALED = '[sealed]';

/**
 * Something that a person wrote or answered, on its way through the program. However it is printed, it says
 * `[sealed]`: in a log, an error, a template or JSON. Only `reveal` gives the value, and whoever calls it can be found.
 */
export class Confidential<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }

  toJSON(): string {
    return SEALED;
  }

  toString(): string {
    return SEALED;
  }

  [Symbol.toPrimitive](): string {
    return SEALED;
  }

  get [Symbol.toStringTag](): string {
    return SEALED;
  }

  /** For `console` and `util.inspect`, which know this name only. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return SEALED;
  }
}

/** Keeps a value from being printed. */
export const confide = <T>(value: T): Confidential<T> => new Confidential(value);
