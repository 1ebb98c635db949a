import type { ProgrammeSettings } from '../programme.ts';
import type { LeftOut, Obstacle, SettingsChange } from '../round.ts';

/** For each person the rule that rules out most of those they could meet; together as many as are left out. */
export function obstaclesOf(leftOut: readonly Pick<LeftOut, 'causes'>[]): readonly Obstacle[] {
  const people = new Map<string, number>();
  for (const { causes } of leftOut) {
    const [first] = causes;
    if (first !== undefined) people.set(first.rule, (people.get(first.rule) ?? 0) + 1);
  }
  return [...people]
    .map(([rule, count]) => ({ rule, people: count }))
    .sort((a, b) => b.people - a.people || (a.rule < b.rule ? -1 : 1));
}

/** A change of one setting, and the settings with it. */
export type Trial = Omit<SettingsChange, 'people'> & { readonly settings: ProgrammeSettings };

/** More than this would be a list to study instead of a hint. */
const MOST_TRIALS = 4;

/**
 * Changes of one setting worth trying on the whole round: those that would help somebody who is left out, the smallest
 * first. What each brings is not known before the round is solved with it, since two may need the same mentor.
 */
export function changesToTry(
  settings: ProgrammeSettings,
  leftOut: readonly Pick<LeftOut, 'remedies'>[],
): readonly Trial[] {
  const trials = new Map<string, { readonly trial: Trial; helped: number }>();
  for (const { rule, from, to, also } of leftOut.flatMap((one) => one.remedies)) {
    if (also !== undefined) continue;
    const changed = withChange(settings, { rule, to, further: to > from });
    if (changed === null) continue;
    const key = `${rule} ${from} ${to}`;
    const known = trials.get(key) ?? { trial: { rule, from, to, settings: changed }, helped: 0 };
    known.helped += 1;
    trials.set(key, known);
  }
  const size = ({ from, to }: Trial): number => Math.abs(to - from);
  return [...trials.values()]
    .sort((a, b) => size(a.trial) - size(b.trial) || b.helped - a.helped)
    .slice(0, MOST_TRIALS)
    .map(({ trial }) => trial);
}

/** Null for what is no setting of the programme: a free place is the mentor's to give. */
function withChange(
  settings: ProgrammeSettings,
  { rule, to, further }: { rule: string; to: number; further: boolean },
): ProgrammeSettings | null {
  if (rule === 'common-hours') return { ...settings, commonHours: to };
  if (rule !== 'step-ahead') return null;
  return { ...settings, stepsAhead: { ...settings.stepsAhead, [further ? 'max' : 'min']: to } };
}
