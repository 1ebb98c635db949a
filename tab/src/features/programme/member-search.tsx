import {
  Body1,
  Button,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  SearchBox,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../../bot/api/contract.ts';
import { LIMITS } from '../../../../bot/core/limits.ts';
import { PersonLine } from '../../ui/person-line.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { useMembersNamed } from './rounds-api.ts';

const useStyles = makeStyles({
  search: { width: '100%', maxWidth: 'none', boxSizing: 'border-box' },
  found: { display: 'grid', gap: tokens.spacingVerticalXS },
  chosen: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});

interface Props {
  readonly programme: string;
  readonly label: string;
  readonly chosen: PersonCard | null;
  readonly choose: (person: PersonCard | null) => void;
}

/** Finds one member by name. */
export function MemberSearch({ programme, label, chosen, choose }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const found = useMembersNamed(programme, useSettled(typed.trim()));
  const people = found.data?.rows ?? [];
  if (chosen !== null) {
    return (
      <Field label={label}>
        <div className={styles.chosen}>
          <PersonLine person={chosen} size={28} />
          <Button size="small" onClick={() => choose(null)}>
            {t('round.corrections.other')}
          </Button>
        </div>
      </Field>
    );
  }
  const shown = typed.trim() === '' ? [] : people;
  return (
    <>
      <Field label={label}>
        <SearchBox
          className={styles.search}
          maxLength={LIMITS.nameLength}
          value={typed}
          onChange={(_event, data) => setTyped(data.value)}
        />
      </Field>
      <div aria-live="polite">
        {shown.length > 0 && (
          <RadioGroup
            className={styles.found}
            aria-label={label}
            value=""
            onChange={(_event, data) => choose(shown.find((one) => one.id === data.value) ?? null)}
          >
            {shown.map((person) => (
              <Radio key={person.id} value={person.id} label={<PersonLine person={person} size={28} />} />
            ))}
          </RadioGroup>
        )}
        {typed.trim() !== '' && found.isSuccess && people.length === 0 && (
          <Body1>{t('people.nothing.title')}</Body1>
        )}
      </div>
    </>
  );
}
