import { DateTime } from 'luxon';
import { nextCheckInAt } from '../actions/next-check-in.ts';
import type { Deps } from '../core/deps.ts';
import type { Person } from '../core/person.ts';
import type { Cast } from './cast.ts';
import { nextMorning, nextWorkingMoment } from './moments.ts';
import type { MovableClock } from '../clock.ts';
import type { Move } from './routes.ts';

/** Moves the demonstration's clock forward, to an hour at which somebody at work would be spoken to. */
export async function moveClock(
  { deps, clock, cast }: { deps: Deps; clock: MovableClock; cast: Cast },
  move: Move,
): Promise<void> {
  const zone = cast.newcomer.timeZone;
  await clock.moveTo(nextWorkingMoment(await target(deps, cast, move, zone), zone));
}

const A_MINUTE_MS = 60_000;

async function dueOf({ store: { reads } }: Deps, person: Person, now: Date): Promise<Date | null> {
  return nextCheckInAt(reads, { person, pairings: await reads.pairings.currentOf(person.id), now });
}

async function target(deps: Deps, cast: Cast, move: Move, zone: string): Promise<Date> {
  const now = deps.now();
  if (move === 'month')
    return DateTime.fromJSDate(now, { zone })
      .plus({ months: 1 })
      .startOf('month')
      .plus({ hours: 10 })
      .toJSDate();
  if (move === 'check-in') {
    const due = (
      await Promise.all([cast.newcomer, cast.guide].map((person) => dueOf(deps, person, now)))
    ).flatMap((at) => at ?? []);
    if (due.length > 0) return new Date(Math.min(...due.map(Number)) + A_MINUTE_MS);
  }
  return nextMorning(now, zone);
}
