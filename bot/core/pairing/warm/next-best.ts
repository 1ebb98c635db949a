import type { Role } from '../../round.ts';
import { fitOf } from '../fit.ts';
import type { Suggestion } from '../input.ts';
import { suggest } from '../pair-round.ts';
import { pairTie } from '../pair-tie.ts';
import type { PairTie } from '../pair-tie.ts';
import type { PreparedMember } from '../prepare.ts';
import { isAdmissible } from '../rules/all-rules.ts';
import type { StandBy, Willing } from './stand-by.ts';

type Two = readonly [PreparedMember, PreparedMember];

interface Choice {
  readonly pair: Two;
  readonly waited: number;
  readonly fit: number;
}

/**
 * The best admissible partner who is free now, by the rules of the round; null when there is none. A mentor gets who
 * waited longest, then who fits best; nobody else's proposal is touched.
 */
export function nextBest(standBy: StandBy, { personId, role }: Willing): Suggestion | null {
  const person = standBy.member(personId);
  const members = person === undefined ? null : bestTwo(standBy, person, role);
  if (members === null) return null;
  const { context } = standBy;
  // Whoever was half of an exchange is a peer there too, and now looks for a mentor.
  return suggest(context, { kind: context.settings.mode === 'peers' ? 'peers' : 'mentoring', members });
}

function bestTwo(standBy: StandBy, person: PreparedMember, role: Role): Two | null {
  const { context, seed } = standBy;
  const tie = pairTie(seed);
  let best: Choice | null = null;
  for (const partner of standBy.around(person, role)) {
    const pair = inOrder(role, person, partner);
    if (!isAdmissible(context, ...pair)) continue;
    // Waiting matters where the partner is one who waits: for mentors and peers.
    const waited = role === 'mentee' ? 0 : partner.waited;
    const choice = { pair, waited, fit: fitOf(context, ...pair) };
    if (best === null || isBetter(choice, best, tie)) best = choice;
  }
  return best === null ? null : best.pair;
}

const inOrder = (role: Role, person: PreparedMember, partner: PreparedMember): Two =>
  role === 'mentor' ? [person, partner] : [partner, person];

/** Chance is asked only between equals: it takes longer than all the rest. */
function isBetter(a: Choice, b: Choice, tie: PairTie): boolean {
  if (a.waited !== b.waited) return a.waited > b.waited;
  return a.fit === b.fit ? tie(...a.pair) < tie(...b.pair) : a.fit > b.fit;
}
