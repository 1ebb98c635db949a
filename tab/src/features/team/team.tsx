import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Team } from '../../../../bot/api/contract.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { GroupReport } from '../../ui/group-report.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PeriodChooser, usePeriod } from '../../ui/period-chooser.tsx';
import { Section } from '../../ui/section.tsx';
import { PageSkeleton } from '../../ui/skeletons.tsx';
import { useTeam } from './team-api.ts';
import { VisiblePairings } from './visible-pairings.tsx';
import { WhoSeesWhat } from './who-sees-what.tsx';

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXL },
});

/** A manager sees that it works, never how one person feels. */
export function TeamView() {
  const query = useTeam();
  return (
    <Loaded query={query} skeleton={<PageSkeleton />}>
      {(team) => <TeamPage team={team} />}
    </Loaded>
  );
}

function TeamPage({ team }: { readonly team: Team }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [period, choose] = usePeriod(team.periods);
  return (
    <>
      <PageHead title={t('team.title')} lead={t('team.lead', { count: team.people })}>
        {period && <PeriodChooser periods={team.periods} period={period} choose={choose} />}
      </PageHead>
      <div className={styles.stack}>
        {period ? (
          <GroupReport figures={period} />
        ) : (
          <Section title={t('figures.title')}>
            <EmptyState title={t('figures.none.title')} body={t('figures.none.body')} />
          </Section>
        )}
        <VisiblePairings pairings={team.visiblePairings} />
        <WhoSeesWhat />
      </div>
    </>
  );
}
