import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useSyncExternalStore } from 'react';
import { DemoChooser } from './demo/demo-chooser.tsx';
import { useStart } from './session/use-start.ts';
import type { Start } from './session/use-start.ts';
import { SignedIn } from './shell/signed-in.tsx';
import { NoHost, NotSignedIn, OpenInTeams, Starting, StartProblem } from './shell/start-pages.tsx';
import { browserTheme, THEMES } from './teams/theme.ts';

const useStyles = makeStyles({
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
});

/** The whole tab: signed in through Teams, or in the demonstration as whoever one chooses. */
export function App() {
  const styles = useStyles();
  const start = useStart();
  const fallback = useMemo(() => browserTheme(), []);
  const theme = 'session' in start.state ? start.state.session.theme : fallback;
  const name = useSyncExternalStore(theme.listen, theme.now);
  return (
    // Styles of the provider itself would reach every dialog and list that opens over the page.
    <FluentProvider theme={THEMES[name]} data-theme={name}>
      <div className={styles.page}>
        <Page start={start} />
      </div>
    </FluentProvider>
  );
}

function Page({ start }: { readonly start: Start }) {
  const { state } = start;
  if (state.kind === 'starting') return <Starting />;
  if (state.kind === 'no-host') return <NoHost retry={start.again} />;
  if (state.kind === 'not-signed-in') return <NotSignedIn retry={start.again} />;
  if (state.kind === 'open-in-teams') return <OpenInTeams />;
  if (state.kind === 'broken') return <StartProblem error={state.error} retry={start.again} />;
  if (state.kind === 'choose') return <DemoChooser people={state.people} choose={start.become} />;
  if (state.kind === 'in-teams') return <SignedIn session={state.session} change={null} />;
  return <SignedIn key={state.personId} session={state.session} change={start.change} />;
}
