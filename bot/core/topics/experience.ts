/** A lived experience: what someone can have come through, or be facing, beside any skill. */
export interface Experience {
  /** The topic's name in the store. */
  readonly name: string;
  readonly german: string;
  /** Other words that people type for it, in English and German. Search reads them; nobody sees them. */
  readonly aliases: readonly string[];
}

/** Words between semicolons, over as many lines as it takes. */
export function words(list: string): readonly string[] {
  return list
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
