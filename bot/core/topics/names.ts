const VENDORS = /^(microsoft|amazon|google|apache|oracle|ibm|digital)\s+/i;
const BRACKETS = /\s*\(([^)]*)\)\s*/g;
const INITIALS = /^[A-Z0-9.]{2,6}$/;

/**
 * What else people call a topic of this name: `Amazon Web Services (AWS)` is `AWS` too, `HTML/CSS` is each of both,
 * and `Microsoft Azure` is `Azure`.
 */
export function namesOf(name: string): readonly string[] {
  const inside = [...name.matchAll(BRACKETS)]
    .map(([, words]) => words ?? '')
    .filter((words) => INITIALS.test(words));
  const outside = name.replaceAll(BRACKETS, ' ').trim();
  const halves = outside.includes('/') ? outside.split('/') : [];
  return [...new Set([name, outside, outside.replace(VENDORS, ''), ...halves, ...inside])];
}
