import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.tsx';
import { UNSEEN } from '../../ui/unseen.ts';
import { useFormats } from '../../words/formats.ts';

const HEIGHT = 120;

const useStyles = makeStyles({
  figure: { margin: 0, position: 'relative' },
  unseen: UNSEEN,
  picture: {
    display: 'grid',
    gridTemplateColumns: 'repeat(10, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalXS,
  },
  column: { display: 'flex', flexDirection: 'column', justifyContent: 'flex-end', alignItems: 'stretch' },
  count: { textAlign: 'center' },
  bar: {
    backgroundColor: tokens.colorBrandBackground,
    borderRadius: `${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0 0`,
    minHeight: '2px',
  },
  ends: {
    display: 'flex',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground2,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    paddingTop: tokens.spacingVerticalXS,
  },
});

/** How well the proposed pairs fit, in ten bands from loose to close; told in words to those who cannot see it. */
export function FitPicture({ bands }: { readonly bands: readonly number[] }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  const id = useId();
  const most = Math.max(1, ...bands);
  const told = bands
    .map((count, band) => t('round.fit.band', { from: band * 10, to: band * 10 + 10, count }))
    .join(', ');
  return (
    <Section title={t('round.fit.title')} description={t('round.fit.body')}>
      <figure aria-labelledby={id} className={styles.figure}>
        <figcaption id={id} className={styles.unseen}>
          {t('round.fit.told', { told })}
        </figcaption>
        <div className={styles.picture} aria-hidden="true">
          {bands.map((count, band) => (
            // The ten bands never change places.
            // eslint-disable-next-line react/no-array-index-key
            <div key={band} className={styles.column}>
              <Caption1 className={styles.count}>{count === 0 ? '' : formats.number(count)}</Caption1>
              <div className={styles.bar} style={{ height: `${(count / most) * HEIGHT}px` }} />
            </div>
          ))}
        </div>
        <Caption1 className={styles.ends} aria-hidden="true">
          <span>{t('round.fit.loose')}</span>
          <span>{t('round.fit.close')}</span>
        </Caption1>
      </figure>
    </Section>
  );
}
