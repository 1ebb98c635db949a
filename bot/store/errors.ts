import { Refusal } from '../core/refusal.ts';

/** A row like it exists already. `constraint` names columns or the constraint, never values. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation';
}

/** A row points at one that does not exist, or is still pointed at. */
export class ForeignKeyViolation extends Error {
  override readonly name = 'ForeignKeyViolation';
}

/** Another transaction was first, and nothing of this one was saved: run again from its beginning it may well succeed. */
export class WriteConflict extends Refusal {
  constructor() {
    super('try-again');
  }
}

export type StoreErrorCode = 'too-new' | 'too-old' | 'cannot-open' | 'not-a-database' | 'not-a-copy';

/** The store cannot be used at all; the message is one sentence for whoever started the program. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
