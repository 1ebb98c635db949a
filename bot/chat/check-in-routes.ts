import { z } from 'zod';
import { recordConnected } from '../actions/record-connected.ts';
import { recordHelped } from '../actions/record-helped.ts';
import { recordMood } from '../actions/record-mood.ts';
import { isHardDay } from '../core/care.ts';
import type { CheckIn } from '../core/check-in.ts';
import { CONNECTIONS, HELPFULNESS, MOODS } from '../core/check-in.ts';
import { confide } from '../core/confidential.ts';
import type { CheckInId, OccurrenceId } from '../core/ids.ts';
import { asId } from '../core/ids.ts';
import type { TurnAnswer } from '../core/ports/messaging.ts';
import { Refusal } from '../core/refusal.ts';
import type { CheckInView, DoneWith } from './cards/check-in.ts';
import { connectedCard, doneCard, helpedCard, moodCard, overCard } from './cards/check-in.ts';
import { breathCard } from './cards/breath.ts';
import { fitCard } from './cards/fit.ts';
import { hardDayCard } from './cards/hard-day.ts';
import type { CardKey } from './cards/kit.ts';
import { care } from './member-answers.ts';
import type { PersonTurn, Press, Routes } from './route.ts';
import { confidential, idField, replaceBy, route } from './route.ts';
import { checkInView } from './views.ts';

/** Some presses carry nothing but their key. */
const nothing = z.object({});
const answerOf = <T extends string | number>(answers: readonly T[]) =>
  z.object({ answer: z.literal(answers) });
const fromWhere = z.object({ checkIn: idField.optional() });

/** The three taps and what may help on a hard day. No press of these is kept: see `confidential`. */
export const checkInRoutes: Routes = {
  'check-in.mood': confidential(route(answerOf(MOODS), tapMood)),
  'check-in.skip': confidential(route(nothing, askConnected)),
  'check-in.go-on': confidential(route(nothing, askConnected)),
  'check-in.connected': confidential(route(answerOf(CONNECTIONS), tapConnected)),
  'check-in.helped': confidential(route(answerOf(HELPFULNESS), tapHelped)),
  'check-in.change': confidential(route(nothing, async (press) => replaceBy(moodCard(await ownView(press))))),
  'check-in.fit': confidential(route(nothing, offerWaysOut)),
  'care.call': confidential(route(fromWhere, (press) => replaceBy(care(press, backTo(press.data.checkIn))))),
  'care.breath': confidential(
    route(fromWhere, (press) =>
      replaceBy(breathCard({ locale: press.locale, ...backTo(press.data.checkIn) })),
    ),
  ),
};

async function tapMood(press: Press<{ answer: (typeof MOODS)[number] }>): Promise<TurnAnswer> {
  const mood = press.data.answer;
  const { checkIn, over } = await recordMood(press.deps, { ...tapOf(press), mood: confide(mood) });
  const view = await viewOf(press, checkIn);
  // Somebody who has a hard day is answered, however late it is for the record.
  if (isHardDay(mood)) return replaceBy(hardDayCard(view, mood));
  return replaceBy(over ? overCard(view) : connectedCard(view, mood));
}

async function askConnected(press: Press<object>): Promise<TurnAnswer> {
  return replaceBy(connectedCard(await ownView(press), null));
}

async function tapConnected(press: Press<{ answer: (typeof CONNECTIONS)[number] }>): Promise<TurnAnswer> {
  const connected = press.data.answer;
  const { checkIn, over } = await recordConnected(press.deps, { ...tapOf(press), connected });
  const view = await viewOf(press, checkIn);
  if (connected === 'rather-not') return replaceBy(fitCard(press.locale, pairingKeyOf(checkIn, press.key)));
  if (over) return replaceBy(overCard(view));
  return replaceBy(connected === 'yes' ? helpedCard(view) : doneCard(view, connected));
}

async function tapHelped(press: Press<{ answer: (typeof HELPFULNESS)[number] }>): Promise<TurnAnswer> {
  const helped = press.data.answer;
  const { checkIn, over } = await recordHelped(press.deps, { ...tapOf(press), helped: confide(helped) });
  const how: DoneWith = { helped };
  const view = await viewOf(press, checkIn);
  return replaceBy(over ? overCard(view) : doneCard(view, how));
}

async function offerWaysOut(press: Press<object>): Promise<TurnAnswer> {
  const checkIn = await ownCheckIn(press);
  return replaceBy(fitCard(press.locale, pairingKeyOf(checkIn, press.key)));
}

const tapOf = ({ person, key }: PersonTurn & { key: CardKey }) => ({
  person: person.id,
  checkIn: asId<CheckInId>(key.subject),
});

/** The way out names the pairing, and still proves that this message arrived. */
function pairingKeyOf(checkIn: CheckIn, { occurrence }: CardKey): CardKey {
  return { subject: checkIn.pairingId, version: 1, ...(occurrence !== undefined && { occurrence }) };
}

async function ownCheckIn({ deps, person, key }: PersonTurn & { key: CardKey }): Promise<CheckIn> {
  const checkIn = await deps.store.reads.checkIns.byId(asId<CheckInId>(key.subject));
  if (checkIn === null || checkIn.personId !== person.id) throw new Refusal('not-found');
  return checkIn;
}

async function ownView(press: PersonTurn & { key: CardKey }): Promise<CheckInView> {
  return viewOf(press, await ownCheckIn(press));
}

async function viewOf(press: PersonTurn & { key: CardKey }, checkIn: CheckIn): Promise<CheckInView> {
  const { deps, person, locale, key } = press;
  const occurrence = key.occurrence === undefined ? {} : { occurrence: asId<OccurrenceId>(key.occurrence) };
  const view = await checkInView(deps.store.reads, checkIn, {
    person: person.id,
    locale,
    at: deps.now(),
    ...occurrence,
  });
  if (view === null) throw new Refusal('not-found');
  return view;
}

function backTo(checkIn: string | undefined): { readonly checkIn?: CheckInId } {
  return checkIn === undefined ? {} : { checkIn: asId<CheckInId>(checkIn) };
}
