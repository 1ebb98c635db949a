import { Body1 } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../../bot/api/contract.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { MemberSearch } from './member-search.tsx';
import type { useDecide } from './use-decide.ts';

interface Props {
  readonly programme: string;
  readonly decide: ReturnType<typeof useDecide>;
  readonly close: () => void;
}

/** Chooses two members to be put together, whichever of them would guide the other. */
export function PinDialog({ programme, decide, close }: Props) {
  const { t } = useTranslation();
  const [one, setOne] = useState<PersonCard | null>(null);
  const [other, setOther] = useState<PersonCard | null>(null);
  const ready = one !== null && other !== null && one.id !== other.id;
  const confirm = () => ready && decide.say('pin', [one, other], close);
  return (
    <AskDialog
      open
      close={close}
      title={t('round.corrections.pinTitle')}
      confirm={decide.isPending ? t('round.corrections.solving') : t('round.corrections.pinConfirm')}
      onConfirm={confirm}
      blocked={!ready}
      busy={decide.isPending}
      error={decide.error}
    >
      <Body1>{t('round.corrections.pinBody')}</Body1>
      <MemberSearch programme={programme} label={t('round.corrections.one')} chosen={one} choose={setOne} />
      <MemberSearch
        programme={programme}
        label={t('round.corrections.two')}
        chosen={other}
        choose={setOther}
      />
    </AskDialog>
  );
}
