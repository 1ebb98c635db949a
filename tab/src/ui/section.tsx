import { Body1, makeStyles, mergeClasses, Subtitle1, Subtitle2, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    minWidth: 0,
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalL },
  },
  warm: {
    border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke2}`,
    boxShadow: tokens.shadow8,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalM,
  },
  words: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    flex: '1 1 180px',
  },
  title: { margin: 0 },
  description: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly title: string;
  readonly description?: ReactNode;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
  /** Something that waits for the person: it carries a coloured edge. */
  readonly warm?: boolean;
  readonly small?: boolean;
  readonly level?: 2 | 3;
}

/** A card with a heading: the unit every view is made of. */
export function Section({
  title,
  description,
  action,
  children,
  warm = false,
  small = false,
  level = 2,
}: Props) {
  const styles = useStyles();
  const id = useId();
  const Title = small ? Subtitle2 : Subtitle1;
  return (
    <section aria-labelledby={id} className={mergeClasses(styles.section, warm && styles.warm)}>
      <div className={styles.head}>
        <div className={styles.words}>
          <Title as={level === 2 ? 'h2' : 'h3'} id={id} className={styles.title}>
            {title}
          </Title>
          {description !== undefined && <Body1 className={styles.description}>{description}</Body1>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
