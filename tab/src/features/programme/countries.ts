const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
/** Codes with a name that are no country: groups of them, and placeholders. */
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

/** Today's ISO 3166-1 alpha-2 codes, as far as this browser has names for them. */
export const COUNTRIES: readonly string[] = listCountries();

function listCountries(): string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    (code) =>
      !NOT_COUNTRIES.has(code) &&
      names.of(code) !== undefined &&
      // A code that was given up (DD, SU) is written as its successor.
      new Intl.Locale(`und-${code}`).region === code,
  );
}
