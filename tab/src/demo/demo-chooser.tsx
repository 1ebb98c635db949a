import {
  Avatar,
  Body1,
  Caption1,
  makeStyles,
  mergeClasses,
  Subtitle2,
  Text,
  Title1,
  tokens,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Mark } from '../shell/mark.tsx';
import type { DemoPeople, DemoPerson } from './demo-sign-in.ts';

const ROLES = ['employee', 'manager', 'coordinator', 'it'] as const;

const useStyles = makeStyles({
  page: {
    maxWidth: '960px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
  },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '620px' },
  title: { margin: 0 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    gap: tokens.spacingHorizontalXXL,
    marginTop: tokens.spacingVerticalXXXL,
    alignItems: 'start',
  },
  role: { margin: 0 },
  about: { display: 'block', marginBottom: tokens.spacingVerticalM, color: tokens.colorNeutralForeground2 },
  people: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  person: {
    width: '100%',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingVerticalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  names: { display: 'flex', flexDirection: 'column', minWidth: 0 },
});

interface Props {
  readonly people: DemoPeople;
  readonly choose: (person: DemoPerson) => void;
}

/** The demonstration's first page: whose eyes one wants to look through. */
export function DemoChooser({ people, choose }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <Mark size={48} />
        <Title1 as="h1" className={styles.title}>
          {t('demo.title')}
        </Title1>
        <Body1>{t('demo.body')}</Body1>
      </div>
      <div className={styles.columns}>
        {ROLES.map((role) => (
          <RoleColumn
            key={role}
            role={role}
            people={people.people.filter((person) => person.role === role)}
            choose={choose}
          />
        ))}
      </div>
    </main>
  );
}

interface ColumnProps {
  readonly role: DemoPerson['role'];
  readonly people: readonly DemoPerson[];
  readonly choose: (person: DemoPerson) => void;
}

function RoleColumn({ role, people, choose }: ColumnProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  if (people.length === 0) return null;
  return (
    <section>
      <Subtitle2 as="h2" block className={styles.role}>
        {t(`demo.roles.${role}`)}
      </Subtitle2>
      <Caption1 className={styles.about}>{t(`demo.about.${role}`)}</Caption1>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.personId}>
            <button type="button" className={mergeClasses(styles.person)} onClick={() => choose(person)}>
              <Avatar name={person.name} color="colorful" size={40} aria-hidden="true" />
              <span className={styles.names}>
                <Text weight="semibold">{person.name}</Text>
                <Caption1>{person.title}</Caption1>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
