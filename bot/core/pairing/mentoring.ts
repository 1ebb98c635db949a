import { bestOverAll } from './engine/over-all-pairs.ts';
import type { OverAll } from './engine/over-all-pairs.ts';
import { pairFinder } from './engine/pair-finder.ts';
import type { PairFinder } from './engine/pair-finder.ts';
import type { Matched, Matching } from './matched.ts';
import type { PreparedMember } from './prepare.ts';
import type { Control } from './progress.ts';
import type { RuleContext } from './rules/rule.ts';

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
export function matchMentors(context: RuleContext, seed: number, control: Control = {}) {
  control.onStage?.('finding');
  const finder = pairFinder(context, seed);
  const found = bestOverAll(finder, control);
  const { maximum, shortfall, gap } = found;
  const matching: Matching = {
    matched: joinExchanges(guidanceOf(finder, found)),
    alone: finder.seekers.filter((_seeker, index) => found.result.arcOf[index] === -1),
    seeking: finder.seekers.length,
    maximum,
    ...(gap === null ? {} : { gap: gap === 0 ? 0 : gap / shortfall }),
    certificate: {
      candidates: found.candidates,
      shortfall,
      bound: gap === null ? null : shortfall - gap,
      wanted: found.result.price.reduce((wanted, price) => wanted + Number(price !== 0), 0),
    },
  };
  return { matching, mentors: finder.mentors, found };
}
