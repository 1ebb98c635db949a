import { Caption1, makeStyles, Tag, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TopicChip } from '../../../../bot/api/contract.ts';
import { OpenButton } from '../../ui/open-button.tsx';
import { Section } from '../../ui/section.tsx';

const TopicsDialog = lazy(async () => ({ default: (await import('./topics-dialog.tsx')).TopicsDialog }));

const useStyles = makeStyles({
  side: { display: 'grid', gap: tokens.spacingVerticalS },
  chips: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
  },
  chip: { height: 'auto', minHeight: '32px', maxWidth: '100%', whiteSpace: 'normal' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly offers: readonly TopicChip[];
  readonly needs: readonly TopicChip[];
}

/** What I have come through and what I am facing: all that pairing goes by. */
export function TopicsSection({ offers, needs }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  return (
    <Section
      small
      title={t('mySpace.topics.title')}
      action={
        <OpenButton size="small" onClick={() => setEditing(true)} aria-label={t('mySpace.topics.editLong')}>
          {t('common.edit')}
        </OpenButton>
      }
    >
      <Side title={t('mySpace.topics.offers')} topics={offers} />
      <Side title={t('mySpace.topics.needs')} topics={needs} />
      {editing && (
        <Suspense>
          <TopicsDialog offers={offers} needs={needs} close={() => setEditing(false)} />
        </Suspense>
      )}
    </Section>
  );
}

function Side({ title, topics }: { readonly title: string; readonly topics: readonly TopicChip[] }) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <div className={styles.side}>
      <Text weight="semibold" size={200} className={styles.quiet}>
        {title}
      </Text>
      {topics.length === 0 ? (
        <Caption1 className={styles.quiet}>{t('mySpace.topics.none')}</Caption1>
      ) : (
        <ul className={styles.chips} aria-label={title}>
          {topics.map((topic) => (
            <li key={topic.id}>
              <Tag className={styles.chip} appearance={topic.kind === 'experience' ? 'brand' : 'filled'}>
                {topic.name}
              </Tag>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
