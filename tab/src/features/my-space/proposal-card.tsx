import { Body1, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AnswerBody } from '../../../../bot/api/contract.ts';
import { follow } from '../../api/follow.ts';
import { useNotice } from '../../ui/notice.tsx';
import { PersonLine } from '../../ui/person-line.tsx';
import { ProblemPanel } from '../../ui/problem-panel.tsx';
import { Reasons } from '../../ui/reasons.tsx';
import { Section } from '../../ui/section.tsx';
import { useFormats } from '../../words/formats.ts';
import { useAnswerProposal } from './my-space-api.ts';
import type { MyProposal } from './my-space-api.ts';
import { relation } from './relation.ts';

const useStyles = makeStyles({
  people: { display: 'grid', gap: tokens.spacingVerticalL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  why: { display: 'grid', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Someone the round suggests: who, why, and three ways to answer, none of which needs a reason. */
export function ProposalCard({ proposal }: { readonly proposal: MyProposal }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  const names = formats.list(proposal.partners.map((partner) => partner.name));
  return (
    <Section
      warm
      title={t('mySpace.proposal.title', { names })}
      description={t(`mySpace.proposal.about.${relation(proposal)}`)}
    >
      <div className={styles.people}>
        {proposal.partners.map((partner) => (
          <PersonLine key={partner.id} person={partner} size={64} />
        ))}
      </div>
      <div className={styles.why}>
        <Text weight="semibold">{t('mySpace.why')}</Text>
        <Reasons reasons={proposal.reasons} label={t('mySpace.why')} />
      </div>
      <Answering proposal={proposal} names={names} />
      {proposal.expiresAt !== null && proposal.myAnswer === null && (
        <Body1 className={styles.quiet}>
          {t('mySpace.proposal.expires', { day: formats.day(proposal.expiresAt) })}
        </Body1>
      )}
    </Section>
  );
}

function Answering({ proposal, names }: { readonly proposal: MyProposal; readonly names: string }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const send = useAnswerProposal();
  const say = useNotice();
  if (proposal.myAnswer !== null) {
    return <Body1>{t(`mySpace.proposal.answered.${proposal.myAnswer}`, { names })}</Body1>;
  }
  const answer = (answer: AnswerBody['answer']) => () =>
    follow(send, { id: proposal.id, answer }, () => say(t(`mySpace.proposal.done.${answer}`, { names })));
  return (
    <>
      {send.isError && <ProblemPanel error={send.error} />}
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={answer('yes')} disabledFocusable={send.isPending}>
          {t('mySpace.proposal.yes')}
        </Button>
        <Button onClick={answer('not-this-one')} disabledFocusable={send.isPending}>
          {t('mySpace.proposal.notThisOne')}
        </Button>
        <Button appearance="subtle" onClick={answer('not-now')} disabledFocusable={send.isPending}>
          {t('mySpace.proposal.notNow')}
        </Button>
      </div>
    </>
  );
}
