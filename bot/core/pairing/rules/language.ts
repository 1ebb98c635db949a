import { neverRelaxed } from './rule.ts';
import type { PairRule } from './rule.ts';

/** They share a language. */
export const language: PairRule = {
  name: 'language',
  holds: (_context, mentor, mentee) =>
    mentor.languages.some((word, index) => (word & (mentee.languages[index] ?? 0)) !== 0),
  relax: neverRelaxed,
};
