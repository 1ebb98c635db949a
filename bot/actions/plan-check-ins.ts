import type { DueCheckIn } from '../core/check-in-schedule.ts';
import { CHECK_IN_EXPIRES_HOURS, mayBeDue, scheduleOf, weeksOf } from '../core/check-in-schedule.ts';
import type { Deps } from '../core/deps.ts';
import type { CheckInId, OccurrenceId } from '../core/ids.ts';
import { asId } from '../core/ids.ts';
import type { Writes } from '../core/ports/store.ts';
import type { Programme } from '../core/programme.ts';
import type { Pairing } from '../core/round.ts';
import { eachPairing } from './each-pairing.ts';
import type { PairingSide } from './pairing-sides.ts';
import { isAway, pairingSides } from './pairing-sides.ts';

/** Far enough that a planner which stands still over a weekend misses nobody. */
const AHEAD_HOURS = 72;
const HOUR_MS = 3_600_000;

/**
 * Plans the check-ins of the next three days and what the bot is to say for them; returns how many are new.
 * Running it again, or on two instances, changes nothing. A quiet pairing is asked no more until it is heard from.
 */
export async function planCheckIns(deps: Deps): Promise<number> {
  return eachPairing(deps, (tx, programme, pairing) => planPairing(deps, tx, programme, pairing));
}

async function planPairing(deps: Deps, tx: Writes, programme: Programme, pairing: Pairing): Promise<number> {
  const from = new Date(deps.now().getTime() - CHECK_IN_EXPIRES_HOURS * HOUR_MS);
  const to = new Date(deps.now().getTime() + AHEAD_HOURS * HOUR_MS);
  const weeks = weeksOf(pairing, programme.settings);
  if (pairing.state !== 'active' || !mayBeDue(pairing.startedAt, weeks, from, to)) return 0;
  let planned = 0;
  for (const side of await pairingSides(tx, pairing)) {
    const due = scheduleOf(pairing, weeks, side.clock).filter(
      ({ dueAt }) => dueAt > from && dueAt <= to && !isAway(side, dueAt),
    );
    planned += await planSide(deps, tx, { programme, pairing, side, due });
  }
  return planned;
}

interface SidePlan {
  readonly programme: Programme;
  readonly pairing: Pairing;
  readonly side: PairingSide;
  readonly due: readonly DueCheckIn[];
}

async function planSide(
  deps: Deps,
  tx: Writes,
  { programme, pairing, side, due }: SidePlan,
): Promise<number> {
  if (due.length === 0) return 0;
  const personId = side.person.id;
  const known = new Set(await tx.checkIns.plannedWeeks(pairing.id, personId));
  const fresh = due.filter(({ week }) => !known.has(week));
  for (const { week, dueAt, expiresAt } of fresh) {
    const id = asId<CheckInId>(deps.newId());
    await tx.checkIns.plan({ id, programmeId: programme.id, pairingId: pairing.id, personId, week, dueAt });
    await tx.occurrences.plan([
      {
        id: asId<OccurrenceId>(deps.newId()),
        tenantId: programme.tenantId,
        programmeId: programme.id,
        personId,
        kind: 'check-in',
        period: `${pairing.id}:w${week}`,
        subjectId: id,
        dueAt,
        expiresAt,
      },
    ]);
  }
  return fresh.length;
}
