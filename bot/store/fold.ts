/** Folds a name so that two writings of it compare equal: no case, no accents, single spaces. */
export function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

/** The words of a text, folded: runs of letters and digits, so that no character of a pattern is among them. */
export function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What a search looks through: each word once, each after a space. */
export function searchTextOf(...texts: readonly string[]): string {
  return [...new Set(texts.flatMap(wordsOf))].map((word) => ` ${word}`).join('');
}
