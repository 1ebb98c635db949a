import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RoundDetail } from '../../../../bot/api/contract.ts';
import { PersonLine } from '../../ui/person-line.tsx';
import { Section } from '../../ui/section.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalL },
  person: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    paddingBottom: tokens.spacingVerticalL,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  words: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Nobody is left out without a cause one can read, and what would change it where that is known. */
export function LeftOutList({ leftOut }: Pick<RoundDetail, 'leftOut'>) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <Section title={t('round.out.title', { count: leftOut.length })} description={t('round.out.body')}>
      {leftOut.length === 0 ? (
        <Body1 className={styles.quiet}>{t('round.out.none')}</Body1>
      ) : (
        <ul className={styles.list}>
          {leftOut.map((left) => (
            <li key={left.person.id} className={styles.person}>
              <PersonLine person={left.person} />
              <Words title={t('round.out.causes')} words={left.causes} />
              {left.remedies.length > 0 && <Words title={t('round.out.remedies')} words={left.remedies} />}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Words({ title, words }: { readonly title: string; readonly words: readonly string[] }) {
  const styles = useStyles();
  return (
    <div>
      <Caption1 className={styles.quiet}>{title}</Caption1>
      <ul className={styles.words} aria-label={title}>
        {words.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
