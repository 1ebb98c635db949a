import { compareSettings } from '../actions/compare-settings.ts';
import type { Comparison } from '../actions/compare-settings.ts';
import type { Deps } from '../core/deps.ts';
import type { PersonId } from '../core/ids.ts';
import type { Programme, ProgrammeSettings } from '../core/programme.ts';
import { outlookInWords } from '../words/outlook.ts';
import { CommandFailure } from './command.ts';
import type { Command } from './command.ts';
import { comparisonLines } from './compare-words.ts';
import { pairAloud } from './pair-aloud.ts';
import { outlookLines } from './round-words.ts';

const NAMED = 10;

/** A setting that can be compared, by the name one types. */
type Change = (settings: ProgrammeSettings, value: number) => ProgrammeSettings;

const weight =
  (name: keyof ProgrammeSettings['weights']): Change =>
  (settings, value) => ({ ...settings, weights: { ...settings.weights, [name]: value } });

const CHANGES: Readonly<Record<string, Change>> = {
  commonHours: (settings, commonHours) => ({ ...settings, commonHours }),
  'stepsAhead.min': (settings, min) => ({ ...settings, stepsAhead: { ...settings.stepsAhead, min } }),
  'stepsAhead.max': (settings, max) => ({ ...settings, stepsAhead: { ...settings.stepsAhead, max } }),
  cooldownWeeks: (settings, cooldownWeeks) => ({ ...settings, cooldownWeeks }),
  'weights.experience': weight('experience'),
  'weights.skill': weight('skill'),
  'weights.step': weight('step'),
  'weights.hours': weight('hours'),
  'weights.otherDepartment': weight('otherDepartment'),
};

/** @throws CommandFailure naming what is not a setting or not a whole number */
export function changedSettings(
  { say }: Command,
  settings: ProgrammeSettings,
  changes: readonly string[],
): ProgrammeSettings {
  return changes.reduce((before, text) => {
    const [, name = '', value = ''] = /^\s*([\w.]+)\s*=\s*(\d{1,4})\s*$/.exec(text) ?? [];
    const change = Object.hasOwn(CHANGES, name) ? CHANGES[name] : undefined;
    if (change === undefined) {
      const known = Object.keys(CHANGES).join(', ');
      throw new CommandFailure(say('programme.compare.unknown', { what: text, settings: known }));
    }
    return change(before, Number(value));
  }, settings);
}

/** Shows the round under today's settings beside the one under others. Saves nothing. */
export async function runComparison(
  command: Command,
  deps: Deps,
  { programme, compare, json }: { programme: Programme; compare: readonly string[]; json: boolean },
): Promise<void> {
  const settings = changedSettings(command, programme.settings, compare);
  const compared = await compareSettings(
    { ...deps, pair: pairAloud(command) },
    { programmeId: programme.id, settings },
  );
  if (json) {
    command.print(JSON.stringify({ programme: programme.name, settings, ...compared }));
    return;
  }
  const { gained, lost } = compared.difference;
  const lines = comparisonLines(
    { name: programme.name, changes: compare.join(', '), compared },
    { gained: await namesOf(deps, gained), lost: await namesOf(deps, lost) },
    command.say,
  );
  const outlook = outlookLines(
    { ...outlookInWords(command.locale, compared.after), all: compared.after.leftOut },
    command.say,
  );
  for (const line of [...lines, ...outlook, '', command.say('programme.compare.unsaved')])
    command.print(line);
}

async function namesOf({ store }: Deps, ids: Comparison['difference']['gained']): Promise<readonly string[]> {
  const shown: readonly PersonId[] = ids.slice(0, NAMED);
  const people = await store.reads.people.byIds(shown);
  const names = shown.map((id) => people.get(id)?.displayName ?? id);
  return ids.length > NAMED ? [...names, '…'] : names;
}
