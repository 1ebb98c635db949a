import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { GroupFigures } from '../../../bot/api/contract.ts';
import { useFormats } from '../words/formats.ts';

type Bands = Extract<GroupFigures['meetings'], { shown: true }>['value'];

/**
 * Share of new hires who said that their buddy helped them become productive quickly, by meetings in 90 days.
 * Microsoft's pilot with 600 employees, Harvard Business Review, June 2019. Self-reported; a correlation.
 */
const PILOT = { one: 0.56, twoToThree: 0.73, fourToEight: 0.86, more: 0.97 } as const satisfies Record<
  keyof Bands,
  number
>;
const ORDER = ['one', 'twoToThree', 'fourToEight', 'more'] as const satisfies readonly (keyof Bands)[];

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  head: { textAlign: 'left', paddingBottom: tokens.spacingVerticalS, verticalAlign: 'bottom' },
  quiet: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  band: {
    textAlign: 'left',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 0`,
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  figure: {
    padding: `${tokens.spacingVerticalS} 0`,
    width: '100%',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase300,
  },
  bar: {
    display: 'inline-block',
    verticalAlign: 'middle',
    marginRight: tokens.spacingHorizontalM,
    height: '20px',
    minWidth: '2px',
    backgroundColor: tokens.colorBrandBackground,
    borderRadius: tokens.borderRadiusMedium,
  },
  pilot: {
    paddingLeft: tokens.spacingHorizontalL,
    textAlign: 'right',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
  right: {
    textAlign: 'right',
    paddingLeft: tokens.spacingHorizontalL,
    // Text of Fluent may wrap unless told here.
    '@media (min-width: 641px)': { '& > span': { whiteSpace: 'nowrap' } },
  },
  note: { color: tokens.colorNeutralForeground2, display: 'block', maxWidth: '760px' },
});

/** People by how often they met in the first 90 days of their pairing, beside what Microsoft's pilot found for each band. */
export function MeetingsBands({ bands }: { readonly bands: Bands }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  const most = Math.max(1, ...ORDER.map((band) => bands[band]));
  return (
    <>
      <table className={styles.table} aria-label={t('figures.meetings.title')}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              <Caption1 className={styles.quiet}>{t('figures.meetings.band')}</Caption1>
            </th>
            <th scope="col" className={styles.head}>
              <Caption1 className={styles.quiet}>{t('figures.meetings.people')}</Caption1>
            </th>
            <th scope="col" className={mergeClasses(styles.head, styles.right)}>
              <Caption1 className={styles.quiet}>{t('figures.meetings.pilot')}</Caption1>
            </th>
          </tr>
        </thead>
        <tbody>
          {ORDER.map((band) => (
            <tr key={band}>
              <th scope="row" className={styles.band}>
                {t(`figures.meetings.bands.${band}`)}
              </th>
              <td className={styles.figure}>
                {bands[band] > 0 && (
                  <span className={styles.bar} style={{ width: `${(bands[band] / most) * 75}%` }} />
                )}
                <strong>{formats.number(bands[band])}</strong>
              </td>
              <td className={styles.pilot}>{formats.percent(PILOT[band])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Caption1 className={styles.note}>{t('figures.meetings.correlation')}</Caption1>
    </>
  );
}
