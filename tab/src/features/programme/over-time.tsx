import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import type { ParseKeys } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundFairness } from '../../../../bot/api/contract.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { useFormats } from '../../words/formats.ts';
import { useRoundsOverTime } from './rounds-api.ts';

const NARROW = '@media (max-width: 720px)';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  head: { textAlign: 'left', color: tokens.colorNeutralForeground2, [NARROW]: { display: 'none' } },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 0`,
    [NARROW]: { display: 'block', padding: `${tokens.spacingVerticalXXS} 0` },
  },
  day: { fontWeight: tokens.fontWeightSemibold },
  row: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { display: 'block', padding: `${tokens.spacingVerticalS} 0` },
  },
  label: { display: 'none', color: tokens.colorNeutralForeground2, [NARROW]: { display: 'inline' } },
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
  proof: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  good: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
});

const COLUMNS = [
  'overTime.round',
  'overTime.found',
  'overTime.leftOut',
  'overTime.waited',
  'overTime.repeats',
  'overTime.mentors',
] as const satisfies ParseKeys[];

/** How the last rounds treated those who had waited, and those who guide. */
export function OverTime({ programme }: { readonly programme: string }) {
  const { t } = useTranslation();
  const query = useRoundsOverTime(programme);
  if (query.data?.total === 0) return null;
  return (
    <Section title={t('overTime.title')} description={t('overTime.body')}>
      <Loaded query={query} skeleton={<RowsSkeleton rows={3} />}>
        {({ rows }) => <Rounds rows={rows} />}
      </Loaded>
    </Section>
  );
}

function Rounds({ rows }: { readonly rows: readonly RoundFairness[] }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <>
      <table className={styles.table} aria-label={t('overTime.title')}>
        <thead className={styles.head}>
          <tr>
            {COLUMNS.map((words) => (
              <th key={words} scope="col" className={styles.cell}>
                <Caption1>{t(words)}</Caption1>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((round) => (
            <Row key={round.id} round={round} />
          ))}
        </tbody>
      </table>
      {rows.every((round) => round.proven) && (
        <div className={styles.proof}>
          <CheckmarkCircle20Filled className={styles.good} aria-hidden="true" />
          <Caption1>{t('overTime.proven')}</Caption1>
        </div>
      )}
    </>
  );
}

function Row({ round }: { readonly round: RoundFairness }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  const { waitedAgain, waitedAndFound, mentorsAgain } = round;
  return (
    <tr className={styles.row}>
      <th scope="row" className={mergeClasses(styles.cell, styles.day)}>
        {formats.day(round.sentAt)}
      </th>
      <Cell words="overTime.found">
        {t('overTime.ofSeeking', {
          paired: formats.number(round.paired),
          seeking: formats.number(round.seeking),
        })}
      </Cell>
      <Cell words="overTime.leftOut">{formats.number(round.leftOut)}</Cell>
      <Cell words="overTime.waited">
        {waitedAndFound + waitedAgain === 0 || waitedAndFound > 0
          ? t('overTime.waitedFound', { count: waitedAndFound })
          : null}
        {waitedAgain > 0 && (
          <Caption1 className={styles.more}>{t('overTime.waitedAgain', { count: waitedAgain })}</Caption1>
        )}
      </Cell>
      <Cell words="overTime.repeats">{formats.number(round.repeats)}</Cell>
      <Cell words="overTime.mentors">
        {formats.number(round.mentors)}
        <Caption1 className={styles.more}>{t('overTime.mentorsAgain', { count: mentorsAgain })}</Caption1>
      </Cell>
    </tr>
  );
}

/** On a narrow screen a row folds into lines, and each says what it is. */
function Cell({
  words,
  children,
}: {
  readonly words: (typeof COLUMNS)[number];
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <td className={styles.cell}>
      <span className={styles.label} aria-hidden="true">
        {t(words)}:{' '}
      </span>
      {children}
    </td>
  );
}
