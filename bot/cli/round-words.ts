import type { TFunction } from 'i18next';
import type { RoundFigures } from '../core/round.ts';

/** Someone without a suggestion, in words. */
export interface LeftOutLine {
  readonly name: string;
  readonly causes: readonly string[];
  readonly remedies: readonly string[];
}

const BAR = 40;
const LISTED = 20;

/** A round for a person to read: counts, how well it fits as a picture, and who has nobody and why. */
export function roundLines(
  { name, figures, leftOut }: { name: string; figures: RoundFigures; leftOut: readonly LeftOutLine[] },
  say: TFunction,
): readonly string[] {
  const { peoplePaired: count, proposals, maximum } = figures;
  const seeking = count + figures.leftOut;
  const share = seeking === 0 ? 100 : Math.floor((100 * count) / seeking);
  return [
    say('programme.round.title', { name, pool: figures.pool }),
    say('programme.round.paired', { count, seeking, share, proposals }),
    maximum === null ? say('programme.round.unproven') : say('programme.round.maximum', { maximum }),
    say('programme.round.broken', { count: figures.brokenRules }),
    '',
    say('programme.round.fit'),
    ...fitPicture(figures.fitBands),
    ...leftOutLines(leftOut, say),
  ];
}

/** One bar a band, the best at the top; the longest fills the width. */
export function fitPicture(bands: readonly number[]): readonly string[] {
  const most = Math.max(1, ...bands);
  const width = 1000 / bands.length;
  return bands
    .map((count, band) => {
      const range = `${band * width}–${(band + 1) * width}`.padStart(8);
      const bar = '█'.repeat(Math.ceil((count / most) * BAR));
      return `  ${range}  ${bar}${bar === '' ? '' : ' '}${count}`;
    })
    .toReversed();
}

function leftOutLines(leftOut: readonly LeftOutLine[], say: TFunction): readonly string[] {
  if (leftOut.length === 0) return [];
  const more = leftOut.length - LISTED;
  return [
    '',
    say('programme.round.left-out', { count: leftOut.length }),
    ...leftOut
      .slice(0, LISTED)
      .flatMap(({ name, causes, remedies }) => [
        `  ${name}`,
        ...causes.map((cause) => `    ${cause}`),
        ...remedies.map((remedy) => `    ${say('programme.round.remedy', { remedy })}`),
      ]),
    ...(more > 0 ? [`  ${say('programme.round.more', { count: more })}`] : []),
  ];
}
