import { Body1, Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgrammeOverview } from '../../../../bot/api/contract.ts';
import { follow } from '../../api/follow.ts';
import { goTo } from '../../shell/address.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { useNotice } from '../../ui/notice.tsx';
import { OpenButton } from '../../ui/open-button.tsx';
import { Section } from '../../ui/section.tsx';
import { useStartProgramme } from './programme-api.ts';

/** A programme starts once, and not before it is known whom people can call. */
export function StartProgramme({ programme }: { readonly programme: ProgrammeOverview }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const start = useStartProgramme(programme.id);
  const say = useNotice();
  const ready = programme.helpContacts.length > 0;
  const confirm = () =>
    follow(start, undefined, () => {
      setAsking(false);
      say(t('programme.start.done'));
    });
  return (
    <Section warm title={t('programme.start.title')} description={t('programme.start.body')}>
      {!ready && <Body1>{t('programme.start.missing')}</Body1>}
      <div>
        {ready ? (
          <OpenButton appearance="primary" onClick={() => setAsking(true)}>
            {t('programme.start.button')}
          </OpenButton>
        ) : (
          <Button appearance="primary" onClick={() => goTo('programme', 'settings')}>
            {t('help.add')}
          </Button>
        )}
      </div>
      <AskDialog
        open={asking}
        close={() => setAsking(false)}
        title={t('programme.start.ask')}
        confirm={t('programme.start.button')}
        onConfirm={confirm}
        busy={start.isPending}
        error={start.error}
      >
        <Body1>{t('programme.start.askBody')}</Body1>
      </AskDialog>
    </Section>
  );
}
