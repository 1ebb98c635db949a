import { neverRelaxed } from './rule.ts';
import type { PairRule } from './rule.ts';

/** Neither stands above the other, at any depth. */
export const reportingLine: PairRule = {
  name: 'reporting-line',
  holds: ({ pool }, mentor, mentee) => !pool.tree.inOneLine(mentor.id, mentee.id),
  relax: neverRelaxed,
};
