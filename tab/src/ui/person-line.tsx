import { Avatar, Caption1, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PersonCard } from '../../../bot/api/contract.ts';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  about: { color: tokens.colorNeutralForeground2 },
  large: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
});

interface Props {
  readonly person: PersonCard;
  readonly size?: 28 | 40 | 64;
  readonly children?: ReactNode;
}

/** A person as everyone sees them: face, name, title and department. */
export function PersonLine({ person, size = 40, children }: Props) {
  const styles = useStyles();
  const about = [person.title, person.department].filter((part) => part !== '').join(' · ');
  return (
    <div className={styles.line}>
      <Avatar name={person.name} color="colorful" idForColor={person.id} size={size} aria-hidden="true" />
      <div className={styles.words}>
        <Text weight="semibold" className={mergeClasses(size === 64 && styles.large)}>
          {person.name}
        </Text>
        <Caption1 className={styles.about}>{about}</Caption1>
        {children}
      </div>
    </div>
  );
}
