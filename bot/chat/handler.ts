/** One turn: who speaks, what they want, the answer. Everything that it changes is one transaction, or nothing is. */
import { z } from 'zod';
import { joined } from '../actions/joined.ts';
import { asId } from '../core/ids.ts';
import type { OccurrenceId } from '../core/ids.ts';
import { LOCALES } from '../core/person.ts';
import type { Locale, Person } from '../core/person.ts';
import type { Message, PressData, Turn, TurnAnswer, TurnHandler } from '../core/ports/messaging.ts';
import type { Writes } from '../core/ports/store.ts';
import { Refusal } from '../core/refusal.ts';
import { refusalWords } from '../words/refusals.ts';
import { nearestLocale } from '../words/words.ts';
import { KEY_FIELD } from './cards/kit.ts';
import type { CardKey } from './cards/kit.ts';
import { greet } from './commands.ts';
import { programmeFor } from './programme-for.ts';
import { idField, say } from './route.ts';
import type { ChatDeps, PersonTurn } from './route.ts';
import { routeOf } from './routes.ts';
import { dialogOf, memberOf } from './step.ts';
import { answerTyped } from './typed.ts';

const SILENCE: TurnAnswer = { messages: [], replacement: null };
/** Two presses at the same moment: the second finds the answer of the first when it looks again. */
const ATTEMPTS = 3;

const keySchema = z.object({
  subject: idField,
  version: z.union([z.string().min(1).max(64), z.number().int()]),
  occurrence: idField.optional(),
});

/** The bot's side of the conversation, over a store. Says no in words; thrown are faults, and Refusal 'try-again'. */
export function createTurnHandler(deps: ChatDeps): TurnHandler {
  return async (turn, signal) => {
    const person = await deps.store.reads.people.byObjectId(turn.tenantId, turn.objectId);
    if (person === null || person.leftAt !== null) return strange(turn);
    if (turn.incoming.kind === 'removed') return removed(deps, person);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await deps.store.transaction(async (tx) => {
          const answered = await answer(joined(deps, tx), tx, turn, person);
          stopIfLate(signal);
          return answered;
        });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (error.code !== 'try-again') return refuse(deps, turn, person, error);
        // Nothing was saved: whoever called us asks Teams to bring it again.
        if (attempt === ATTEMPTS || signal?.aborted === true) throw error;
      }
    }
  };
}

/** Whoever pressed has been told that it was not saved: then it must not be. */
function stopIfLate(signal: { readonly aborted: boolean } | undefined): void {
  if (signal?.aborted === true) throw new Refusal('try-again');
}

/** Teams knows them, the directory does not: said kindly, with what to do, and nothing is kept. */
function strange(turn: Turn): TurnAnswer {
  if (turn.incoming.kind === 'removed') return SILENCE;
  return inWords(turn, nearestLocale(turn.locale), new Refusal('not-in-directory'));
}

async function removed(deps: ChatDeps, person: Person): Promise<TurnAnswer> {
  await deps.store.transaction((tx) =>
    tx.conversations.markUnreachable(person.id, 'not-installed', deps.now()),
  );
  return SILENCE;
}

async function answer(deps: ChatDeps, tx: Writes, turn: Turn, person: Person): Promise<TurnAnswer> {
  await meet(deps, tx, turn, person);
  const preferences = await tx.people.preferences(person.id);
  const programme = await programmeFor(tx, person);
  const now: PersonTurn = { deps, person, preferences, locale: preferences.locale, programme };
  if (turn.incoming.kind === 'press')
    return pressed(now, tx, turn.incoming.verb, turn.incoming.data.reveal());
  const isNew = await tx.conversations.receive(turn.reference.conversationId, turn.activityId, deps.now());
  if (!isNew) return SILENCE;
  if (turn.incoming.kind === 'message') return say(await answerTyped(now, turn.incoming.text.reveal()));
  return say(await greet(now, await dialogOf(now), await memberOf(now)));
}

/**
 * The newest way to reach them; at the first meeting also their language, where Teams gave one that we speak, and
 * what has been waiting until there is a way to say it.
 */
async function meet(deps: ChatDeps, tx: Writes, turn: Turn, person: Person): Promise<void> {
  const first = (await tx.conversations.reference(person.id)) === null;
  await tx.conversations.remember({ ...turn.reference, personId: person.id }, deps.now());
  if (first) await tx.occurrences.wake(person.id, deps.now());
  const locale = LOCALES.find((each) => turn.locale?.toLowerCase().split('-')[0] === each);
  if (!first || locale === undefined) return;
  const preferences = await tx.people.preferences(person.id);
  if (preferences.locale !== locale) await tx.people.setPreferences(person.id, { ...preferences, locale });
}

async function pressed(turn: PersonTurn, tx: Writes, verb: string, data: PressData): Promise<TurnAnswer> {
  const route = routeOf(verb);
  const key = keySchema.safeParse(data[KEY_FIELD]);
  if (route === null || !key.success) throw new Refusal('malformed');
  const { subject, version, occurrence } = key.data;
  const cardKey: CardKey = { subject, version, ...(occurrence !== undefined && { occurrence }) };
  if (occurrence !== undefined) await prove(turn, tx, asId<OccurrenceId>(occurrence));
  const name = [turn.person.id, subject, verb, version].join('|');
  const before = route.confidential === true ? null : await tx.conversations.answered(name);
  // What we stored is what we said.
  if (before !== null) return before as TurnAnswer;
  const said = await route(turn, cardKey, data);
  if (route.confidential !== true) await tx.conversations.saveAnswer(name, said, turn.deps.now());
  return said;
}

/** Pressing a card that we sent proves that it arrived. */
async function prove({ person, deps }: PersonTurn, tx: Writes, id: OccurrenceId): Promise<void> {
  const occurrence = await tx.occurrences.byId(id);
  if (occurrence?.personId === person.id) await tx.occurrences.proveDelivered(id, deps.now());
}

/** The turn has been rolled back: the way to reach them is kept all the same, and a message is not refused twice. */
async function refuse(deps: ChatDeps, turn: Turn, person: Person, refusal: Refusal): Promise<TurnAnswer> {
  const locale = await deps.store.transaction(async (tx) => {
    await meet(deps, tx, turn, person);
    const { conversationId } = turn.reference;
    const isNew =
      turn.incoming.kind === 'press' ||
      (await tx.conversations.receive(conversationId, turn.activityId, deps.now()));
    return isNew ? (await tx.people.preferences(person.id)).locale : null;
  });
  return locale === null ? SILENCE : inWords(turn, locale, refusal);
}

function inWords(turn: Turn, locale: Locale, refusal: Refusal): TurnAnswer {
  const message: Message = { text: refusalWords(locale, refusal) };
  return turn.incoming.kind === 'press' ? { messages: [], replacement: message } : say(message);
}
