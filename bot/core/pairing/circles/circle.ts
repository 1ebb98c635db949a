import { fitOf } from '../fit.ts';
import { minutesOfAll } from '../working-clock.ts';
import type { PreparedMember } from '../prepare.ts';
import { isAdmissible } from '../rules/all-rules.ts';
import type { RuleContext } from '../rules/rule.ts';

/** A circle has three to five members. */
export const FEWEST = 3;
export const MOST = 5;

/** What someone has come through or is facing, each once. */
export const topicsOf = ({ offers, needs }: PreparedMember): Set<number> => new Set([...offers, ...needs]);

/** Topics that each of these has come through or is facing. */
export function commonTopicsOf(members: readonly PreparedMember[]): number[] {
  const [first, ...others] = members;
  if (first === undefined) return [];
  return [...topicsOf(first)].filter((topic) =>
    others.every((member) => member.offers.includes(topic) || member.needs.includes(topic)),
  );
}

function shareLanguage([first, ...others]: readonly PreparedMember[]): boolean {
  return (
    first?.languages.some(
      (own, word) => others.reduce((bits, member) => bits & (member.languages[word] ?? 0), own) !== 0,
    ) === true
  );
}

/**
 * Whether someone may join these: the rules hold towards each of them, and one topic, one language and enough common
 * hours are everyone's.
 */
export function mayJoin(
  context: RuleContext,
  members: readonly PreparedMember[],
  person: PreparedMember,
): boolean {
  const all = [...members, person];
  const { pool, settings } = context;
  return (
    members.every((member) => member !== person && isAdmissible(context, member, person)) &&
    commonTopicsOf(all).length > 0 &&
    shareLanguage(all) &&
    minutesOfAll(all.map((member) => pool.clockOf(member))) >= settings.commonHours * 60
  );
}

/** How well someone fits into a circle: as well as with the one who fits them least. */
export function fitInto(
  context: RuleContext,
  members: readonly PreparedMember[],
  person: PreparedMember,
): number {
  return members.reduce((least, member) => Math.min(least, fitOf(context, member, person)), 1000);
}
