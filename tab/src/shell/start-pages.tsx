import { Body1, Button, Link, makeStyles, Spinner, Title2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { Mark } from './mark.tsx';

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    alignItems: 'center',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
  },
  words: { maxWidth: '480px' },
  title: { margin: 0 },
});

/** A page with one thing on it, before anyone is signed in. */
export function LonePage({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <Mark size={56} />
      {title !== undefined && (
        <Title2 as="h1" className={styles.title}>
          {title}
        </Title2>
      )}
      {children}
    </main>
  );
}

export function Starting() {
  const { t } = useTranslation();
  return (
    <LonePage>
      <Spinner label={t('start.starting')} />
    </LonePage>
  );
}

interface Retry {
  readonly retry: () => void;
}

export function NoHost({ retry }: Retry) {
  return <TryAgain page="noHost" retry={retry} />;
}

/** Teams is there and gives no sign-in: it was refused, or the company does not allow it. */
export function NotSignedIn({ retry }: Retry) {
  return <TryAgain page="notSignedIn" retry={retry} />;
}

function TryAgain({ page, retry }: Retry & { readonly page: 'noHost' | 'notSignedIn' }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <LonePage title={t(`start.${page}.title`)}>
      <Body1 className={styles.words}>{t(`start.${page}.body`)}</Body1>
      <Button appearance="primary" onClick={retry}>
        {t('common.tryAgain')}
      </Button>
    </LonePage>
  );
}

export function OpenInTeams() {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <LonePage title={t('start.openInTeams.title')}>
      <Body1 className={styles.words}>{t('start.openInTeams.body')}</Body1>
      <Link href="https://teams.microsoft.com/" inline>
        {t('start.openInTeams.link')}
      </Link>
    </LonePage>
  );
}

export function StartProblem({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <LonePage>
      <ProblemPanel error={error} retry={retry} />
    </LonePage>
  );
}
