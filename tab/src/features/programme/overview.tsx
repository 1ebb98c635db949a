import { Body1, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ProgrammeOverview } from '../../../../bot/api/contract.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { GroupReport } from '../../ui/group-report.tsx';
import { PeriodChooser, usePeriod } from '../../ui/period-chooser.tsx';
import { Section } from '../../ui/section.tsx';
import { Tiles } from '../../ui/tiles.tsx';
import { Delivery } from './delivery.tsx';
import { HelpStatus } from './help-status.tsx';
import { StartProgramme } from './start-programme.tsx';
import { Unclear } from './unclear.tsx';

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXL },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(360px, 100%), 1fr))',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
  },
  month: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalL,
    marginTop: tokens.spacingVerticalM,
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** How the programme stands today, and what each month came to. */
export function Overview({ programme }: { readonly programme: ProgrammeOverview }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [period, choose] = usePeriod(programme.periods);
  return (
    <div className={styles.stack}>
      {programme.state === 'draft' && <StartProgramme programme={programme} />}
      <Section title={t('programme.today.title')}>
        <Tiles
          tiles={[
            [t('memberState.joined'), programme.members.joined],
            [t('memberState.paused'), programme.members.paused],
            [t('programme.today.waiting'), programme.waiting],
            [t('programme.today.active'), programme.pairings.active],
            [t('programme.today.quiet'), programme.pairings.quiet],
            [t('programme.today.ended'), programme.pairings.ended],
          ]}
        />
      </Section>
      <div className={styles.pair}>
        <Delivery delivery={programme.delivery} />
        <HelpStatus contacts={programme.helpContacts} />
      </div>
      <Unclear programme={programme.id} />
      {period ? (
        <>
          <div className={styles.month}>
            <div>
              <Subtitle1 as="h2" block className={styles.title}>
                {t('figures.title')}
              </Subtitle1>
              <Body1 className={styles.quiet}>{t('figures.about')}</Body1>
            </div>
            <PeriodChooser periods={programme.periods} period={period} choose={choose} />
          </div>
          <GroupReport figures={period} level={3} />
        </>
      ) : (
        <Section title={t('figures.title')}>
          <EmptyState title={t('figures.none.title')} body={t('figures.none.body')} />
        </Section>
      )}
    </div>
  );
}
