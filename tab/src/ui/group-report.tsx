import { Body1, makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupFigure, GroupFigures } from '../../../bot/api/contract.ts';
import { MeetingsBands } from './meetings-bands.tsx';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXL },
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    gap: tokens.spacingHorizontalXXL,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly figures: GroupFigures;
  /** Of its headings. */
  readonly level?: 2 | 3;
}

/** A group's month: the headline first, then four figures, each shown or withheld by the server. */
export function GroupReport({ figures, level = 2 }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <div className={styles.stack}>
      <Section level={level} title={t('figures.meetings.title')} description={t('figures.meetings.body')}>
        <Shown figure={figures.meetings}>{(bands) => <MeetingsBands bands={bands} />}</Shown>
      </Section>
      <div className={styles.tiles}>
        <Section small level={level} title={t('figures.members')}>
          <Shown figure={figures.members}>{(count) => <Roughly count={count} />}</Shown>
        </Section>
        <Section small level={level} title={t('figures.paired')}>
          <Shown figure={figures.paired}>{(count) => <Roughly count={count} />}</Shown>
        </Section>
        <Section small level={level} title={t('figures.helped.title')}>
          <Shown figure={figures.helped}>
            {(band) => <Text size={400}>{t(`figures.helped.${band}`)}</Text>}
          </Shown>
        </Section>
        <Section small level={level} title={t('figures.mood.title')}>
          <Shown figure={figures.mood}>{(band) => <Text size={400}>{t(`figures.mood.${band}`)}</Text>}</Shown>
        </Section>
      </div>
    </div>
  );
}

/** Counts come to the nearest five, so that the difference of two speaks of nobody. */
function Roughly({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  return <Title2>{count === 0 ? 0 : t('figures.roughly', { count })}</Title2>;
}

interface ShownProps<T> {
  readonly figure: GroupFigure<T>;
  readonly children: (value: T) => ReactNode;
}

/** What is withheld reads the same whatever the reason: the reason would be a figure too. */
function Shown<T>({ figure, children }: ShownProps<T>) {
  const { t } = useTranslation();
  const styles = useStyles();
  return figure.shown ? (
    children(figure.value)
  ) : (
    <Body1 className={styles.quiet}>{t('figures.hidden')}</Body1>
  );
}
