import { Body1, Button, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ProgrammeOverview, SuggestedWeight, WeightSuggestion } from '../../../../bot/api/contract.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { useNotice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { useFormats } from '../../words/formats.ts';
import { useSuggestedWeights } from './rounds-api.ts';
import type { SettingsDraft } from './settings-draft.ts';
import { WeightRange } from './weight-range.tsx';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  head: { textAlign: 'left', color: tokens.colorNeutralForeground2 },
  cell: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 0`,
    '@media (max-width: 480px)': { paddingRight: tokens.spacingHorizontalS },
  },
  name: { hyphens: 'auto', overflowWrap: 'anywhere', minWidth: '72px' },
  row: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: {
    display: 'block',
    marginTop: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly programme: ProgrammeOverview;
  /** Puts weights into the form; saving them is another step. */
  readonly take: (weights: Partial<SettingsDraft>) => void;
}

/** What many people's answers suggest for the weights, with its uncertainty. A suggestion and no more. */
export function WeightSuggestions({ programme, take }: Props) {
  const query = useSuggestedWeights(programme.id);
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />}>
      {(suggestion) => <Suggestion suggestion={suggestion} programme={programme} take={take} />}
    </Loaded>
  );
}

function Suggestion({ suggestion, programme, take }: Props & { readonly suggestion: WeightSuggestion }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const say = useNotice();
  if (suggestion.state === 'off') return null;
  if (suggestion.state === 'waiting' || suggestion.state === 'few') {
    return (
      <Section small level={3} title={t('learning.title')}>
        <Body1>
          {suggestion.state === 'waiting'
            ? t('learning.waiting')
            : t('learning.few', { count: suggestion.fewest })}
        </Body1>
      </Section>
    );
  }
  const month = formats.month(suggestion.period);
  if (suggestion.state === 'unclear') {
    return (
      <Section small level={3} title={t('learning.title')}>
        <Body1>{t('learning.unclear', { month })}</Body1>
      </Section>
    );
  }
  const use = () => {
    take(Object.fromEntries(suggestion.weights.map((one) => [one.weight, String(one.suggested)])));
    say(t('learning.taken'));
  };
  return (
    <Section
      small
      level={3}
      title={t('learning.title')}
      description={t('learning.body', { month })}
      action={
        <Button type="button" onClick={use}>
          {t('learning.take')}
        </Button>
      }
    >
      <Weights weights={suggestion.weights} now={programme.settings.weights} />
    </Section>
  );
}

interface WeightsProps {
  readonly weights: readonly SuggestedWeight[];
  readonly now: ProgrammeOverview['settings']['weights'];
}

function Weights({ weights, now }: WeightsProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  const most = Math.max(1, ...weights.map((one) => Math.max(one.high, now[one.weight])));
  return (
    <table className={styles.table} aria-label={t('learning.title')}>
      <thead className={styles.head}>
        <tr>
          {(['weight', 'now', 'suggested', 'range'] as const).map((column) => (
            <th key={column} scope="col" className={styles.cell}>
              <Caption1>{t(`learning.${column}`)}</Caption1>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weights.map((one) => {
          const before = now[one.weight];
          const isWithin = before >= one.low && before <= one.high;
          return (
            <tr key={one.weight} className={styles.row}>
              <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
                {t(`settings.fields.${one.weight}.label`)}
              </th>
              <td className={styles.cell}>{before}</td>
              <td className={mergeClasses(styles.cell, styles.strong)}>{one.suggested}</td>
              <td className={styles.cell}>
                {t('learning.between', { low: one.low, high: one.high })}
                <WeightRange {...one} now={before} most={most} />
                {isWithin && <Caption1 className={styles.quiet}>{t('learning.keep')}</Caption1>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
