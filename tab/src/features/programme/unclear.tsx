import { Body1, Caption1, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryView, ResendBody, UnclearMessage } from '../../../../bot/api/contract.ts';
import { follow } from '../../api/follow.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { useNotice } from '../../ui/notice.tsx';
import { OpenButton } from '../../ui/open-button.tsx';
import { PersonLine } from '../../ui/person-line.tsx';
import { Section } from '../../ui/section.tsx';
import { useFormats } from '../../words/formats.ts';
import { useDelivery, useResend } from './programme-api.ts';

type Reason = ResendBody['reason'];
const REASONS: readonly Reason[] = ['not-received', 'outage', 'other'];

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  row: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    gap: tokens.spacingHorizontalL,
    alignItems: 'center',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** How sending goes at this moment, and those who may not have been told. Not there while all is well. */
export function Unclear({ programme }: { readonly programme: string }) {
  const { data } = useDelivery(programme);
  if (data === undefined || (data.unclear.length === 0 && data.pausedUntil === null)) return null;
  return <UnclearList programme={programme} view={data} />;
}

function UnclearList({ programme, view }: { readonly programme: string; readonly view: DeliveryView }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  const [asked, ask] = useState<UnclearMessage | null>(null);
  return (
    <Section title={t('unclear.title')} description={t('unclear.body')}>
      {view.pausedUntil !== null && (
        <Body1>{t('unclear.paused', { until: formats.dayTime(view.pausedUntil) })}</Body1>
      )}
      <ul className={styles.list}>
        {view.unclear.map((message) => (
          <li key={message.id} className={styles.row}>
            <div>
              <PersonLine person={message.person} />
              <Caption1 className={styles.quiet}>
                {t(`unclear.kind.${message.kind}`)}
                {message.sentAt !== null && ` · ${formats.dayTime(message.sentAt)}`}
              </Caption1>
            </div>
            <OpenButton onClick={() => ask(message)}>{t('unclear.again')}</OpenButton>
          </li>
        ))}
      </ul>
      {asked !== null && <Again programme={programme} message={asked} close={() => ask(null)} />}
    </Section>
  );
}

interface AgainProps {
  readonly programme: string;
  readonly message: UnclearMessage;
  readonly close: () => void;
}

/** It may then be there twice: why is asked, and kept. */
function Again({ programme, message, close }: AgainProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<Reason>('not-received');
  const resend = useResend(programme);
  const say = useNotice();
  const confirm = () =>
    follow(resend, { id: message.id, reason }, () => {
      close();
      say(t('unclear.done'));
    });
  return (
    <AskDialog
      open
      close={close}
      title={t('unclear.ask', { name: message.person.name })}
      confirm={t('unclear.again')}
      onConfirm={confirm}
      busy={resend.isPending}
      error={resend.error}
    >
      <Body1>{t('unclear.askBody')}</Body1>
      <Field label={t('unclear.why')}>
        <RadioGroup
          value={reason}
          onChange={(_event, data) => setReason(REASONS.find((one) => one === data.value) ?? reason)}
        >
          {REASONS.map((one) => (
            <Radio key={one} value={one} label={t(`unclear.reason.${one}`)} />
          ))}
        </RadioGroup>
      </Field>
    </AskDialog>
  );
}
