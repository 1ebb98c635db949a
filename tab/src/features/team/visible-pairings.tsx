import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Team } from '../../../../bot/api/contract.ts';
import { PersonLine } from '../../ui/person-line.tsx';
import { Section } from '../../ui/section.tsx';
import { useFormats } from '../../words/formats.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  pairing: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Names only of those who all said their manager may see them. */
export function VisiblePairings({ pairings }: { readonly pairings: Team['visiblePairings'] }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  return (
    <Section title={t('team.visible.title')} description={t('team.visible.body')}>
      {pairings.length === 0 ? (
        <Body1 className={styles.quiet}>{t('team.visible.empty')}</Body1>
      ) : (
        <ul className={styles.list}>
          {pairings.map((pairing) => (
            <li key={pairing.people.map((person) => person.id).join()} className={styles.pairing}>
              {pairing.people.map((person) => (
                <PersonLine key={person.id} person={person} />
              ))}
              <Caption1 className={styles.quiet}>
                {t('team.visible.since', { day: formats.day(pairing.since) })}
              </Caption1>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
