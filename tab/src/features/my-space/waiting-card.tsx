import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { MySpace } from '../../../../bot/api/contract.ts';
import { Section } from '../../ui/section.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalS },
});

interface Props {
  readonly waiting: MySpace['waiting'];
  readonly hasNeeds: boolean;
}

/** Nobody yet is never left unexplained: what kept a pair from forming, and what would change it. */
export function WaitingCard({ waiting, hasNeeds }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const title = waiting ? t('mySpace.waiting.title') : t('mySpace.waiting.first');
  return (
    <Section title={title} description={t(hasNeeds ? 'mySpace.waiting.body' : 'mySpace.waiting.noNeeds')}>
      {waiting && (
        <>
          {waiting.rounds > 0 && <Body1>{t('mySpace.waiting.rounds', { count: waiting.rounds })}</Body1>}
          <ul className={styles.list}>
            {waiting.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
