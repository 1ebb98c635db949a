import { Field, Input, Radio, RadioGroup, Switch } from '@fluentui/react-components';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { FIGURES, LISTS } from './settings-draft.ts';
import type { FigureName, ListName, Problems, SettingsDraft } from './settings-draft.ts';

const MODES = ['mentoring', 'peers', 'circles'] as const satisfies readonly SettingsDraft['mode'][];

/** What to say where a figure contradicts another one. */
const ORDER: Partial<Record<FigureName, ParseKeys>> = {
  stepsMax: 'settings.problem.steps',
  closeDays: 'settings.problem.close',
  experience: 'settings.problem.weights',
};

interface Props {
  readonly draft: SettingsDraft;
  readonly set: (draft: SettingsDraft) => void;
  readonly problems: Problems;
}

export function ModeField({ draft, set }: Props) {
  const { t } = useTranslation();
  return (
    <Field label={t('settings.mode.label')}>
      <RadioGroup
        value={draft.mode}
        onChange={(_event, data) =>
          set({ ...draft, mode: MODES.find((mode) => mode === data.value) ?? draft.mode })
        }
      >
        {MODES.map((mode) => (
          <Radio key={mode} value={mode} label={t(`settings.mode.${mode}`)} />
        ))}
      </RadioGroup>
    </Field>
  );
}

/** One whole number between its ends. */
export function FigureField({ name, draft, set, problems }: Props & { readonly name: FigureName }) {
  const { t } = useTranslation();
  const { min, max } = FIGURES[name];
  const words = {
    range: t('settings.problem.range', { min, max }),
    order: t(ORDER[name] ?? 'settings.problem.steps'),
  };
  const problem = problems[name];
  return (
    <Field
      label={t(`settings.fields.${name}.label`)}
      hint={t(`settings.fields.${name}.hint`)}
      {...(problem ? { validationMessage: words[problem] } : {})}
    >
      <Input
        type="number"
        min={min}
        max={max}
        value={draft[name]}
        onChange={(_event, data) => set({ ...draft, [name]: data.value })}
      />
    </Field>
  );
}

/** Several whole numbers, with commas between them. */
export function ListField({ name, draft, set, problems }: Props & { readonly name: ListName }) {
  const { t } = useTranslation();
  const { each, count } = LISTS[name];
  const words = {
    range: t('settings.problem.list', { min: each.min, max: each.max, most: count.max }),
    order: t('settings.problem.checkIns'),
  };
  const problem = problems[name];
  return (
    <Field
      label={t(`settings.fields.${name}.label`)}
      hint={t(`settings.fields.${name}.hint`)}
      {...(problem ? { validationMessage: words[problem] } : {})}
    >
      <Input value={draft[name]} onChange={(_event, data) => set({ ...draft, [name]: data.value })} />
    </Field>
  );
}

/** Whether answers may suggest weights: off until somebody wants it. */
export function LearningField({ draft, set }: Props) {
  const { t } = useTranslation();
  return (
    <Field hint={t('learning.hint')}>
      <Switch
        label={t('learning.switch')}
        checked={draft.learning}
        onChange={(_event, data) => set({ ...draft, learning: data.checked })}
      />
    </Field>
  );
}
