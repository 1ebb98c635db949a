import { neverRelaxed } from './rule.ts';
import type { PairRule } from './rule.ts';

/** The mentor has a free place and the mentee looks for one; peers both look for someone. */
export const capacity: PairRule = {
  name: 'capacity',
  holds({ settings }, mentor, mentee) {
    if (settings.mode !== 'mentoring') return mentor.seeks && mentee.seeks;
    return mentor.freeAsMentor > 0 && mentee.seeks;
  },
  relax: neverRelaxed,
};
