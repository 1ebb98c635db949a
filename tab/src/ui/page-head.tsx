import { Body1, makeStyles, Title2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalL,
    marginBottom: tokens.spacingVerticalXXL,
  },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, maxWidth: '720px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  title: { margin: 0, overflowWrap: 'anywhere' },
  lead: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Beside the heading: a state. */
  readonly badge?: ReactNode;
  readonly children?: ReactNode;
}

/** A view's own heading, what it is about in a line, and what governs the whole page. */
export function PageHead({ title, lead, badge, children }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        <div className={styles.line}>
          <Title2 as="h1" className={styles.title}>
            {title}
          </Title2>
          {badge}
        </div>
        {lead !== undefined && <Body1 className={styles.lead}>{lead}</Body1>}
      </div>
      {children}
    </div>
  );
}
