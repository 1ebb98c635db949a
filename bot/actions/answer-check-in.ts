import type { CheckIn } from '../core/check-in.ts';
import { mayAnswer } from '../core/check-in-schedule.ts';
import type { Deps } from '../core/deps.ts';
import type { CheckInId, PersonId } from '../core/ids.ts';
import type { Writes } from '../core/ports/store.ts';
import { Refusal } from '../core/refusal.ts';

export interface AnsweredCheckIn {
  readonly checkIn: CheckIn;
  /** The time for an answer or a change of mind had passed, and nothing was saved. */
  readonly over: boolean;
}

/** One tap on one's own check-in: what is asked, and how its answer is saved. */
export interface Tap {
  readonly person: PersonId;
  readonly checkIn: CheckInId;
  readonly question: 'mood' | 'connected' | 'helped';
  readonly save: (tx: Writes, at: Date) => Promise<void>;
}

/** Saves one tap; the pairing is no longer quiet then. @throws Refusal 'not-found' for anybody else's check-in. */
export async function answerCheckIn(deps: Deps, tap: Tap): Promise<AnsweredCheckIn> {
  return deps.store.transaction(async (tx) => {
    const checkIn = await tx.checkIns.byId(tap.checkIn);
    if (checkIn === null || checkIn.personId !== tap.person) throw new Refusal('not-found');
    const now = deps.now();
    const before = checkIn[tap.question] === null ? null : checkIn.answeredAt;
    if (!mayAnswer({ dueAt: checkIn.dueAt, answeredAt: before }, now)) return { checkIn, over: true };
    await tap.save(tx, now);
    const pairing = await tx.pairings.byId(checkIn.pairingId);
    if (pairing?.state === 'quiet') await tx.pairings.setState(pairing.id, 'active', now);
    const saved = await tx.checkIns.byId(tap.checkIn);
    if (saved === null) throw new Refusal('not-found');
    return { checkIn: saved, over: false };
  });
}
