import { inOneLine } from '../reporting-tree.ts';
import { neverRelaxed } from './rule.ts';
import type { PairRule } from './rule.ts';

/** Neither stands above the other, at any depth. */
export const reportingLine: PairRule = {
  name: 'reporting-line',
  holds: (_context, mentor, mentee) => !inOneLine(mentor.line, mentee.line),
  relax: neverRelaxed,
};
