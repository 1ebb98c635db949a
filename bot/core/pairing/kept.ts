import type { PersonId } from '../ids.ts';
import type { Together } from './compare.ts';
import { NOTHING_KEPT } from './engine/kept-arcs.ts';
import type { Kept, KeptArc } from './engine/kept-arcs.ts';
import { pairCost } from './fit.ts';
import type { PairingInput } from './input.ts';
import { pairTie } from './pair-tie.ts';
import type { PreparedMember } from './prepare.ts';
import { isAdmissible } from './rules/all-rules.ts';
import type { RuleContext } from './rules/rule.ts';

/**
 * What meeting somebody else than at the last look costs, in squares of a thousandth of fit: a pair of 880 gives way to
 * one of 927, and to less it does not. Measured where one in a hundred came and went of 20,000: the least with which at
 * most 3 in a hundred of the other pairs change in every family, at no more than 0.012 % of all fit in squares.
 */
export const KEEP = 9000;

type Two = readonly [PersonId, PersonId];

/** Mentor and mentee of each who were together; those who are alike, both ways round. */
function twosOf({ sides }: Together): readonly Two[] {
  const mentor = sides.find((side) => side.role === 'mentor');
  const ids = sides.map((side) => side.personId);
  if (mentor === undefined) return ids.flatMap((a) => ids.filter((b) => b !== a).map((b): Two => [a, b]));
  return ids.filter((id) => id !== mentor.personId).map((id): Two => [mentor.personId, id]);
}

const numbersOf = (members: readonly PreparedMember[]): ReadonlyMap<PersonId, number> =>
  new Map(members.map((member, number) => [member.id, number]));

type Earlier = Pick<PairingInput, 'seed' | 'earlier'>;

/** What every pair costs more that did not stand at an earlier look; nothing where there was none. */
export const moreThanKept = ({ earlier = [] }: Earlier): number => (earlier.length === 0 ? 0 : KEEP);

/**
 * The pairs of an earlier look that the rules still allow, as arcs of a problem in which these seek and those are
 * sought; a policy like any other, it is a cost in the same engine.
 */
export function keptArcs(
  context: RuleContext,
  { seed, earlier = [] }: Earlier,
  { seekers, mentors }: Readonly<Record<'seekers' | 'mentors', readonly PreparedMember[]>>,
): Kept {
  const more = moreThanKept({ seed, earlier });
  if (more === 0) return NOTHING_KEPT;
  const [seekerOf, mentorOf] = [numbersOf(seekers), numbersOf(mentors)];
  const tieOf = pairTie(seed);
  const isAlike = context.settings.mode !== 'mentoring';
  const arcs = earlier.flatMap(twosOf).flatMap(([one, other]): KeptArc[] => {
    const [mentor, seeker] = [mentorOf.get(one) ?? -1, seekerOf.get(other) ?? -1];
    const [guide, guided] = [mentors[mentor], seekers[seeker]];
    if (guide === undefined || guided === undefined || !isAdmissible(context, guide, guided)) return [];
    const [first, second] = isAlike && guided.at < guide.at ? [guided, guide] : [guide, guided];
    return [{ seeker, mentor, cost: pairCost(context, guide, guided), tie: tieOf(first, second) }];
  });
  return { arcs, more };
}
