import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../ui/loaded.tsx';
import { Pager } from '../../ui/pager.tsx';
import { PersonLine } from '../../ui/person-line.tsx';
import { Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { PAGE, useRound } from './programme-api.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalL },
  person: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    '@media (max-width: 720px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    gap: tokens.spacingHorizontalL,
    paddingBottom: tokens.spacingVerticalL,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  words: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly programme: string;
  readonly id: string;
  readonly count: number;
}

/** Nobody is left out without a cause one can read, and what would change it where that is known. */
export function LeftOutList({ programme, id, count }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [offset, setOffset] = useState(0);
  const query = useRound(programme, id, { offset, limit: PAGE });
  return (
    <Section title={t('round.out.title', { count })} description={t('round.out.body')}>
      {count === 0 ? (
        <Body1 className={styles.quiet}>{t('round.out.none')}</Body1>
      ) : (
        <Loaded query={query} skeleton={<RowsSkeleton />}>
          {({ leftOut }) => (
            <>
              <ul className={styles.list}>
                {leftOut.map((left) => (
                  <li key={left.person.id} className={styles.person}>
                    <PersonLine person={left.person} />
                    <Words title={t('round.out.causes')} words={left.causes} />
                    {left.remedies.length > 0 && (
                      <Words title={t('round.out.remedies')} words={left.remedies} />
                    )}
                  </li>
                ))}
              </ul>
              <Pager label={t('round.out.pages')} offset={offset} limit={PAGE} total={count} go={setOffset} />
            </>
          )}
        </Loaded>
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
