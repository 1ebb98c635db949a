import { Body1, Field, Input } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { follow } from '../../api/follow.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { useNotice } from '../../ui/notice.tsx';
import { useEraseMyData } from './my-space-api.ts';

/** Erasing cannot be undone: one types a word first. */
export function EraseDialog({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const erase = useEraseMyData();
  const queries = useQueryClient();
  const say = useNotice();
  const word = t('mySpace.erase.word');
  const right = typed.trim().toLowerCase() === word.toLowerCase();
  const confirm = () =>
    follow(erase, undefined, () => {
      close();
      say(t('mySpace.erase.done'));
      void queries.invalidateQueries();
    });
  return (
    <AskDialog
      open
      close={close}
      title={t('mySpace.erase.title')}
      confirm={t('mySpace.erase.confirm')}
      onConfirm={confirm}
      blocked={!right}
      busy={erase.isPending}
      error={erase.error}
    >
      <Body1>{t('mySpace.erase.body')}</Body1>
      <Field label={t('mySpace.erase.type', { word })}>
        <Input value={typed} autoComplete="off" onChange={(_event, data) => setTyped(data.value)} />
      </Field>
    </AskDialog>
  );
}
