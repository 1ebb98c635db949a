import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../bot/api/contract.ts';
import type { Session } from '../session/session.ts';
import { CrashGuard } from '../ui/crash-guard.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { nearestLanguage, speak } from '../words/words.ts';
import { goTo, usePlace } from './address.ts';
import { Header } from './header.tsx';
import { useMe } from './me.ts';
import { NotHere } from './not-here.tsx';

const MySpaceView = lazy(async () => ({
  default: (await import('../features/my-space/my-space.tsx')).MySpaceView,
}));
const TeamView = lazy(async () => ({ default: (await import('../features/team/team.tsx')).TeamView }));
const ProgrammeView = lazy(async () => ({
  default: (await import('../features/programme/programme.tsx')).ProgrammeView,
}));

const ItView = lazy(async () => ({ default: (await import('../features/it/it.tsx')).ItView }));

const useStyles = makeStyles({
  main: {
    maxWidth: '1120px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXXL}`,
    '@media (max-width: 640px)': { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM}` },
  },
});

interface Props {
  readonly session: Session;
  readonly change: (() => void) | null;
}

/** The tab around its views: who one is, where one can go, and the view one is at. */
export function Shell({ session, change }: Props) {
  const styles = useStyles();
  const me = useMe();
  const place = usePlace();
  useLanguage(me.data?.person.locale ?? session.language);
  useLinkedPlace(session.place);
  const view = place[0] ?? 'my-space';
  return (
    <>
      <Header me={me.data} view={view} change={change} />
      <main className={styles.main}>
        <Loaded query={me} skeleton={<PageSkeleton />}>
          {(me) => (
            <CrashGuard key={view}>
              <Suspense fallback={<PageSkeleton />}>
                <View me={me} view={view} place={place.slice(1)} />
              </Suspense>
            </CrashGuard>
          )}
        </Loaded>
      </main>
    </>
  );
}

interface ViewProps {
  readonly me: Me;
  readonly view: string;
  readonly place: readonly string[];
}

/** A view one may not open looks like one that does not exist. */
function View({ me, view, place }: ViewProps) {
  if (view === 'my-space') return <MySpaceView me={me} />;
  if (view === 'team' && me.manager) return <TeamView />;
  if (view === 'programme' && me.coordinates.length > 0) {
    return <ProgrammeView programmes={me.coordinates} place={place} />;
  }
  if (view === 'it' && me.operates.length > 0) return <ItView programmes={me.operates} />;
  return <NotHere />;
}

/** What a person has chosen outweighs what Teams says. Words of the server come again in the new language. */
function useLanguage(wanted: string | null) {
  const { i18n } = useTranslation();
  const queries = useQueryClient();
  useEffect(() => {
    if (wanted === null || nearestLanguage(wanted) === i18n.language) return;
    const change = async () => {
      await speak(i18n, nearestLanguage(wanted));
      await queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
    };
    void change();
  }, [wanted, i18n, queries]);
}

/** A link into the tab names its place in Teams' own way; an address in the browser wins. */
function useLinkedPlace(place: string | null) {
  useEffect(() => {
    if (place !== null && place !== '' && window.location.hash === '') goTo(...place.split('/'));
  }, [place]);
}
