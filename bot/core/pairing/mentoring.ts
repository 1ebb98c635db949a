import { bestOverAll } from './engine/over-all-pairs.ts';
import { judgedInFull } from './engine/in-full.ts';
import type { OverAll } from './engine/over-all-pairs.ts';
import { pairFinder } from './engine/pair-finder.ts';
import type { PairFinder } from './engine/pair-finder.ts';
import type { PairingInput } from './input.ts';
import { keptArcs, moreThanKept } from './kept.ts';
import type { Matched, Matching } from './matched.ts';
import type { PreparedMember } from './prepare.ts';
import type { Control } from './progress.ts';
import { provenOf } from './proven.ts';
import type { RuleContext } from './rules/rule.ts';
import { wantedMentors } from './wanted.ts';

interface Guidance {
  readonly mentor: PreparedMember;
  readonly mentee: PreparedMember;
}

function guidanceOf({ seekers, mentors }: PairFinder, { problem, result }: OverAll): Guidance[] {
  return seekers.flatMap((mentee, seeker) => {
    const mentor = mentors[problem.arcMentor[result.arcOf[seeker] ?? -1] ?? -1];
    return mentor === undefined ? [] : [{ mentor, mentee }];
  });
}

/** Two who would mentor each other are one pairing, an exchange. */
function joinExchanges(guidance: readonly Guidance[]): Matched[] {
  const mentorOf = new Map(guidance.map(({ mentor, mentee }) => [mentee, mentor]));
  return guidance.flatMap(({ mentor, mentee }): Matched[] => {
    if (mentorOf.get(mentor) !== mentee) return [{ kind: 'mentoring', members: [mentor, mentee] }];
    return mentor.at < mentee.at ? [{ kind: 'exchange', members: [mentor, mentee] }] : [];
  });
}

/**
 * Matches mentors and mentees. There are no trios here: who is alone has no admissible mentor with a free place,
 * however others are moved, so joining a pair would take a mentor beyond what they offered.
 */
export function matchMentors(
  context: RuleContext,
  input: Pick<PairingInput, 'seed' | 'earlier'>,
  control: Control = {},
) {
  const { seed } = input;
  control.onStage?.('finding');
  const more = moreThanKept(input);
  const finder = pairFinder(context, seed, more);
  const kept = keptArcs(context, input, finder);
  const solved = bestOverAll(finder, { ...control, kept });
  const found = more === 0 ? solved : judgedInFull(pairFinder(context, seed), solved, { ...control, kept });
  const matching: Matching = {
    matched: joinExchanges(guidanceOf(finder, found)),
    alone: finder.seekers.filter((_seeker, index) => found.result.arcOf[index] === -1),
    seeking: finder.seekers.length,
    maximum: found.maximum,
    ...provenOf(found),
    // A list that was cut short need not hold anybody's best.
    ...(found.isStopped ? {} : { wanted: wantedMentors(found.problem).length }),
  };
  return { matching, mentors: finder.mentors, found };
}
