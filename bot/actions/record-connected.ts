import type { Connection } from '../core/check-in.ts';
import type { Deps } from '../core/deps.ts';
import type { CheckInId, PersonId } from '../core/ids.ts';
import { answerCheckIn } from './answer-check-in.ts';
import type { AnsweredCheckIn } from './answer-check-in.ts';

/** Second tap: whether the two connected. @throws Refusal 'not-found' for anybody else's check-in. */
export async function recordConnected(
  deps: Deps,
  { person, checkIn, connected }: { person: PersonId; checkIn: CheckInId; connected: Connection },
): Promise<AnsweredCheckIn> {
  return answerCheckIn(deps, {
    person,
    checkIn,
    question: 'connected',
    save: (tx, at) => tx.checkIns.setConnected(checkIn, connected, at),
  });
}
