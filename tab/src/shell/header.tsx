import { Link, makeStyles, Subtitle1, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../bot/api/contract.ts';
import { goTo } from './address.ts';
import { Mark } from './mark.tsx';

const useStyles = makeStyles({
  header: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  inner: {
    maxWidth: '1120px',
    margin: '0 auto',
    padding: `0 ${tokens.spacingHorizontalXXL}`,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXL,
    '@media (max-width: 640px)': { padding: `0 ${tokens.spacingHorizontalXS}` },
  },
  brand: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    '@media (max-width: 640px)': { paddingLeft: tokens.spacingHorizontalS },
  },
  change: { fontSize: 'inherit' },
  views: { flexWrap: 'wrap' },
  you: {
    marginLeft: 'auto',
    padding: `${tokens.spacingVerticalS} 0`,
    '@media (max-width: 640px)': { marginLeft: 0, paddingLeft: tokens.spacingHorizontalS },
  },
});

interface Props {
  readonly me: Me | undefined;
  readonly view: string;
  readonly change: (() => void) | null;
}

/** In Teams the host shows the name; in a plain browser we do, and whom one plays. */
export function Header({ me, view, change }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  useEffect(() => {
    document.title = isView(view) ? `${t(`shell.views.${view}`)} – ${t('shell.name')}` : t('shell.name');
  }, [view, t]);
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        {change && (
          <div className={styles.brand}>
            <Mark size={28} />
            <Subtitle1>{t('shell.name')}</Subtitle1>
          </div>
        )}
        <Views me={me} view={view} />
        {change && me && (
          <Text className={styles.you} size={200}>
            {t('demo.youAre', { name: me.person.name })}
            {' – '}
            <Link
              as="button"
              inline
              className={styles.change}
              onClick={change}
              aria-label={t('demo.changeWho')}
            >
              {t('demo.change')}
            </Link>
          </Text>
        )}
      </div>
    </header>
  );
}

const VIEWS = ['my-space', 'team', 'programme', 'it'] as const;

function isView(view: string): view is (typeof VIEWS)[number] {
  return VIEWS.some((known) => known === view);
}

function Views({ me, view }: Omit<Props, 'change'>) {
  const { t } = useTranslation();
  const styles = useStyles();
  const open = VIEWS.filter(
    (name) =>
      name === 'my-space' ||
      (name === 'team' && me?.manager === true) ||
      (name === 'programme' && (me?.coordinates.length ?? 0) > 0) ||
      (name === 'it' && (me?.operates.length ?? 0) > 0),
  );
  return (
    <nav aria-label={t('shell.navigation')}>
      <TabList
        className={styles.views}
        size="large"
        selectedValue={view}
        onTabSelect={(_event, data) => goTo(String(data.value))}
      >
        {open.map((name) => (
          <Tab key={name} value={name}>
            {t(`shell.views.${name}`)}
          </Tab>
        ))}
      </TabList>
    </nav>
  );
}
