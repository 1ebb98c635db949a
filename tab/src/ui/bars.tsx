import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormats } from '../words/formats.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: tokens.spacingHorizontalM },
  words: { overflowWrap: 'anywhere' },
  figure: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  track: {
    gridColumn: '1 / -1',
    marginTop: tokens.spacingVerticalXXS,
    height: '8px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground4,
    overflow: 'hidden',
  },
  bar: {
    height: '100%',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
});

interface Props {
  readonly label: string;
  readonly bars: readonly { readonly words: string; readonly count: number }[];
  /** What a full bar stands for. */
  readonly of: number;
}

/** Counts as words, a number and a bar each; the bars are decoration. */
export function Bars({ label, bars, of }: Props) {
  const styles = useStyles();
  const formats = useFormats();
  return (
    <ul className={styles.list} aria-label={label}>
      {bars.map(({ words, count }) => (
        <li key={words} className={styles.row}>
          <span className={styles.words}>{words}</span>
          <span className={styles.figure}>{formats.number(count)}</span>
          <div className={styles.track} aria-hidden="true">
            <div
              className={styles.bar}
              style={{ width: `${Math.min(100, (100 * count) / Math.max(1, of))}%` }}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
