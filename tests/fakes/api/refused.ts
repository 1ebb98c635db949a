import type { RefusalCode } from '../../../bot/core/refusal.ts';

/** The fake's own way to say no. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly status: number;
  constructor(code: RefusalCode, status: number) {
    super(code);
    this.code = code;
    this.status = status;
  }
}
