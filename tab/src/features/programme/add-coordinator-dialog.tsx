import { Body1, Field, makeStyles, Radio, RadioGroup, SearchBox, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../../bot/api/contract.ts';
import { LIMITS } from '../../../../bot/core/limits.ts';
import { follow } from '../../api/follow.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { useNotice } from '../../ui/notice.tsx';
import { PersonLine } from '../../ui/person-line.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { useAppoint, useColleagues } from './oversight-api.ts';

const useStyles = makeStyles({
  search: { width: '100%', maxWidth: 'none', boxSizing: 'border-box' },
  found: { display: 'grid', gap: tokens.spacingVerticalXS },
});

interface Props {
  readonly programme: string;
  readonly close: () => void;
}

/** Finds a colleague by name and gives them the running of the programme. */
export function AddCoordinatorDialog({ programme, close }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const say = useNotice();
  const [typed, setTyped] = useState('');
  const [chosen, choose] = useState<PersonCard | null>(null);
  const found = useColleagues(programme, useSettled(typed.trim()));
  const appoint = useAppoint(programme, 'addCoordinator');
  const people = typed.trim() === '' ? [] : (found.data?.rows ?? []);
  const confirm = () => {
    if (chosen === null) return;
    follow(appoint, { personId: chosen.id }, () => {
      close();
      say(t('coordinators.added', { name: chosen.name }));
    });
  };
  return (
    <AskDialog
      open
      close={close}
      title={t('coordinators.add')}
      confirm={
        chosen === null ? t('coordinators.confirm') : t('coordinators.confirmName', { name: chosen.name })
      }
      onConfirm={confirm}
      blocked={chosen === null}
      busy={appoint.isPending}
      error={appoint.error ?? found.error}
    >
      <Body1>{t('coordinators.addBody')}</Body1>
      <Field label={t('coordinators.search')}>
        <SearchBox
          className={styles.search}
          maxLength={LIMITS.nameLength}
          value={typed}
          onChange={(_event, data) => {
            setTyped(data.value);
            choose(null);
          }}
        />
      </Field>
      <div aria-live="polite">
        {people.length > 0 && (
          <RadioGroup
            className={styles.found}
            aria-label={t('coordinators.found')}
            value={chosen?.id ?? ''}
            onChange={(_event, data) => choose(people.find((one) => one.id === data.value) ?? null)}
          >
            {people.map((person) => (
              <Radio key={person.id} value={person.id} label={<PersonLine person={person} size={28} />} />
            ))}
          </RadioGroup>
        )}
        {typed.trim() !== '' && found.isSuccess && people.length === 0 && (
          <Body1>{t('people.nothing.title')}</Body1>
        )}
      </div>
    </AskDialog>
  );
}
