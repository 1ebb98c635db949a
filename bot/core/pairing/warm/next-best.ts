import type { Role } from '../../round.ts';
import { pairTie } from '../pair-tie.ts';
import { fitOf } from '../fit.ts';
import type { Suggestion } from '../input.ts';
import { suggest } from '../pair-round.ts';
import { prepare } from '../prepare.ts';
import type { PreparedMember } from '../prepare.ts';
import { isAdmissible } from '../rules/all-rules.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { StandBy, Willing } from './stand-by.ts';

/**
 * The best admissible partner who is free now, by the rules of the round; null when there is none. A mentor gets who
 * waited longest, then who fits best; nobody else's proposal is touched.
 */
export function nextBest(standBy: StandBy, willing: Willing): Suggestion | null {
  const { input } = standBy;
  const context: RuleContext = {
    pool: prepare(standBy.around(willing)),
    settings: input.settings,
  };
  const person = context.pool.members.find((member) => member.id === willing.personId);
  if (person === undefined) return null;
  const tie = pairTie(input.seed);
  const best = context.pool.members
    .map((partner) => inOrder(willing.role, person, partner))
    .filter(([mentor, mentee]) => isAdmissible(context, mentor, mentee))
    .map((pair) => ({ pair, waited: waitOf(willing, pair), fit: fitOf(context, ...pair), tie: tie(...pair) }))
    .sort((a, b) => b.waited - a.waited || b.fit - a.fit || a.tie - b.tie)[0];
  if (best === undefined) return null;
  const kind = input.settings.mode === 'peers' ? 'peers' : 'mentoring';
  return suggest(context, { kind, members: best.pair });
}

type Two = [PreparedMember, PreparedMember];

const inOrder = (role: Role, person: PreparedMember, partner: PreparedMember): Two =>
  role === 'mentor' ? [person, partner] : [partner, person];

/** Waiting matters where the partner is one who waits: for mentors and peers. */
function waitOf(willing: Willing, [mentor, mentee]: Two): number {
  if (willing.role === 'mentee') return 0;
  return willing.personId === mentor.id ? mentee.waited : mentor.waited;
}
