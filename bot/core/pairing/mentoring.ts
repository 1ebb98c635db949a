import type { Assignment, SolveAssignment } from './assignment.ts';
import { mentorCandidates } from './candidates.ts';
import type { Candidates } from './candidates.ts';
import { checkCertificate } from './certificate.ts';
import type { Matched, Matching } from './matched.ts';
import type { PreparedMember } from './prepare.ts';
import type { RuleContext } from './rules/rule.ts';

interface Guidance {
  readonly mentor: PreparedMember;
  readonly mentee: PreparedMember;
}

function guidanceOf({ seekers, mentors, problem }: Candidates, { arcOf }: Assignment): Guidance[] {
  return seekers.flatMap((mentee, seeker) => {
    const mentor = mentors[problem.arcMentor[arcOf[seeker] ?? -1] ?? -1];
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
export function matchMentors(context: RuleContext, seed: number, solve: SolveAssignment) {
  const candidates = mentorCandidates(context, seed);
  const assignment = solve(candidates.problem);
  const guidance = guidanceOf(candidates, assignment);
  const proven = checkCertificate(candidates.problem, assignment) === null;
  const matching: Matching = {
    matched: joinExchanges(guidance),
    alone: candidates.seekers.filter((_seeker, index) => assignment.arcOf[index] === -1),
    seeking: candidates.seekers.length,
    maximum: proven ? guidance.length : null,
  };
  return { matching, candidates, assignment };
}
