import { Body1 } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { follow } from '../../api/follow.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { useNotice } from '../../ui/notice.tsx';
import { useEndPairing } from './my-space-api.ts';
import type { MyPairing } from './my-space-api.ts';

interface Props {
  readonly pairing: MyPairing;
  readonly names: string;
  readonly open: boolean;
  readonly close: () => void;
}

/** Ending needs no reason, and nobody is asked for one. */
export function EndPairingDialog({ pairing, names, open, close }: Props) {
  const { t } = useTranslation();
  const end = useEndPairing();
  const say = useNotice();
  const confirm = () =>
    follow(end, { id: pairing.id }, () => {
      close();
      say(t('mySpace.end.done', { names }));
    });
  return (
    <AskDialog
      open={open}
      close={close}
      title={t('mySpace.end.title', { names })}
      confirm={t('mySpace.end.confirm')}
      cancel={t('mySpace.end.keep')}
      onConfirm={confirm}
      busy={end.isPending}
      error={end.error}
    >
      <Body1>{t('mySpace.end.body')}</Body1>
    </AskDialog>
  );
}
