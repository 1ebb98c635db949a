import { Badge, Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { PeopleAdd20Regular } from '@fluentui/react-icons/svg/people-add';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundDetail } from '../../../../bot/api/contract.ts';
import { OpenButton } from '../../ui/open-button.tsx';
import { PersonLine } from '../../ui/person-line.tsx';
import { ProblemPanel } from '../../ui/problem-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { PinDialog } from './pin-dialog.tsx';
import type { useDecide } from './use-decide.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  people: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
    flex: '1 1 260px',
    minWidth: 0,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly programme: string;
  readonly round: RoundDetail;
  readonly decide: ReturnType<typeof useDecide>;
}

/** What was decided by hand, and the way to decide more. The round is solved around it at once. */
export function RoundCorrections({ programme, round, decide }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [asking, setAsking] = useState(false);
  const { corrections } = round;
  const isOpen = round.state === 'previewed';
  const ask = () => {
    decide.reset();
    setAsking(true);
  };
  return (
    <Section
      title={t('round.corrections.title')}
      description={isOpen ? t('round.corrections.body') : undefined}
      action={
        isOpen && (
          <OpenButton icon={<PeopleAdd20Regular />} onClick={ask}>
            {t('round.corrections.pin')}
          </OpenButton>
        )
      }
    >
      {corrections.length === 0 ? (
        <Body1 className={styles.quiet}>{t('round.corrections.none')}</Body1>
      ) : (
        <ul className={styles.list}>
          {corrections.map(({ kind, people }) => (
            <li key={people.map((person) => person.id).join(' ')} className={styles.row}>
              <Badge appearance="tint" color={kind === 'pin' ? 'brand' : 'warning'}>
                {t(`round.corrections.kind.${kind}`)}
              </Badge>
              <div className={styles.people}>
                {people.map((person) => (
                  <PersonLine key={person.id} person={person} size={28} />
                ))}
              </div>
              {isOpen && (
                <Button
                  size="small"
                  disabledFocusable={decide.isPending}
                  aria-label={t('round.corrections.releaseNamed', {
                    one: people[0]?.name ?? '',
                    other: people[1]?.name ?? '',
                  })}
                  onClick={() => decide.say(null, people)}
                >
                  {t('round.corrections.release')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {decide.error !== null && !asking && <ProblemPanel error={decide.error} />}
      {asking && <PinDialog programme={programme} decide={decide} close={() => setAsking(false)} />}
    </Section>
  );
}
