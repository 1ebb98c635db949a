import type { Mood } from '../core/check-in.ts';
import type { Confidential } from '../core/confidential.ts';
import type { Deps } from '../core/deps.ts';
import type { CheckInId, PersonId } from '../core/ids.ts';
import { answerCheckIn } from './answer-check-in.ts';
import type { AnsweredCheckIn } from './answer-check-in.ts';

/** First tap: how someone is. Sealed for them alone. @throws Refusal 'not-found' for anybody else's check-in. */
export async function recordMood(
  deps: Deps,
  { person, checkIn, mood }: { person: PersonId; checkIn: CheckInId; mood: Confidential<Mood> },
): Promise<AnsweredCheckIn> {
  return answerCheckIn(deps, {
    person,
    checkIn,
    question: 'mood',
    save: (tx, at) => tx.checkIns.setMood(checkIn, mood, at),
  });
}
