import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { useFormats } from '../../words/formats.ts';
import { COUNTRIES } from './countries.ts';
import { contactDraft, LENGTHS, readContact } from './help-contact-draft.ts';
import type { ContactDraft, HelpContact } from './help-contact-draft.ts';

const TYPED = [
  'name',
  'phone',
  'hours',
  'emergency',
  'url',
] as const satisfies readonly (keyof HelpContact)[];

interface Props {
  readonly contact: HelpContact | null;
  readonly close: () => void;
  readonly save: (contact: HelpContact) => void;
  readonly busy: boolean;
  readonly error: unknown;
}

/** One person or line to call. Fields complain once they have been tried, not while they are typed. */
export function HelpContactDialog({ contact, close, save, busy, error }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => contactDraft(contact));
  const [tried, setTried] = useState(false);
  const read = readContact(draft);
  const confirm = () => {
    setTried(true);
    if (read.wrong.size === 0) save(read.contact);
  };
  return (
    <AskDialog
      open
      close={close}
      title={contact ? t('help.change', { name: contact.name }) : t('help.add')}
      confirm={t('common.save')}
      onConfirm={confirm}
      busy={busy}
      error={error}
    >
      <CountryField draft={draft} set={setDraft} />
      {TYPED.map((name) => (
        <Field
          key={name}
          label={t(`help.fields.${name}.label`)}
          hint={t(`help.fields.${name}.hint`)}
          required={LENGTHS[name].min > 0}
          {...(tried && read.wrong.has(name) ? { validationMessage: t(`help.fields.${name}.wrong`) } : {})}
        >
          <Input
            value={draft[name]}
            maxLength={LENGTHS[name].max}
            onChange={(_event, data) => setDraft({ ...draft, [name]: data.value })}
          />
        </Field>
      ))}
    </AskDialog>
  );
}

interface CountryProps {
  readonly draft: ContactDraft;
  readonly set: (draft: ContactDraft) => void;
}

function CountryField({ draft, set }: CountryProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const named = COUNTRIES.map((code) => [code, formats.country(code)] as const).toSorted(
    ([, one], [, other]) => one.localeCompare(other),
  );
  return (
    <Field label={t('help.fields.country')}>
      <Select value={draft.country} onChange={(_event, data) => set({ ...draft, country: data.value })}>
        <option value="*">{t('help.elsewhere')}</option>
        {named.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
