import { Combobox, Field, makeStyles, Option, Tag, TagGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../../../bot/core/limits.ts';
import type { TopicChip } from '../../../../bot/api/contract.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { useTopicSearch } from './my-space-api.ts';

const useStyles = makeStyles({
  picker: { display: 'grid', gap: tokens.spacingVerticalS },
  box: { minWidth: 0, width: '100%' },
  tags: { flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  tag: { height: 'auto', minHeight: '32px', maxWidth: '100%', whiteSpace: 'normal' },
});

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly topics: readonly TopicChip[];
  readonly setTopics: (topics: readonly TopicChip[]) => void;
}

/** A list of topics: found by typing among those of the company, taken away by pressing them. */
export function TopicPicker({ label, hint, topics, setTopics }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const found = useTopicSearch(search);
  const full = topics.length >= LIMITS.topicsPerList;
  const offered = (found.data?.rows ?? []).filter((topic) => !topics.some((has) => has.id === topic.id));
  const add = (id: string | undefined) => {
    const topic = offered.find((candidate) => candidate.id === id);
    if (topic) setTopics([...topics, topic]);
    setTyped('');
  };
  return (
    <div className={styles.picker}>
      <Field label={label} hint={full ? t('mySpace.topics.full', { count: LIMITS.topicsPerList }) : hint}>
        <Combobox
          className={styles.box}
          freeform
          value={typed}
          disabled={full}
          maxLength={LIMITS.topicLength}
          placeholder={t('mySpace.topics.search')}
          selectedOptions={[]}
          onChange={(event) => setTyped(event.target.value)}
          onOptionSelect={(_event, data) => add(data.optionValue)}
        >
          {offered.map((topic) => (
            <Option key={topic.id} value={topic.id} text={topic.name}>
              {topic.name}
            </Option>
          ))}
          {offered.length === 0 && (
            <Option disabled value="" text="">
              {search === '' ? t('mySpace.topics.type') : t('mySpace.topics.nothing')}
            </Option>
          )}
        </Combobox>
      </Field>
      {topics.length > 0 && (
        <TagGroup
          className={styles.tags}
          aria-label={label}
          dismissible
          onDismiss={(_event, data) => setTopics(topics.filter((topic) => topic.id !== data.value))}
        >
          {topics.map((topic) => (
            <Tag
              key={topic.id}
              value={topic.id}
              className={styles.tag}
              dismissIcon={{ 'aria-label': t('common.remove') }}
            >
              {topic.name}
            </Tag>
          ))}
        </TagGroup>
      )}
    </div>
  );
}
