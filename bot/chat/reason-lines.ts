import type { Locale } from '../core/person.ts';
import type { Reads } from '../core/ports/store.ts';
import type { LeftOut } from '../core/round.ts';
import { leftOutInWords } from '../words/left-out.ts';
import { reasonsInWords } from '../words/reasons.ts';
import { literal } from './cards/kit.ts';
import type { Together, Viewer } from './pair-view.ts';

/** Why these people, in words, heaviest first. */
export function reasonLines(reads: Reads, together: Together, viewer: Viewer): Promise<readonly string[]> {
  return reasonsInWords(reads, together, { ...viewer, literal });
}

/** Why a round found nobody, and what would change it, in words. */
export function leftOutLines(
  locale: Locale,
  leftOut: LeftOut,
): { readonly causes: readonly string[]; readonly remedies: readonly string[] } {
  return leftOutInWords(locale, leftOut);
}
