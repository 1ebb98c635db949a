import type { PersonId } from '../core/ids.ts';
import type { Locale } from '../core/person.ts';
import type { LeftOut, Reason } from '../core/round.ts';
import type { Asker } from './route.ts';

/** Why people are together, in words, heaviest first; from one side where there is one. */
export async function reasonsInWords(
  _asker: Asker,
  _why: { readonly reasons: readonly Reason[]; readonly viewer: PersonId | null },
): Promise<readonly string[]> {
  return [];
}

/** Why a round found nobody, and what would change it, in words. */
export function leftOutInWords(
  _locale: Locale,
  _leftOut: LeftOut,
): { readonly causes: readonly string[]; readonly remedies: readonly string[] } {
  return { causes: [], remedies: [] };
}
