import type { TFunction } from 'i18next';
import type { RoundFigures } from '../core/round.ts';
import type { outlookInWords } from '../words/outlook.ts';

/** Someone without a suggestion, in words. */
export interface LeftOutLine {
  readonly name: string;
  readonly causes: readonly string[];
  readonly remedies: readonly string[];
}

const BAR = 40;
const LISTED = 20;

export interface ShownRound {
  readonly name: string;
  readonly figures: RoundFigures;
  readonly leftOut: readonly LeftOutLine[];
}

/** A round for a person to read: counts, how well it fits as a picture, and who has nobody and why. */
export function roundLines({ name, figures, leftOut }: ShownRound, say: TFunction): readonly string[] {
  const { peoplePaired: count, proposals } = figures;
  const seeking = count + figures.leftOut;
  const share = seeking === 0 ? 100 : Math.floor((100 * count) / seeking);
  return [
    say('programme.round.title', { name, pool: figures.pool }),
    say('programme.round.paired', { count, seeking, share, proposals }),
    ...proofLines(figures, say),
    ...sinceLines(figures, say),
    say('programme.round.broken', { count: figures.brokenRules }),
    ...(figures.wanted ? [say('programme.round.wanted', { count: figures.wanted })] : []),
    '',
    say('programme.round.fit'),
    ...fitPicture(figures.fitBands),
    ...leftOutLines(leftOut, say),
  ];
}

/** How many could be paired, and by how much at most another round with as many could fit better. */
function proofLines({ maximum, gap, stopped }: RoundFigures, say: TFunction): readonly string[] {
  if (stopped !== undefined) {
    const share = Number(((stopped.gap ?? 0) * 100).toPrecision(2));
    const known = stopped.gap === null ? [] : [say(`programme.round.stopped-${stopped.over}`, { share })];
    return [say('programme.round.stopped'), ...known];
  }
  if (maximum === null) return [say('programme.round.unproven')];
  const most = say('programme.round.maximum', { maximum });
  if (gap === undefined) return [most];
  const share = Number((gap * 100).toPrecision(2));
  return [most, gap === 0 ? say('programme.round.better-fit') : say('programme.round.near-fit', { share })];
}

/** What is other than at the last look, and because of whom. */
function sinceLines({ since, proposals }: RoundFigures, say: TFunction): readonly string[] {
  if (since === undefined) return [];
  const { changed, people: count, parted } = since;
  if (changed === 0) return [say('programme.round.since-same')];
  const why = say(`programme.round.since-${count === 0 ? 'other' : 'people'}`, { changed, proposals, count });
  return parted === 0 ? [why] : [why, say('programme.round.since-parted', { count: parted })];
}

type Outlook = ReturnType<typeof outlookInWords> & { readonly all: number };

/** What stands in the way of those left out, as bars, and what each change of one setting would bring. */
export function outlookLines({ obstacles, changes, all }: Outlook, say: TFunction): readonly string[] {
  if (all === 0) return [];
  const widest = Math.max(0, ...obstacles.map(({ words }) => words.length));
  const bars = obstacles.map(({ words, people }) => {
    const bar = '█'.repeat(Math.ceil((people / all) * BAR));
    return `  ${words.padEnd(widest)}  ${bar} ${people}`;
  });
  const helps = changes?.map(({ words, people: count }) =>
    say('programme.round.change', { words, count, all }),
  );
  return [
    ...(bars.length === 0 ? [] : ['', say('programme.round.obstacles'), ...bars]),
    ...(helps === undefined
      ? []
      : [
          '',
          say('programme.round.changes'),
          ...(helps.length === 0 ? [say('programme.round.no-change')] : helps),
        ]),
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
