import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalXXL },
  title: { width: 'min(320px, 70%)' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
    gap: tokens.spacingHorizontalXXL,
  },
  card: { borderRadius: tokens.borderRadiusXLarge },
  rows: { display: 'grid', gap: tokens.spacingVerticalM },
});

/** Where a whole page will be. */
export function PageSkeleton() {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Skeleton aria-label={t('common.loading')} className={styles.page}>
      <SkeletonItem size={32} className={styles.title} />
      <SkeletonItem className={styles.card} style={{ height: '180px' }} />
      <div className={styles.columns}>
        <SkeletonItem className={styles.card} style={{ height: '140px' }} />
        <SkeletonItem className={styles.card} style={{ height: '140px' }} />
      </div>
    </Skeleton>
  );
}

/** Where a list will be. */
export function RowsSkeleton({ rows = 5 }: { readonly rows?: number }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Skeleton aria-label={t('common.loading')} className={styles.rows}>
      {Array.from({ length: rows }, (_none, row) => (
        <SkeletonItem key={row} size={32} />
      ))}
    </Skeleton>
  );
}
