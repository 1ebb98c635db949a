import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { follow } from '../../api/follow.ts';
import { useNotice } from '../../ui/notice.tsx';
import { ProblemPanel } from '../../ui/problem-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { useChangeMembership } from './my-space-api.ts';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalL },
});

interface Props {
  readonly programme: string;
  readonly returning: boolean;
}

/** Joining is voluntary: what it is and who can see what stand before the button. */
export function Invitation({ programme, returning }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const change = useChangeMembership();
  const say = useNotice();
  const join = () => follow(change, { state: 'joined' }, () => say(t('mySpace.invitation.joined')));
  return (
    <Section
      warm
      title={returning ? t('mySpace.invitation.again') : t('mySpace.invitation.title', { programme })}
      description={t('mySpace.invitation.what')}
    >
      <div className={styles.body}>
        <Body1>{t('mySpace.invitation.privacy')}</Body1>
        {change.isError && <ProblemPanel error={change.error} />}
        <Button appearance="primary" onClick={join} disabledFocusable={change.isPending}>
          {returning ? t('mySpace.invitation.comeBack') : t('mySpace.invitation.join')}
        </Button>
      </div>
    </Section>
  );
}
