import { Body1, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Paths } from './paths.tsx';

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalM}`,
    textAlign: 'center',
  },
  title: { margin: 0 },
  body: { maxWidth: '460px', color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly title: string;
  readonly body: string;
  readonly level?: 1 | 3;
  readonly children?: ReactNode;
}

/** Nothing here yet, said kindly, and what one can do about it. */
export function EmptyState({ title, body, level = 3, children }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <Paths />
      <Subtitle1 as={level === 1 ? 'h1' : 'h3'} className={styles.title}>
        {title}
      </Subtitle1>
      <Body1 className={styles.body}>{body}</Body1>
      {children}
    </div>
  );
}
