import type { Locale } from '../core/person.ts';
import type { Reads } from '../core/ports/store.ts';
import type { LeftOut } from '../core/round.ts';
import type { Together, Viewer } from './pair-view.ts';

/** Why these people, in words, heaviest first. */
export async function reasonLines(
  _reads: Reads,
  _together: Together,
  _viewer: Viewer,
): Promise<readonly string[]> {
  return [];
}

/** Why a round found nobody, and what would change it, in words. */
export function leftOutLines(
  _locale: Locale,
  _leftOut: LeftOut,
): { readonly causes: readonly string[]; readonly remedies: readonly string[] } {
  return { causes: [], remedies: [] };
}
