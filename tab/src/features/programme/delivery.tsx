import { Body1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ProgrammeOverview } from '../../../../bot/api/contract.ts';
import { Section } from '../../ui/section.tsx';
import { useFormats } from '../../words/formats.ts';

/** States of the outbox by what they mean to a coordinator. */
const GROUPS = [
  ['sent', ['sent']],
  ['waiting', ['due', 'claimed', 'sending']],
  ['undeliverable', ['undeliverable']],
  ['unknown', ['unknown']],
  ['dropped', ['cancelled', 'expired']],
] as const;

const useStyles = makeStyles({
  list: { margin: 0, display: 'grid', gap: tokens.spacingVerticalM },
  row: { display: 'grid', gridTemplateColumns: '1fr auto', columnGap: tokens.spacingHorizontalL },
  name: { display: 'grid' },
  value: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What the bot meant to say and what became of it, as counts. */
export function Delivery({ delivery }: Pick<ProgrammeOverview, 'delivery'>) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  return (
    <Section title={t('delivery.title')} description={t('delivery.body')}>
      <dl className={styles.list}>
        {GROUPS.map(([group, states]) => (
          <div key={group} className={styles.row}>
            <dt className={styles.name}>
              <Text weight="semibold">{t(`delivery.${group}.name`)}</Text>
              <Body1 className={styles.quiet}>{t(`delivery.${group}.about`)}</Body1>
            </dt>
            <dd className={styles.value}>
              <Text weight="semibold" size={400}>
                {formats.number(states.reduce((sum, state) => sum + (delivery[state] ?? 0), 0))}
              </Text>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
