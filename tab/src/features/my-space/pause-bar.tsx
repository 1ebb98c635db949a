import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { follow } from '../../api/follow.ts';
import { useNotice } from '../../ui/notice.tsx';
import { ProblemPanel } from '../../ui/problem-panel.tsx';
import { useFormats } from '../../words/formats.ts';
import { useChangeMembership } from './my-space-api.ts';
import type { Membership } from './my-space-api.ts';

/** A pause is said at the top, with the way back beside it. */
export function PauseBar({ membership }: { readonly membership: Membership }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const change = useChangeMembership();
  const say = useNotice();
  const resume = () => follow(change, { state: 'joined' }, () => say(t('mySpace.pause.resumed')));
  if (change.isError) return <ProblemPanel error={change.error} retry={resume} />;
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        {membership.pausedUntil === null
          ? t('mySpace.pause.open')
          : t('mySpace.pause.until', { day: formats.day(membership.pausedUntil) })}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={resume} disabledFocusable={change.isPending}>
          {t('mySpace.pause.resume')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
