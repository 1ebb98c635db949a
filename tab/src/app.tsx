import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useSyncExternalStore } from 'react';
import { DemoChooser } from './demo/demo-chooser.tsx';
import { useStart } from './session/use-start.ts';
import type { Start } from './session/use-start.ts';
import { SignedIn } from './shell/signed-in.tsx';
import { NoHost, OpenInTeams, Starting, StartProblem } from './shell/start-pages.tsx';
import { browserTheme, THEMES } from './teams/theme.ts';

const useStyles = makeStyles({
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
});

/** The whole tab: signed in through Teams, or in the demonstration as whoever one chooses. */
export function App() {
  const styles = useStyles();
  const start = useStart();
  const fallback = useMemo(browserTheme, []);
  const theme = start.state.kind === 'signed-in' ? start.state.session.theme : fallback;
  const name = useSyncExternalStore(theme.listen, theme.now);
  return (
    <FluentProvider theme={THEMES[name]} className={styles.page} data-theme={name}>
      <Page start={start} />
    </FluentProvider>
  );
}

function Page({ start }: { readonly start: Start }) {
  const { state } = start;
  switch (state.kind) {
    case 'starting':
      return <Starting />;
    case 'no-host':
      return <NoHost retry={start.again} />;
    case 'open-in-teams':
      return <OpenInTeams />;
    case 'broken':
      return <StartProblem error={state.error} retry={start.again} />;
    case 'choose':
      return <DemoChooser people={state.people} choose={start.become} />;
    case 'signed-in':
      return <SignedIn key={state.id} session={state.session} />;
  }
}
