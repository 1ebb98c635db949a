import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { Send20Regular } from '@fluentui/react-icons/svg/send';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundDetail } from '../../../../bot/api/contract.ts';
import { follow } from '../../api/follow.ts';
import { goTo } from '../../shell/address.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { useNotice } from '../../ui/notice.tsx';
import { OpenButton } from '../../ui/open-button.tsx';
import { Section } from '../../ui/section.tsx';
import { useDiscardRound, useSendRound } from './programme-api.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface Props {
  readonly programme: string;
  readonly round: RoundDetail;
}

/** A preview is nobody's news until somebody says so, once more, here. */
export function RoundActions({ programme, round }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [asking, setAsking] = useState<'send' | 'discard' | null>(null);
  const send = useSendRound(programme);
  const discard = useDiscardRound(programme);
  const say = useNotice();
  const close = () => setAsking(null);
  const confirmSend = () =>
    follow(send, round.id, () => {
      close();
      say(t('round.send.done'));
    });
  const confirmDiscard = () =>
    follow(discard, round.id, () => {
      close();
      say(t('round.discard.done'));
      goTo('programme', 'rounds');
    });
  return (
    <Section warm title={t('round.preview.title')} description={t('round.preview.body')}>
      <div className={styles.buttons}>
        <OpenButton
          appearance="primary"
          icon={<Send20Regular />}
          disabled={round.figures.proposals === 0}
          onClick={() => setAsking('send')}
        >
          {t('round.send.button')}
        </OpenButton>
        <OpenButton onClick={() => setAsking('discard')}>{t('round.discard.button')}</OpenButton>
      </div>
      <AskDialog
        open={asking === 'send'}
        close={close}
        title={t('round.send.ask', { count: round.figures.peoplePaired })}
        confirm={t('round.send.confirm')}
        onConfirm={confirmSend}
        busy={send.isPending}
        error={send.error}
      >
        <Body1>{t('round.send.body')}</Body1>
      </AskDialog>
      <AskDialog
        open={asking === 'discard'}
        close={close}
        title={t('round.discard.ask')}
        confirm={t('round.discard.confirm')}
        onConfirm={confirmDiscard}
        busy={discard.isPending}
        error={discard.error}
      >
        <Body1>{t('round.discard.body')}</Body1>
      </AskDialog>
    </Section>
  );
}
