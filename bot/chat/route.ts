import { z } from 'zod';
import type { Deps } from '../core/deps.ts';
import type { Locale, Person, Preferences } from '../core/person.ts';
import type { Message, TurnAnswer } from '../core/ports/messaging.ts';
import type { Programme } from '../core/programme.ts';
import { Refusal } from '../core/refusal.ts';
import type { CardKey, Verb } from './cards/kit.ts';

/** What the conversation is given by the composition root. */
export interface ChatDeps extends Deps {
  /** The address that opens the personal tab in Teams; null where the app has none yet. */
  readonly tabUrl: string | null;
}

/**
 * A turn once we know who speaks. `deps.store` *is* the transaction of the turn: an action called with it
 * joins that transaction, so the change and the record that it was answered stand or fall together.
 */
export interface PersonTurn {
  readonly deps: ChatDeps;
  readonly person: Person;
  readonly preferences: Preferences;
  readonly locale: Locale;
  /** The programme that the conversation is about; null where the company runs none. */
  readonly programme: Programme | null;
}

/** A press on a button: `key` says which card, `data` is the route's own, already checked. */
export interface Press<T> extends PersonTurn {
  readonly key: CardKey;
  readonly data: T;
}

/** Answers one verb. Takes the data as it came and refuses what it cannot read. */
export type Route = ((turn: PersonTurn, key: CardKey, data: unknown) => Promise<TurnAnswer>) & {
  /** Neither the press nor its answer is kept: a second press runs again. Set by `confidential`. */
  readonly confidential?: true;
};

export type Routes = Readonly<Record<Verb, Route>>;

/** A route: what its data must look like, and the answer. @throws Refusal 'malformed' for anything else. */
export function route<T>(
  schema: z.ZodType<T>,
  answer: (press: Press<T>) => Promise<TurnAnswer> | TurnAnswer,
): Route {
  return async (turn, key, data) => {
    const parsed = schema.safeParse(data);
    if (!parsed.success) throw new Refusal('malformed');
    return answer({ ...turn, key, data: parsed.data });
  };
}

/**
 * A route whose answer tells how somebody is. What is kept of a press would tell it too, so nothing is: the route
 * must have the same effect when it runs twice.
 */
export function confidential(answer: Route): Route {
  return Object.assign((...press: Parameters<Route>) => answer(...press), { confidential: true as const });
}

/** An id in the data of a press. */
export const idField = z.string().min(1).max(64);

/** The answer of a choice set with many answers: Teams sends one string with commas, and nothing when none is chosen. */
export const chosen = z
  .string()
  .max(20_000)
  .optional()
  .transform((value) => [...new Set((value ?? '').split(',').filter((part) => part !== ''))]);

/** The answer to a press: this card takes the place of the pressed one. */
export function replaceBy(message: Message): TurnAnswer {
  return { messages: [], replacement: message };
}

/** The answer to something typed. */
export function say(...messages: readonly Message[]): TurnAnswer {
  return { messages, replacement: null };
}

/** A route that only shows something: a second press shows what holds by then, so nothing is kept of the first. */
export const repeatable = confidential;
