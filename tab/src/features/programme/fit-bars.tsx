import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { UNSEEN } from '../../ui/unseen.ts';
import { useFormats } from '../../words/formats.ts';

const HEIGHT = 120;

const useStyles = makeStyles({
  figure: { margin: 0, position: 'relative', minWidth: 0 },
  unseen: UNSEEN,
  picture: {
    display: 'grid',
    gridTemplateColumns: 'repeat(10, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalXS,
    // The highest bar and its count: two pictures beside each other stand on one line.
    minHeight: `${HEIGHT + 20}px`,
  },
  column: { display: 'flex', flexDirection: 'column', justifyContent: 'flex-end', alignItems: 'stretch' },
  count: { textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
  bar: {
    backgroundColor: tokens.colorBrandBackground,
    borderRadius: `${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0 0`,
    minHeight: '2px',
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  quiet: {
    backgroundColor: tokens.colorNeutralStroke1,
    '@media (forced-colors: active)': { backgroundColor: 'GrayText' },
  },
  ends: {
    display: 'flex',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground2,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    paddingTop: tokens.spacingVerticalXS,
  },
});

interface Props {
  readonly bands: readonly number[];
  /** The most that any band may hold, where two pictures stand beside each other. */
  readonly most?: number;
  /** What the picture is of; without it, proposals by fit. */
  readonly name?: string;
  /** In the background, as what is compared with. */
  readonly quiet?: boolean;
}

/** Proposals in ten bands of fit from loose to close; told in words to those who cannot see it. */
export function FitBars({ bands, most, name, quiet = false }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  const id = useId();
  const highest = most ?? Math.max(1, ...bands);
  const told = bands
    .map((count, band) => t('round.fit.band', { from: band * 10, to: band * 10 + 10, count }))
    .join(', ');
  return (
    <figure aria-labelledby={id} className={styles.figure}>
      <figcaption id={id} className={styles.unseen}>
        {name === undefined ? t('round.fit.told', { told }) : `${name}: ${told}`}
      </figcaption>
      <div className={styles.picture} aria-hidden="true">
        {bands.map((count, band) => (
          // The ten bands never change places.
          // eslint-disable-next-line react/no-array-index-key
          <div key={band} className={styles.column}>
            <Caption1 className={styles.count}>{count === 0 ? '' : formats.number(count)}</Caption1>
            <div
              className={mergeClasses(styles.bar, quiet && styles.quiet)}
              style={{ height: `${(count / highest) * HEIGHT}px` }}
            />
          </div>
        ))}
      </div>
      <Caption1 className={styles.ends} aria-hidden="true">
        <span>{t('round.fit.loose')}</span>
        <span>{t('round.fit.close')}</span>
      </Caption1>
    </figure>
  );
}
