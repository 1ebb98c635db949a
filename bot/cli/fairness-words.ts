import type { TFunction } from 'i18next';
import type { RoundFairness } from '../core/views/fairness.ts';

/** How fairly the last rounds went, newest first. */
export function fairnessLines(rounds: readonly RoundFairness[], say: TFunction): readonly string[] {
  if (rounds.length === 0) return [say('programme.fairness.none')];
  return rounds.flatMap((round) => [
    say('programme.fairness.round', { ...round, day: round.sentAt.slice(0, 10) }),
    say('programme.fairness.waited', { found: round.waitedAndFound, again: round.waitedAgain }),
    say('programme.fairness.repeats', { repeats: round.repeats }),
    say('programme.fairness.mentors', {
      mentors: round.mentors,
      again: round.mentorsAgain,
      most: round.mostOfOne,
    }),
  ]);
}
