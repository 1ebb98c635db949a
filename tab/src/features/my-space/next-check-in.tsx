import { Body1, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CalendarClock24Regular } from '@fluentui/react-icons/svg/calendar-clock';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.tsx';
import { useFormats } from '../../words/formats.ts';

const useStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'flex-start' },
  icon: { color: tokens.colorBrandForeground1, flexShrink: 0 },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS },
  zone: { color: tokens.colorNeutralForeground2 },
});

/** When the bot asks next, on my own clock. */
export function NextCheckIn({ at, timeZone }: { readonly at: string; readonly timeZone: string }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  return (
    <Section small title={t('mySpace.checkIn.title')}>
      <div className={styles.line}>
        <CalendarClock24Regular className={styles.icon} aria-hidden="true" />
        <div className={styles.words}>
          <Text weight="semibold">
            <time dateTime={at}>{formats.moment(at, timeZone)}</time>
          </Text>
          <Caption1 className={styles.zone}>{t('mySpace.checkIn.zone', { zone: timeZone })}</Caption1>
        </div>
      </div>
      <Body1>{t('mySpace.checkIn.body')}</Body1>
    </Section>
  );
}
