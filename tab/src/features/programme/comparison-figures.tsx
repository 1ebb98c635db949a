import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RoundRow } from '../../../../bot/api/contract.ts';
import { useFormats } from '../../words/formats.ts';
import type { Formats } from '../../words/formats.ts';

type Figures = RoundRow['figures'];

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  name: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} 0`,
  },
  figure: {
    textAlign: 'right',
    padding: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase400,
    '@media (max-width: 400px)': { padding: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase300 },
  },
  what: { color: tokens.colorNeutralForeground2 },
  head: {
    textAlign: 'right',
    padding: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground2,
    hyphens: 'auto',
    overflowWrap: 'anywhere',
    '@media (max-width: 400px)': { padding: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase200 },
  },
  row: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  after: { fontWeight: tokens.fontWeightSemibold },
  better: { color: tokens.colorStatusSuccessForeground1 },
  worse: { color: tokens.colorStatusDangerForeground1 },
});

/** The middle of the fits, from the bands they lie in: halfway through the band that holds the middle pair. */
export function middleFit(bands: readonly number[]): number | null {
  const all = bands.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [band, count] of bands.entries()) {
    seen += count;
    if (count > 0 && seen * 2 >= all) return (band + 0.5) / bands.length;
  }
  return null;
}

interface Row {
  readonly words: 'round.seeking' | 'round.paired' | 'round.leftOut' | 'compare.middle' | 'compare.broken';
  readonly of: (figures: Figures) => number | null;
  /** Which way is better; 0 where neither is. */
  readonly good: -1 | 0 | 1;
}

const ROWS: readonly Row[] = [
  { words: 'round.seeking', of: ({ peoplePaired, leftOut }) => peoplePaired + leftOut, good: 0 },
  { words: 'round.paired', of: (figures) => figures.peoplePaired, good: 1 },
  { words: 'round.leftOut', of: (figures) => figures.leftOut, good: -1 },
  { words: 'compare.middle', of: ({ fitBands }) => middleFit(fitBands), good: 1 },
  { words: 'compare.broken', of: (figures) => figures.brokenRules, good: -1 },
];

interface Props {
  readonly before: Figures;
  readonly after: Figures;
}

/** The figures of two rounds in two columns, and what the difference is. */
export function ComparisonFigures({ before, after }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.name, styles.what)}>
            {t('compare.figure')}
          </th>
          <th scope="col" className={styles.head}>
            {t('compare.before')}
          </th>
          <th scope="col" className={styles.head}>
            {t('compare.after')}
          </th>
          <th scope="col" className={styles.head}>
            {t('compare.change')}
          </th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map(({ words, of, good }) => {
          const [old, now] = [of(before), of(after)];
          const change = old === null || now === null ? 0 : now - old;
          const colour = change * good > 0 ? styles.better : change * good < 0 ? styles.worse : undefined;
          return (
            <tr key={words} className={styles.row}>
              <th scope="row" className={styles.name}>
                {t(words)}
              </th>
              <td className={styles.figure}>{written(old, words, formats)}</td>
              <td className={mergeClasses(styles.figure, styles.after)}>{written(now, words, formats)}</td>
              <td className={mergeClasses(styles.figure, colour)}>
                {change === 0
                  ? '±0'
                  : `${change > 0 ? '+' : '−'}${difference(Math.abs(change), words, formats)}`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function written(value: number | null, words: Row['words'], formats: Formats): string {
  if (value === null) return '–';
  return words === 'compare.middle' ? formats.percent(value) : formats.number(value);
}

/** Of shares the difference is in points, not in per cent of one of them. */
const difference = (value: number, words: Row['words'], formats: Formats): string =>
  formats.number(words === 'compare.middle' ? Math.round(value * 100) : value);
