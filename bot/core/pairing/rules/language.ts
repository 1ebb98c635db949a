import { neverRelaxed } from './rule.ts';
import type { PairRule } from './rule.ts';

/** They share a language. */
export const language: PairRule = {
  name: 'language',
  holds(_context, mentor, mentee) {
    if ((mentor.someLanguages & mentee.someLanguages) === 0) return false;
    // Everyone has as many words; where one holds all languages it is `someLanguages`.
    if (mentee.languages.length === 1) return true;
    for (let at = 0; at < mentor.languages.length; at += 1) {
      if (((mentor.languages[at] ?? 0) & (mentee.languages[at] ?? 0)) !== 0) return true;
    }
    return false;
  },
  trait: (member) => member.languages,
  relax: neverRelaxed,
};
