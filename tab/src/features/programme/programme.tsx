import { Badge, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me, ProgrammeOverview } from '../../../../bot/api/contract.ts';
import { goTo } from '../../shell/address.ts';
import { NotHere } from '../../shell/not-here.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProgrammeChooser } from '../../ui/programme-chooser.tsx';
import { PageSkeleton } from '../../ui/skeletons.tsx';
import { Overview } from './overview.tsx';
import { useProgramme } from './programme-api.ts';

const People = lazy(async () => ({ default: (await import('./people.tsx')).People }));
const Pairings = lazy(async () => ({ default: (await import('./pairings.tsx')).Pairings }));
const Rounds = lazy(async () => ({ default: (await import('./rounds.tsx')).Rounds }));
const ComparePage = lazy(async () => ({ default: (await import('./compare-page.tsx')).ComparePage }));
const RoundPage = lazy(async () => ({ default: (await import('./round-page.tsx')).RoundPage }));
const Coordinators = lazy(async () => ({ default: (await import('./coordinators.tsx')).Coordinators }));
const WhoLooked = lazy(async () => ({ default: (await import('./who-looked.tsx')).WhoLooked }));
const Settings = lazy(async () => ({ default: (await import('./settings.tsx')).Settings }));

const SECTIONS = ['overview', 'people', 'pairings', 'rounds', 'settings', 'coordinators', 'looked'] as const;

const useStyles = makeStyles({
  sections: {
    flexWrap: 'wrap',
    marginBottom: tokens.spacingVerticalXXL,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalMNudge})`,
  },
});

interface Props {
  readonly programmes: Me['coordinates'];
  readonly place: readonly string[];
}

/** A coordinator's view of one programme: its state, its people, its rounds; never a mood or a note. */
export function ProgrammeView({ programmes, place }: Props) {
  const [chosen, choose] = useState(programmes[0]?.id ?? '');
  const query = useProgramme(chosen);
  return (
    <Loaded query={query} skeleton={<PageSkeleton />}>
      {(programme) => (
        <>
          <Head programme={programme} programmes={programmes} choose={choose} />
          <Sections current={place[0] ?? 'overview'} />
          <Suspense fallback={<PageSkeleton />}>
            <SectionPage key={programme.id} programme={programme} place={place} />
          </Suspense>
        </>
      )}
    </Loaded>
  );
}

interface HeadProps {
  readonly programme: ProgrammeOverview;
  readonly programmes: Me['coordinates'];
  readonly choose: (id: string) => void;
}

const BADGES = { draft: 'warning', running: 'success', closed: 'informative' } as const;

function Head({ programme, programmes, choose }: HeadProps) {
  const { t } = useTranslation();
  return (
    <PageHead
      title={programme.name}
      lead={t('programme.lead')}
      badge={
        <Badge appearance="tint" size="large" color={BADGES[programme.state]}>
          {t(`programme.state.${programme.state}`)}
        </Badge>
      }
    >
      <ProgrammeChooser programmes={programmes} chosen={programme.id} choose={choose} />
    </PageHead>
  );
}

function Sections({ current }: { readonly current: string }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <nav aria-label={t('programme.navigation')}>
      <TabList
        className={styles.sections}
        selectedValue={current}
        onTabSelect={(_event, data) => goTo('programme', String(data.value))}
      >
        {SECTIONS.map((section) => (
          <Tab key={section} value={section}>
            {t(`programme.sections.${section}`)}
          </Tab>
        ))}
      </TabList>
    </nav>
  );
}

interface PageProps {
  readonly programme: ProgrammeOverview;
  readonly place: readonly string[];
}

function SectionPage({ programme, place }: PageProps) {
  const [section = 'overview', round, hint] = place;
  if (section === 'overview') return <Overview programme={programme} />;
  if (section === 'people') return <People programme={programme.id} />;
  if (section === 'pairings') return <Pairings programme={programme.id} />;
  if (section === 'rounds' && round === 'compare') {
    return <ComparePage key={hint} programme={programme} hint={hint} />;
  }
  if (section === 'rounds' && round !== undefined) return <RoundPage programme={programme.id} id={round} />;
  if (section === 'rounds') return <Rounds programme={programme} />;
  if (section === 'settings') return <Settings programme={programme} />;
  if (section === 'coordinators') return <Coordinators programme={programme.id} />;
  if (section === 'looked') return <WhoLooked programme={programme.id} />;
  return <NotHere />;
}
