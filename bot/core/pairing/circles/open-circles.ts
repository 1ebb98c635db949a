import type { OpenPlaces } from '../remedies.ts';
import type { Matching } from '../matched.ts';
import type { PreparedMember } from '../prepare.ts';
import { mayJoin, MOST } from './circle.ts';

/** Those in a circle with room that the person could join. */
export function openCircles({ matched }: Matching): OpenPlaces {
  const circleOf = new Map<PreparedMember, readonly PreparedMember[]>();
  for (const { members } of matched) for (const member of members) circleOf.set(member, members);
  return {
    mayBeOpen: (partner) => (circleOf.get(partner)?.length ?? MOST) < MOST,
    isOpen(context, partner, person) {
      const circle = circleOf.get(partner);
      return circle !== undefined && circle.length < MOST && mayJoin(context, circle, person);
    },
  };
}
