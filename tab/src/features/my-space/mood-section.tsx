import { Badge, Body1, makeStyles, tokens } from '@fluentui/react-components';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { useMyMoods } from './my-space-api.ts';

const MoodChart = lazy(async () => ({ default: (await import('./mood-chart.tsx')).MoodChart }));

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

/** How I said I was, for nobody but me. */
export function MoodSection({ timeZone }: { readonly timeZone: string }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const query = useMyMoods();
  return (
    <Section
      title={t('mySpace.mood.title')}
      description={query.data && t('mySpace.mood.kept', { count: query.data.keptDays })}
      action={
        <Badge appearance="tint" size="large" color="informative" icon={<LockClosed16Regular />}>
          {t('mySpace.mood.onlyYou')}
        </Badge>
      }
    >
      <Loaded query={query} skeleton={<RowsSkeleton rows={3} />}>
        {({ moods }) =>
          moods.length === 0 ? (
            <Body1 className={styles.quiet}>{t('mySpace.mood.empty')}</Body1>
          ) : (
            <Suspense fallback={<RowsSkeleton rows={3} />}>
              <MoodChart moods={moods} timeZone={timeZone} />
            </Suspense>
          )
        }
      </Loaded>
    </Section>
  );
}
