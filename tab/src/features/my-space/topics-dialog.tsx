import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TopicChip, TopicsBody } from '../../../../bot/api/contract.ts';
import { follow } from '../../api/follow.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { useNotice } from '../../ui/notice.tsx';
import { useChangeTopics } from './my-space-api.ts';
import { TopicPicker } from './topic-picker.tsx';

interface Props {
  readonly offers: readonly TopicChip[];
  readonly needs: readonly TopicChip[];
  readonly close: () => void;
}

/** Both lists at once; only what changed is sent. */
export function TopicsDialog({ offers, needs, close }: Props) {
  const { t } = useTranslation();
  const [offered, setOffered] = useState(offers);
  const [needed, setNeeded] = useState(needs);
  const change = useChangeTopics();
  const say = useNotice();
  const save = () =>
    follow(change, [...changed('offer', offers, offered), ...changed('need', needs, needed)], () => {
      close();
      say(t('mySpace.topics.saved'));
    });
  return (
    <AskDialog
      open
      close={close}
      title={t('mySpace.topics.dialog')}
      confirm={t('common.save')}
      onConfirm={save}
      busy={change.isPending}
      error={change.error}
    >
      <TopicPicker
        label={t('mySpace.topics.offers')}
        hint={t('mySpace.topics.offersHint')}
        topics={offered}
        setTopics={setOffered}
      />
      <TopicPicker
        label={t('mySpace.topics.needs')}
        hint={t('mySpace.topics.needsHint')}
        topics={needed}
        setTopics={setNeeded}
      />
    </AskDialog>
  );
}

function changed(
  side: TopicsBody['side'],
  before: readonly TopicChip[],
  after: readonly TopicChip[],
): TopicsBody[] {
  const topics = after.map((topic) => topic.id);
  const same = topics.length === before.length && before.every((topic) => topics.includes(topic.id));
  return same ? [] : [{ side, topics }];
}
