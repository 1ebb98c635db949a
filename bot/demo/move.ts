import { DateTime } from 'luxon';
import type { Deps } from '../core/deps.ts';
import type { Cast } from './cast.ts';
import { nextMorning, nextWorkingMoment } from './clock.ts';
import type { DemoClock } from './clock.ts';
import type { Move } from './routes.ts';

/** Moves the demonstration's clock forward, to an hour at which somebody at work would be spoken to. */
export async function moveClock(
  { deps, clock, cast }: { deps: Deps; clock: DemoClock; cast: Cast },
  move: Move,
): Promise<void> {
  const zone = cast.newcomer.timeZone;
  await clock.moveTo(nextWorkingMoment(await target(deps, cast, move, zone), zone));
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
    const next = await Promise.all(
      [cast.newcomer, cast.guide].map(({ id }) => deps.store.reads.checkIns.nextOf(id, now)),
    );
    const due = next.flatMap((one) => (one === null ? [] : [one.dueAt.getTime()]));
    if (due.length > 0) return new Date(Math.min(...due) + 60_000);
  }
  return nextMorning(now, zone);
}
