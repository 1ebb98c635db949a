import type { Confidential } from '../confidential.ts';
import type { PairingId, PersonId, TopicId } from '../ids.ts';
import type { TopicKind } from '../person.ts';
import type { Reason } from '../round.ts';
import type { Example } from './logistic.ts';

/** What one person said about one pairing, all weeks together, and why those two had been brought together. */
export interface HeardOf {
  readonly pairingId: PairingId;
  readonly personId: PersonId;
  readonly reasons: readonly Reason[];
  /** Mean of "did it help", 1 to 5. */
  readonly helped: Confidential<number>;
  /** Of the weeks that they answered about, the share in which the two had met. */
  readonly met: number;
}

export const LEARNED = ['experience', 'skill', 'step', 'hours', 'otherDepartment'] as const;
export type LearnedWeight = (typeof LEARNED)[number];

const ENOUGH_MINUTES = 360;
const LEVEL_LOSS = 0.4;
const BEST_STEP = 1;

/** How much of each part a pair had, 0 to 1, read from its reasons in the order of LEARNED. */
export function partsOf(
  reasons: readonly Reason[],
  kinds: ReadonlyMap<TopicId, TopicKind>,
): readonly number[] {
  const topics = new Set(reasons.flatMap((reason) => (reason.kind === 'topic' ? [reason.topic] : [])));
  const experiences = [...topics].filter((topic) => kinds.get(topic) === 'experience').length;
  const step = reasons.find((reason) => reason.kind === 'step');
  const hours = reasons.find((reason) => reason.kind === 'hours');
  return [
    Math.min(1, experiences),
    Math.min(2, topics.size - experiences) / 2,
    Math.max(0, 1 - LEVEL_LOSS * Math.abs((step?.levels ?? 0) - BEST_STEP)),
    Math.min(ENOUGH_MINUTES, hours?.minutesPerDay ?? 0) / ENOUGH_MINUTES,
    Number(reasons.some((reason) => reason.kind === 'other-department')),
  ];
}

/** One example for each person and pairing: half of it whether it helped, half whether they met. */
export function exampleOf(heard: HeardOf, kinds: ReadonlyMap<TopicId, TopicKind>): Example {
  return {
    group: heard.pairingId,
    features: partsOf(heard.reasons, kinds),
    outcome: ((heard.helped.reveal() - 1) / 4 + heard.met) / 2,
  };
}
