import type { PersonId } from '../ids.ts';
import type { Role } from '../round.ts';
import { pairTie } from './pair-tie.ts';
import { fitOf } from './fit.ts';
import type { PairingInput, Suggestion } from './input.ts';
import { suggest } from './pair-round.ts';
import { prepare } from './prepare.ts';
import type { PreparedMember } from './prepare.ts';
import { isAdmissible } from './rules/all-rules.ts';
import type { RuleContext } from './rules/rule.ts';

/** Someone whose proposal fell through and who is still willing. */
export interface Willing {
  readonly personId: PersonId;
  readonly role: Role;
}

const isSharingTopic = (input: PairingInput, id: PersonId) => {
  const person = input.pool.members.find((member) => member.personId === id);
  const topics = new Set([...(person?.offers ?? []), ...(person?.needs ?? [])]);
  return (member: PairingInput['pool']['members'][number]): boolean =>
    member.personId === id || [...member.offers, ...member.needs].some((topic) => topics.has(topic));
};

/**
 * The best admissible partner who is free now, by the rules of the round; null when there is none. A mentor gets who
 * waited longest, then who fits best; nobody else's proposal is touched.
 */
export function nextBest(input: PairingInput, willing: Willing): Suggestion | null {
  const sharing = input.pool.members.filter(isSharingTopic(input, willing.personId));
  const context: RuleContext = {
    pool: prepare({ ...input, pool: { ...input.pool, members: sharing } }),
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
