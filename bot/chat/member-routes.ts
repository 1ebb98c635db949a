import { DateTime } from 'luxon';
import { z } from 'zod';
import { LOCALES } from '../core/person.ts';
import type { Message } from '../core/ports/messaging.ts';
import { PAUSES } from './cards/pause.ts';
import {
  askPause,
  erase,
  help,
  leave,
  myData,
  pause,
  resume,
  speak,
  stay,
  todayOf,
  whoSees,
} from './member-answers.ts';
import { confidential, repeatable, replaceBy, route } from './route.ts';
import type { PersonTurn, Press, Route, Routes } from './route.ts';
import { step } from './step.ts';

const nothing = z.object({});
const length = z.enum(['week', 'fortnight', 'month', 'open']);

/** What a member can do at any moment. */
export const memberRoutes: Routes = {
  'member.help': repeatable(simple((turn) => help(turn, false))),
  'member.who-sees': repeatable(simple(whoSees)),
  'member.profile': repeatable(simple((turn) => step(turn, { kind: 'never-mind' }))),
  'member.pause-ask': repeatable(simple(askPause)),
  'member.pause': route(z.object({ length }), async (press) => replaceBy(await pause(press, endOf(press)))),
  'member.resume': route(nothing, async (press) => replaceBy(await resume(press))),
  'member.leave-ask': repeatable(simple((turn) => step(turn, { kind: 'confirm', what: 'leave' }))),
  'member.leave': route(nothing, async (press) => replaceBy(await leave(press))),
  'member.stay': repeatable(simple(stay)),
  'member.speak': repeatable(
    route(z.object({ locale: z.enum(LOCALES) }), async (press) =>
      replaceBy(await speak(press, press.data.locale)),
    ),
  ),
};

/** What is kept about a person, and its end. */
export const dataRoutes: Routes = {
  'data.show': repeatable(simple(myData)),
  'data.erase-ask': repeatable(simple((turn) => step(turn, { kind: 'confirm', what: 'erase' }))),
  // Nothing is kept of the press itself: what it was answered with would outlive what it erased. That it was done is on record.
  'data.erase': confidential(simple(erase)),
};

function simple(answer: (turn: PersonTurn) => Promise<Message>): Route {
  return route(nothing, async (press) => replaceBy(await answer(press)));
}

function endOf(press: Press<z.infer<z.ZodObject<{ length: typeof length }>>>): string | null {
  const days = PAUSES[press.data.length];
  return days === null
    ? null
    : DateTime.fromISO(todayOf(press), { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}
