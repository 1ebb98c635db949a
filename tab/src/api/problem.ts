import type { ErrorAnswer } from '../../../bot/api/contract.ts';

export type ProblemCode = ErrorAnswer['error']['code'] | 'offline';

/** Why a request brought nothing: a refusal of the server in the person's own words, or no answer at all. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly status: number;
  /** What to tell support; null where no server has spoken. */
  readonly reference: string | null;

  constructor(about: { code: ProblemCode; status: number; message: string; reference: string | null }) {
    super(about.message);
    this.code = about.code;
    this.status = about.status;
    this.reference = about.reference;
  }
}

/** Worth asking again by itself: nothing was decided, the answer may differ in a moment. */
export function isPassing(error: unknown): boolean {
  return error instanceof Problem && (error.code === 'offline' || error.code === 'try-again');
}

/** Reads an error answer, whoever wrote it: a proxy's HTML page becomes a fault without a reference. */
export async function readProblem(response: Response): Promise<Problem> {
  const answer = (await response.json().catch(() => null)) as Partial<ErrorAnswer> | null;
  const error = answer?.error;
  return new Problem({
    code: error?.code ?? 'fault',
    status: response.status,
    message: error?.message ?? '',
    reference: error?.reference ?? null,
  });
}
