import type { Turn, TurnAnswer, TurnHandler } from '../core/ports/messaging.ts';
import { Refusal } from '../core/refusal.ts';
import type { RefusalCode } from '../core/refusal.ts';
import type { Log } from '../log.ts';
import { pressAnswer, pressRefusal } from './answers.ts';
import type { InvokeAnswer } from './answers.ts';

/** How a turn ends: the status for Teams, what is shown in place of a pressed card, and what is said after. */
export interface TurnEnd {
  readonly status: 200 | 503;
  readonly press: InvokeAnswer | null;
  readonly answer: TurnAnswer | null;
}

export interface TurnDeps {
  readonly handler: TurnHandler;
  readonly wordsFor: (code: RefusalCode | 'fault', locale: string | null) => string;
  readonly log: Log;
  /** A turn that takes longer saves nothing: whoever pressed is told to press again, a message is brought again. */
  readonly turnDeadlineMs: number;
}

const LATE = Symbol('late');

/**
 * Runs one turn. A message is acknowledged only once its effect is kept: when the handler fails, Teams is told
 * 503 and brings it again. A press always gets 200 with words, since a person is looking at the card.
 */
export async function runTurn(deps: TurnDeps, turn: Turn): Promise<TurnEnd> {
  const press = turn.incoming.kind === 'press';
  const late = new AbortController();
  try {
    const answer = await withDeadline(deps.handler(turn, late.signal), deps.turnDeadlineMs);
    if (answer === LATE) {
      late.abort();
      throw new Refusal('try-again');
    }
    return { status: 200, press: press ? pressAnswer(answer) : null, answer };
  } catch (error) {
    const code = error instanceof Refusal ? error.code : 'fault';
    // The kind of turn and of error, never what was written or its stack's arguments.
    deps.log.error({ turn: turn.incoming.kind, code, error: nameOf(error) }, 'turn failed');
    if (press) return refusePress(deps, turn, code);
    return error instanceof Refusal && code !== 'try-again'
      ? { status: 200, press: null, answer: inWords(deps, turn, code) }
      : { status: 503, press: null, answer: null };
  }
}

function refusePress(deps: TurnDeps, turn: Turn, code: RefusalCode | 'fault'): TurnEnd {
  const words = deps.wordsFor(code, turn.locale);
  return { status: 200, press: pressRefusal(statusOf(code), code, words), answer: null };
}

function inWords(deps: TurnDeps, turn: Turn, code: RefusalCode | 'fault'): TurnAnswer {
  return { messages: [{ text: deps.wordsFor(code, turn.locale) }], replacement: null };
}

const statusOf = (code: RefusalCode | 'fault'): 400 | 503 =>
  code === 'fault' || code === 'try-again' ? 503 : 400;

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

async function withDeadline<T>(work: Promise<T>, deadlineMs: number): Promise<T | typeof LATE> {
  const { promise: late, resolve } = Promise.withResolvers<typeof LATE>();
  const timer = setTimeout(() => resolve(LATE), deadlineMs);
  // What comes after the deadline is nobody's any more; its failure must not end the process.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
