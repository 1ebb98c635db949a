import type { Helpfulness } from '../core/check-in.ts';
import type { Confidential } from '../core/confidential.ts';
import type { Deps } from '../core/deps.ts';
import type { CheckInId, PersonId } from '../core/ids.ts';
import { answerCheckIn } from './answer-check-in.ts';
import type { AnsweredCheckIn } from './answer-check-in.ts';

/** Third tap: whether it helped. Sealed; counts only in groups. @throws Refusal 'not-found' for anybody else's check-in. */
export async function recordHelped(
  deps: Deps,
  { person, checkIn, helped }: { person: PersonId; checkIn: CheckInId; helped: Confidential<Helpfulness> },
): Promise<AnsweredCheckIn> {
  return answerCheckIn(deps, {
    person,
    checkIn,
    question: 'helped',
    save: (tx, at) => tx.checkIns.setHelped(checkIn, helped, at),
  });
}
