import { Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { follow } from '../../api/follow.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { useNotice } from '../../ui/notice.tsx';
import { useFormats } from '../../words/formats.ts';
import { LANGUAGES } from '../../words/words.ts';
import { clockOf, endMinuteOf, minuteOf } from './clock.ts';
import { LanguagesField } from './languages-field.tsx';
import { useChangePreferences } from './my-space-api.ts';
import type { MyPreferences } from './my-space-api.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const ZONES = Intl.supportedValuesOf('timeZone');

const useStyles = makeStyles({
  days: { display: 'flex', flexWrap: 'wrap' },
  hours: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  group: { border: 0, margin: 0, padding: 0, minWidth: 0 },
});

interface Props {
  readonly preferences: MyPreferences;
  readonly close: () => void;
}

/** My hours, my zone, my languages. */
export function HoursDialog({ preferences, close }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(preferences);
  const change = useChangePreferences();
  const say = useNotice();
  const set = (part: Partial<MyPreferences>) => setDraft({ ...draft, ...part });
  const empty = draft.endMinute <= draft.startMinute;
  const save = () =>
    follow(change, draft, () => {
      close();
      say(t('mySpace.hours.saved'));
    });
  return (
    <AskDialog
      open
      close={close}
      title={t('mySpace.hours.title')}
      confirm={t('common.save')}
      onConfirm={save}
      busy={change.isPending}
      blocked={empty || draft.days.length === 0 || draft.languages.length === 0}
      error={change.error}
    >
      <HoursFields draft={draft} set={set} />
      <Field label={t('mySpace.hours.zone')}>
        <Select value={draft.timeZone} onChange={(_event, data) => set({ timeZone: data.value })}>
          {!ZONES.includes(draft.timeZone) && <option>{draft.timeZone}</option>}
          {ZONES.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
      </Field>
      <LanguagesField languages={draft.languages} setLanguages={(languages) => set({ languages })} />
      <Field label={t('mySpace.hours.locale')}>
        <Select
          value={draft.locale}
          onChange={(_event, data) =>
            set({ locale: LANGUAGES.find((known) => known === data.value) ?? draft.locale })
          }
        >
          {LANGUAGES.map((language) => (
            <option key={language} value={language}>
              {t(`locale.${language}`)}
            </option>
          ))}
        </Select>
      </Field>
    </AskDialog>
  );
}

interface FieldsProps {
  readonly draft: MyPreferences;
  readonly set: (part: Partial<MyPreferences>) => void;
}

function HoursFields({ draft, set }: FieldsProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  const toggle = (day: number, on: boolean) =>
    set({
      days: on
        ? [...draft.days, day].toSorted((one, other) => one - other)
        : draft.days.filter((has) => has !== day),
    });
  const backwards = draft.endMinute <= draft.startMinute;
  return (
    <>
      <fieldset className={styles.group}>
        <legend>{t('mySpace.hours.days')}</legend>
        <div className={styles.days}>
          {WEEKDAYS.map((day) => (
            <Checkbox
              key={day}
              label={formats.weekday(day)}
              checked={draft.days.includes(day)}
              onChange={(_event, data) => toggle(day, data.checked === true)}
            />
          ))}
        </div>
      </fieldset>
      <div className={styles.hours}>
        <Field label={t('mySpace.hours.from')}>
          <Input
            type="time"
            value={clockOf(draft.startMinute)}
            onChange={(_event, data) => set({ startMinute: minuteOf(data.value) ?? draft.startMinute })}
          />
        </Field>
        <Field
          label={t('mySpace.hours.to')}
          {...(backwards ? { validationMessage: t('mySpace.hours.backwards') } : {})}
        >
          <Input
            type="time"
            value={clockOf(draft.endMinute)}
            onChange={(_event, data) => set({ endMinute: endMinuteOf(data.value) ?? draft.endMinute })}
          />
        </Field>
      </div>
    </>
  );
}
