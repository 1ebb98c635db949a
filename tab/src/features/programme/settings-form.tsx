import { Button, Divider, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgrammeOverview } from '../../../../bot/api/contract.ts';
import { follow } from '../../api/follow.ts';
import { useNotice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useChangeSettings } from './programme-api.ts';
import { draftOf, readDraft } from './settings-draft.ts';
import { FigureField, LearningField, ListField, ModeField } from './settings-fields.tsx';
import { SettingsConflict } from './settings-conflict.tsx';
import { WeightSuggestions } from './weight-suggestions.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXL },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    gap: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
    alignItems: 'start',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface Props {
  readonly programme: ProgrammeOverview;
  /** Begins the form anew with what holds now. */
  readonly renew: () => void;
}

/** The programme's rules. What was typed stays, even when somebody else has saved meanwhile. */
export function SettingsForm({ programme, renew }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [base] = useState(programme);
  const [draft, setDraft] = useState(() => draftOf(programme.settings));
  const change = useChangeSettings(programme.id);
  const say = useNotice();
  const { settings, problems } = readDraft(draft);
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(base.settings));
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(problems).length > 0 || change.isPending) return;
    follow(change, { version: base.version, settings }, () => {
      renew();
      say(t('settings.saved'));
    });
  };
  const field = { draft, set: setDraft, problems };
  return (
    <Section title={t('settings.title')} description={t('settings.body')}>
      <form className={styles.form} onSubmit={save} noValidate>
        <ModeField {...field} />
        <div className={styles.fields}>
          <FigureField name="stepsMin" {...field} />
          <FigureField name="stepsMax" {...field} />
          <FigureField name="commonHours" {...field} />
          <FigureField name="cooldownWeeks" {...field} />
          <FigureField name="proposalWorkingDays" {...field} />
        </div>
        <Divider alignContent="start">{t('settings.groups.walk')}</Divider>
        <div className={styles.fields}>
          <FigureField name="pairingWeeks" {...field} />
          <ListField name="checkInWeeks" {...field} />
          <ListField name="nudgeDays" {...field} />
          <FigureField name="closeDays" {...field} />
        </div>
        <Divider alignContent="start">{t('settings.groups.weights')}</Divider>
        <div className={styles.fields}>
          <FigureField name="experience" {...field} />
          <FigureField name="skill" {...field} />
          <FigureField name="step" {...field} />
          <FigureField name="hours" {...field} />
          <FigureField name="otherDepartment" {...field} />
        </div>
        <LearningField {...field} />
        {base.settings.learning && (
          <WeightSuggestions programme={programme} take={(weights) => setDraft({ ...draft, ...weights })} />
        )}
        <SettingsConflict programme={programme} base={base.version} error={change.error} restart={renew} />
        <div className={styles.buttons}>
          <Button
            type="submit"
            appearance="primary"
            disabled={!changed || Object.keys(problems).length > 0}
            disabledFocusable={change.isPending}
          >
            {t('common.save')}
          </Button>
          <Button type="button" disabled={!changed} onClick={renew}>
            {t('settings.undo')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
