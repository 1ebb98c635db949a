import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Warning20Filled } from '@fluentui/react-icons/svg/warning';
import { useTranslation } from 'react-i18next';
import type { ProgrammeOverview } from '../../../../bot/api/contract.ts';
import { goTo } from '../../shell/address.ts';
import { Section } from '../../ui/section.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  good: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  missing: { color: tokens.colorStatusWarningForeground1, flexShrink: 0 },
});

interface Props {
  readonly contacts: ProgrammeOverview['helpContacts'];
}

/** Whom people are sent to on a hard day: is somebody named, and for everywhere? */
export function HelpStatus({ contacts }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const everywhere = contacts.some((contact) => contact.country === '*');
  const countries = new Set(contacts.map((contact) => contact.country).filter((country) => country !== '*'))
    .size;
  return (
    <Section
      title={t('help.title')}
      description={t('help.why')}
      action={
        <Button size="small" onClick={() => goTo('programme', 'settings')} aria-label={t('help.editLong')}>
          {t('common.edit')}
        </Button>
      }
    >
      <div className={styles.line}>
        {contacts.length > 0 ? (
          <CheckmarkCircle20Filled className={styles.good} aria-hidden="true" />
        ) : (
          <Warning20Filled className={styles.missing} aria-hidden="true" />
        )}
        <Body1>{contacts.length > 0 ? t('help.named', { count: contacts.length }) : t('help.nobody')}</Body1>
      </div>
      {contacts.length > 0 && (
        <div className={styles.line}>
          {everywhere ? (
            <CheckmarkCircle20Filled className={styles.good} aria-hidden="true" />
          ) : (
            <Warning20Filled className={styles.missing} aria-hidden="true" />
          )}
          <Body1>{everywhere ? t('help.everywhere') : t('help.notEverywhere', { count: countries })}</Body1>
        </div>
      )}
    </Section>
  );
}
