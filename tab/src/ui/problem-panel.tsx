import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem.ts';

const useStyles = makeStyles({
  reference: { display: 'block', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  bar: { textAlign: 'left', width: '100%', boxSizing: 'border-box' },
});

interface Props {
  readonly error: unknown;
  readonly retry?: () => void;
}

/** What went wrong, in words one can act on, and what to name when asking for help. */
export function ProblemPanel({ error, retry }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const problem = error instanceof Problem ? error : null;
  const words = problem && problem.message !== '' ? problem.message : t(wordsFor(problem));
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar} role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('problem.title')}</MessageBarTitle>
        {words}
        {problem?.reference != null && !words.includes(problem.reference) && (
          <span className={styles.reference}>{t('problem.reference', { reference: problem.reference })}</span>
        )}
      </MessageBarBody>
      {retry && (
        <MessageBarActions>
          <Button onClick={retry}>{t('common.tryAgain')}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function wordsFor(problem: Problem | null): ParseKeys {
  if (problem?.code === 'not-signed-in') return 'problem.signIn';
  return problem?.code === 'offline' ? 'problem.offline' : 'problem.fault';
}
