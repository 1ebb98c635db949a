import { Body1, Caption1, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundComparison } from '../../../../bot/api/contract.ts';
import { PersonLine } from '../../ui/person-line.tsx';
import { Section } from '../../ui/section.tsx';
import { useFormats } from '../../words/formats.ts';
import { ComparisonFigures } from './comparison-figures.tsx';
import { FitBars } from './fit-bars.tsx';
import { RoundOutlook } from './round-outlook.tsx';

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(300px, 100%), 1fr))',
    gap: tokens.spacingHorizontalXXXL,
  },
  side: { display: 'grid', gap: tokens.spacingVerticalS, alignContent: 'start' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  people: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  lost: { color: tokens.colorStatusDangerForeground1 },
  gained: { color: tokens.colorStatusSuccessForeground1 },
});

interface Props {
  readonly comparison: RoundComparison;
  readonly children: ReactNode;
}

/** Two rounds beside each other: how many, how well, and for whom it makes a difference. */
export function ComparisonView({ comparison, children }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const { before, after } = comparison;
  const most = Math.max(1, ...before.figures.fitBands, ...after.figures.fitBands);
  return (
    <>
      <Section warm title={t('compare.result')}>
        <ComparisonFigures before={before.figures} after={after.figures} />
        {children}
      </Section>
      <Section title={t('round.fit.title')} description={t('round.fit.body')}>
        <div className={styles.sides}>
          {(['before', 'after'] as const).map((side) => (
            <div key={side} className={styles.side}>
              <Text as="h3" weight="semibold" className={styles.title}>
                {t(`compare.${side}`)}
              </Text>
              <FitBars
                bands={comparison[side].figures.fitBands}
                most={most}
                name={t(`compare.${side}`)}
                quiet={side === 'before'}
              />
            </div>
          ))}
        </div>
      </Section>
      <WhoChanges comparison={comparison} />
      <RoundOutlook outlook={after.outlook} leftOut={after.figures.leftOut} open={false} />
    </>
  );
}

function WhoChanges({ comparison }: { readonly comparison: RoundComparison }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const { same, moved } = comparison;
  return (
    <Section title={t('compare.who.title')}>
      <Body1>
        {t('compare.who.same', { count: same })} {t('compare.who.moved', { count: moved })}
      </Body1>
      <div className={styles.sides}>
        <Some kind="gained" some={comparison.gained} />
        <Some kind="lost" some={comparison.lost} />
      </div>
    </Section>
  );
}

interface SomeProps {
  readonly kind: 'gained' | 'lost';
  readonly some: RoundComparison['gained'];
}

function Some({ kind, some }: SomeProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  const more = some.total - some.people.length;
  return (
    <div className={styles.side}>
      <Text as="h3" weight="semibold" className={mergeClasses(styles.title, some.total > 0 && styles[kind])}>
        {t(`compare.who.${kind}`, { count: some.total })}
      </Text>
      {some.people.length > 0 && (
        <ul className={styles.people}>
          {some.people.map((person) => (
            <li key={person.id}>
              <PersonLine person={person} size={28} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <Caption1 className={styles.quiet}>
          {t('compare.who.more', { count: more, more: formats.number(more) })}
        </Caption1>
      )}
    </div>
  );
}
