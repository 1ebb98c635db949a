import { Body1, Caption1, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Lightbulb20Regular } from '@fluentui/react-icons/svg/lightbulb';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundDetail } from '../../../../bot/api/contract.ts';
import { hashOf } from '../../shell/address.ts';
import { Bars } from '../../ui/bars.tsx';
import { Section } from '../../ui/section.tsx';

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
    gap: tokens.spacingHorizontalXXXL,
    alignItems: 'start',
  },
  side: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  change: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  bulb: { color: tokens.colorBrandForeground1, marginTop: '1px' },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, justifyItems: 'start', minWidth: 0 },
});

interface Props {
  readonly outlook: RoundDetail['outlook'];
  readonly leftOut: number;
  /** Whether a change can still be tried on it. */
  readonly open: boolean;
}

/** What stands in the way of those left out, all together, and what one change of the rules would bring. */
export function RoundOutlook({ outlook, leftOut, open }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  if (leftOut === 0 || (outlook.obstacles.length === 0 && outlook.changes === null)) return null;
  const bars = outlook.obstacles.map(({ words, people }) => ({ words, count: people }));
  return (
    <Section title={t('round.outlook.title')} description={t('round.outlook.body', { count: leftOut })}>
      <div className={styles.sides}>
        <Side title={t('round.outlook.obstacles')}>
          <Bars label={t('round.outlook.obstacles')} bars={bars} of={leftOut} />
        </Side>
        {outlook.changes !== null && (
          <Side title={t('round.outlook.changes')}>
            {outlook.changes.length === 0 ? (
              <Body1 className={styles.quiet}>{t('round.outlook.noChange')}</Body1>
            ) : (
              <Changes changes={outlook.changes} leftOut={leftOut} open={open} />
            )}
          </Side>
        )}
      </div>
    </Section>
  );
}

function Side({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.side}>
      <Text as="h3" id={id} weight="semibold" className={styles.title}>
        {title}
      </Text>
      {children}
    </div>
  );
}

interface ChangesProps {
  readonly changes: NonNullable<RoundDetail['outlook']['changes']>;
  readonly leftOut: number;
  readonly open: boolean;
}

function Changes({ changes, leftOut, open }: ChangesProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={t('round.outlook.changes')}>
      {changes.map(({ words, people, setting, to }) => (
        <li key={words} className={styles.change}>
          <Lightbulb20Regular className={styles.bulb} aria-hidden="true" />
          <div className={styles.words}>
            <Text weight="semibold">{words}</Text>
            <Caption1 className={styles.quiet}>
              {t('round.outlook.change', { count: people, all: leftOut })}
            </Caption1>
            {open && (
              <Link href={hashOf(['programme', 'rounds', 'compare', `${setting}=${to}`])}>
                {t('round.outlook.compare')}
              </Link>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
