import type { Deps } from '../core/deps.ts';
import type { OccurrenceId } from '../core/ids.ts';
import { asId } from '../core/ids.ts';
import type { OccurrenceKind } from '../core/occurrence.ts';
import type { Writes } from '../core/ports/store.ts';
import type { Programme } from '../core/programme.ts';
import type { Pairing } from '../core/round.ts';
import { endStep, silenceStep, silentSince } from '../core/silence.ts';
import { nextWorkingInstant } from '../core/working-time.ts';
import { eachPairing } from './each-pairing.ts';
import type { PairingSide } from './pairing-sides.ts';
import { isAway, pairingSides } from './pairing-sides.ts';

/** What nobody could be told within this time is not worth telling any more. */
const EXPIRES_DAYS = 3;
const DAY_MS = 86_400_000;

/**
 * Plans what silence and the end of a pairing call for: nudges, the offers to close and to go on, and the end itself.
 * Returns how many things are to be said anew. Running it again changes nothing.
 */
export async function planSilence(deps: Deps): Promise<number> {
  return eachPairing(deps, async (tx, programme, pairing) => {
    const work = { deps, tx, programme, pairing };
    return endStep(pairing.endsAt, deps.now()) === null ? planNudge(work) : planEnd(work);
  });
}

interface Work {
  readonly deps: Deps;
  readonly tx: Writes;
  readonly programme: Programme;
  readonly pairing: Pairing;
}

async function planEnd(work: Work): Promise<number> {
  const { deps, tx, pairing } = work;
  const now = deps.now();
  const sides = await pairingSides(tx, pairing);
  if (endStep(pairing.endsAt, now) === 'offer-renewal') {
    return tell(work, sides, 'close-offer', `${pairing.id}:end:${dayOf(pairing.endsAt)}`);
  }
  await tx.pairings.setState(pairing.id, 'ended', now);
  for (const { person } of sides) await tx.occurrences.cancel(person.id, pairing.id, now);
  return tell(work, sides, 'pairing-ended', pairing.id);
}

async function planNudge(work: Work): Promise<number> {
  const { deps, tx, programme, pairing } = work;
  const now = deps.now();
  const since = silentSince(await tx.checkIns.asked(pairing.id), now);
  const step = silenceStep(since, now, pairing.state, programme.settings.silence);
  if (since === null || step === null) return 0;
  const sides = await pairingSides(tx, pairing);
  // Somebody who takes a break cannot answer: that is no silence.
  if (sides.length < pairing.people.length || sides.some((side) => isAway(side, now))) return 0;
  if (step.kind === 'nudge' && step.last && pairing.state === 'active') {
    await tx.pairings.setState(pairing.id, 'quiet', now);
  }
  return tell(work, sides, step.kind, `${pairing.id}:${dayOf(since)}:${step.day}`);
}

function tell(
  work: Work,
  sides: readonly PairingSide[],
  kind: OccurrenceKind,
  period: string,
): Promise<number> {
  const { deps, tx, programme, pairing } = work;
  return tx.occurrences.plan(
    sides.map(({ person, clock }) => {
      const dueAt = nextWorkingInstant(deps.now(), clock);
      return {
        id: asId<OccurrenceId>(deps.newId()),
        tenantId: programme.tenantId,
        programmeId: programme.id,
        personId: person.id,
        kind,
        period,
        subjectId: pairing.id,
        dueAt,
        expiresAt: new Date(dueAt.getTime() + EXPIRES_DAYS * DAY_MS),
      };
    }),
  );
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
