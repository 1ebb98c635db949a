import { Body1, Caption1, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgrammeOverview } from '../../../../bot/api/contract.ts';
import { LIMITS } from '../../../../bot/core/limits.ts';
import { follow } from '../../api/follow.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useNotice } from '../../ui/notice.tsx';
import { OpenButton } from '../../ui/open-button.tsx';
import { Section } from '../../ui/section.tsx';
import { useFormats } from '../../words/formats.ts';
import { HelpContactDialog } from './help-contact-dialog.tsx';
import type { HelpContact } from './help-contact-draft.ts';
import { useChangeHelpContacts } from './programme-api.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(400px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  contact: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  words: {
    display: 'grid',
    alignContent: 'start',
    gap: tokens.spacingVerticalXXS,
    flex: '1 1 220px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Editing = { readonly at: number | null; readonly contact: HelpContact | null } | null;
type Removing = { readonly at: number; readonly name: string } | null;

/** Whom a person is given to call, by country. The whole list is saved at once. */
export function HelpContacts({ programme }: { readonly programme: ProgrammeOverview }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [editing, setEditing] = useState<Editing>(null);
  const [removing, setRemoving] = useState<Removing>(null);
  const change = useChangeHelpContacts(programme.id);
  const say = useNotice();
  const contacts = programme.helpContacts;
  const save = (next: readonly HelpContact[], then: () => void) =>
    follow(change, { contacts: next }, () => {
      then();
      say(t('help.saved'));
    });
  const put = (contact: HelpContact, at: number | null) =>
    save(at === null ? [...contacts, contact] : contacts.with(at, contact), () => setEditing(null));
  const close = () => {
    setEditing(null);
    setRemoving(null);
    // What failed in one dialog is not the next one's trouble.
    change.reset();
  };
  const full = contacts.length >= LIMITS.helpContacts;
  return (
    <Section
      title={t('help.title')}
      description={t('help.why')}
      action={
        <OpenButton
          icon={<Add20Regular />}
          disabled={full}
          onClick={() => setEditing({ at: null, contact: null })}
        >
          {t('help.add')}
        </OpenButton>
      }
    >
      {contacts.length === 0 ? (
        <EmptyState title={t('help.empty.title')} body={t('help.empty.body')} />
      ) : (
        <ul className={styles.list}>
          {contacts.map((contact, at) => (
            <li key={`${contact.country} ${contact.name} ${contact.phone}`} className={styles.contact}>
              <ContactWords contact={contact} />
              <div className={styles.buttons}>
                <OpenButton
                  size="small"
                  aria-label={t('help.change', { name: contact.name })}
                  onClick={() => setEditing({ at, contact })}
                >
                  {t('common.edit')}
                </OpenButton>
                <OpenButton
                  size="small"
                  appearance="subtle"
                  aria-label={t('help.remove', { name: contact.name })}
                  onClick={() => setRemoving({ at, name: contact.name })}
                >
                  {t('common.remove')}
                </OpenButton>
              </div>
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <HelpContactDialog
          contact={editing.contact}
          close={close}
          save={(contact) => put(contact, editing.at)}
          busy={change.isPending}
          error={change.error}
        />
      )}
      <AskDialog
        open={removing !== null}
        close={close}
        title={t('help.removeAsk', { name: removing?.name ?? '' })}
        confirm={t('common.remove')}
        onConfirm={() => removing && save(contacts.toSpliced(removing.at, 1), () => setRemoving(null))}
        busy={change.isPending}
        error={change.error}
      >
        <Body1>{t('help.removeBody')}</Body1>
      </AskDialog>
    </Section>
  );
}

function ContactWords({ contact }: { readonly contact: HelpContact }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  return (
    <div className={styles.words}>
      <Caption1 className={styles.quiet}>
        {contact.country === '*' ? t('help.elsewhere') : formats.country(contact.country)}
      </Caption1>
      <Text weight="semibold">{contact.name}</Text>
      <Body1>{t('help.phoneAndHours', { phone: contact.phone, hours: contact.hours })}</Body1>
      <Body1>{t('help.emergencyNumber', { number: contact.emergency })}</Body1>
      {contact.url !== null && (
        <Link href={contact.url} target="_blank" rel="noreferrer">
          {contact.url}
        </Link>
      )}
    </div>
  );
}
