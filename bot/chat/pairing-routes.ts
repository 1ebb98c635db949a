import { z } from 'zod';
import { endPairing } from '../actions/end-pairing.ts';
import { keepPairing } from '../actions/keep-pairing.ts';
import { loadPairing } from '../actions/load-pairing.ts';
import { renewPairing } from '../actions/renew-pairing.ts';
import type { PairingId } from '../core/ids.ts';
import { asId } from '../core/ids.ts';
import type { TurnAnswer } from '../core/ports/messaging.ts';
import { Refusal } from '../core/refusal.ts';
import { clockOf } from '../core/working-time.ts';
import { wordsIn } from '../words/words.ts';
import { endedCard } from './cards/ended.ts';
import { coordinatorCard, fitCard, wordCard } from './cards/fit.ts';
import type { CardKey } from './cards/kit.ts';
import { dayIn } from './cards/parts.ts';
import type { PersonTurn, Press, Routes } from './route.ts';
import { confidential, replaceBy, route } from './route.ts';

const nothing = z.object({});

/** Going on, ending and asking for help. Who thought of leaving is kept nowhere: see `confidential`. */
export const pairingRoutes: Routes = {
  'pairing.fit': confidential(route(nothing, offerWaysOut)),
  'pairing.end': confidential(route(nothing, end)),
  'pairing.coordinator': confidential(route(nothing, nameCoordinators)),
  'pairing.go-on': confidential(route(nothing, (press) => word(press, 'keep.title', 'keep.text'))),
  'pairing.keep': confidential(route(z.object({ connected: z.literal(['yes', 'planned']) }), keep)),
  'pairing.renew': route(nothing, renew),
};

const sideOf = ({ person, key }: PersonTurn & { key: CardKey }) => ({
  pairingId: asId<PairingId>(key.subject),
  personId: person.id,
});

async function offerWaysOut(press: Press<object>): Promise<TurnAnswer> {
  await loadPairing(press.deps.store.reads, sideOf(press));
  return replaceBy(fitCard(press.locale, press.key));
}

async function end(press: Press<object>): Promise<TurnAnswer> {
  try {
    await endPairing(press.deps, sideOf(press));
    return replaceBy(endedCard(press.locale, true));
  } catch (error) {
    // The other side was first, or this is the second press: the end is what was asked for.
    if (error instanceof Refusal && error.code === 'not-active')
      return replaceBy(endedCard(press.locale, false));
    throw error;
  }
}

async function nameCoordinators(press: Press<object>): Promise<TurnAnswer> {
  const { reads } = press.deps.store;
  const pairing = await loadPairing(reads, sideOf(press));
  const found = await reads.programmes.coordinators(pairing.programmeId);
  const ids = found.map(({ personId }) => personId);
  const people = [...(await reads.people.byIds(ids)).values()];
  const named = people
    .filter(({ id, leftAt, email }) => leftAt === null && id !== press.person.id && email !== '')
    .map(({ displayName, email }) => ({ name: displayName, email }));
  return replaceBy(coordinatorCard(press.locale, named, press.key));
}

async function keep(press: Press<{ connected: 'yes' | 'planned' }>): Promise<TurnAnswer> {
  const { connected } = press.data;
  await keepPairing(press.deps, { ...sideOf(press), connected });
  return word(press, 'keep.title', connected === 'yes' ? 'keep.talked' : 'keep.text');
}

async function renew(press: Press<object>): Promise<TurnAnswer> {
  const { endsAt } = await renewPairing(press.deps, sideOf(press));
  const { timeZone } = clockOf(press.person, press.preferences);
  return word(press, 'renewed.title', 'renewed.text', {
    date: dayIn(endsAt, { locale: press.locale, timeZone }),
  });
}

function word(
  { locale }: PersonTurn,
  heading: string,
  line: string,
  facts: Readonly<Record<string, string>> = {},
): TurnAnswer {
  const words = wordsIn(locale, 'proposals');
  return replaceBy(wordCard(locale, words(heading), words(line, facts)));
}
