import { neverRelaxed } from './rule.ts';
import type { PairRule } from './rule.ts';

/**
 * Not paired lately, and neither asked not to be paired with the other. The two are one rule on purpose:
 * that someone is on a do-not-pair list is known to its writer alone, so nothing may tell them apart.
 */
export const doNotPairOrCooldown: PairRule = {
  name: 'do-not-pair-or-cooldown',
  holds: ({ pool }, mentor, mentee) => mentor.at !== mentee.at && !pool.isForbidden(mentor, mentee),
  relax: neverRelaxed,
};
