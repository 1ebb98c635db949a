const SEPARATORS =
  /[,;\n!?|•]+|\.(?=\s|$)|\s[-–—/+&]\s|\s(?:and|und|sowie|plus|also|but|aber|then|dann|oder|or|as well as)\s/gi;

/** The parts of a message that each may speak of something else. */
export function segmentsOf(text: string): readonly string[] {
  return text
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
