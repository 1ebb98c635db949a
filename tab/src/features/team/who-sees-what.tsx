import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { Eye20Regular } from '@fluentui/react-icons/svg/eye';
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FEWEST } from '../../../../bot/core/limits.ts';
import { Section } from '../../ui/section.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    gap: tokens.spacingHorizontalXXL,
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, margin: 0 },
  list: { paddingLeft: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalS },
});

/** The promise, said to the one whom it binds. */
export function WhoSeesWhat() {
  const { t } = useTranslation();
  const styles = useStyles();
  const counts = { counts: FEWEST.counts, mood: FEWEST.mood };
  return (
    <Section title={t('team.promise.title')}>
      <div className={styles.columns}>
        <Column icon={<Eye20Regular aria-hidden="true" />} title={t('team.promise.see')}>
          <li>{t('team.promise.counts', counts)}</li>
          <li>{t('team.promise.bands', counts)}</li>
          <li>{t('team.promise.names')}</li>
        </Column>
        <Column icon={<LockClosed20Regular aria-hidden="true" />} title={t('team.promise.never')}>
          <li>{t('team.promise.mood')}</li>
          <li>{t('team.promise.words')}</li>
          <li>{t('team.promise.pairs')}</li>
          <li>{t('team.promise.own')}</li>
        </Column>
      </div>
    </Section>
  );
}

interface ColumnProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}

function Column({ icon, title, children }: ColumnProps) {
  const styles = useStyles();
  return (
    <div>
      <Subtitle2 as="h3" className={styles.head}>
        {icon}
        {title}
      </Subtitle2>
      <ul className={styles.list}>{children}</ul>
    </div>
  );
}
