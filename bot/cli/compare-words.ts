import type { TFunction } from 'i18next';
import type { Comparison } from '../actions/compare-settings.ts';
import type { RoundFigures } from '../core/round.ts';

const NAME = 30;
const FIGURE = 8;
const BAR = 20;

interface About {
  readonly name: string;
  readonly changes: string;
  readonly compared: Comparison;
}

/** Two rounds beside each other: figures in two columns, how well they fit as two pictures, and who it is about. */
export function comparisonLines(
  { name, changes, compared }: About,
  names: Readonly<Record<'gained' | 'lost', readonly string[]>>,
  say: TFunction,
): readonly string[] {
  const { before, after, difference } = compared;
  const row = (title: string, of: (figures: RoundFigures) => number | string): string =>
    `${title.padEnd(NAME)}${String(of(before)).padStart(FIGURE)}${String(of(after)).padStart(FIGURE)}`;
  const most = (figures: RoundFigures): string =>
    say(`programme.compare.${figures.maximum === figures.peoplePaired ? 'yes' : 'no'}`);
  const about = (kind: 'gained' | 'lost'): readonly string[] => {
    const { length: count } = difference[kind];
    return count === 0 ? [] : [say(`programme.compare.${kind}`, { count, names: names[kind].join(', ') })];
  };
  return [
    say('programme.compare.title', { name, changes }),
    '',
    say('programme.compare.head'),
    row(say('programme.compare.paired'), (figures) => figures.peoplePaired),
    row(say('programme.compare.left-out'), (figures) => figures.leftOut),
    row(say('programme.compare.proposals'), (figures) => figures.proposals),
    row(say('programme.compare.broken'), (figures) => figures.brokenRules),
    row(say('programme.compare.maximum'), most),
    '',
    say('programme.round.fit'),
    ...twoPictures(before.fitBands, after.fitBands),
    '',
    say('programme.compare.same', { count: difference.same }),
    ...(difference.moved.length === 0
      ? []
      : [say('programme.compare.moved', { count: difference.moved.length })]),
    ...about('gained'),
    ...about('lost'),
  ];
}

/** Both with one measure, the best band at the top. */
export function twoPictures(before: readonly number[], after: readonly number[]): readonly string[] {
  const most = Math.max(1, ...before, ...after);
  const width = 1000 / before.length;
  const bar = (count: number): string => {
    const drawn = '█'.repeat(Math.ceil((count / most) * BAR));
    return `${drawn}${drawn === '' ? '' : ' '}${count}`;
  };
  return before
    .map((count, band) => {
      const range = `${band * width}–${(band + 1) * width}`.padStart(8);
      return `  ${range}  ${bar(count).padEnd(BAR + 8)}${bar(after[band] ?? 0)}`;
    })
    .toReversed();
}
