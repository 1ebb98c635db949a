import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupFigures } from '../../../bot/api/contract.ts';
import { useFormats } from '../words/formats.ts';

/** The period one looks at, the newest first; null where there is none yet. */
export function usePeriod(
  periods: readonly GroupFigures[],
): readonly [GroupFigures | null, (period: string) => void] {
  const [chosen, choose] = useState<string | null>(null);
  const newest = periods.toSorted((one, other) => other.period.localeCompare(one.period))[0] ?? null;
  return [periods.find((figures) => figures.period === chosen) ?? newest, choose];
}

interface Props {
  readonly periods: readonly GroupFigures[];
  readonly period: GroupFigures;
  readonly choose: (period: string) => void;
}

/** Whole calendar months only: two figures can never be subtracted to find a day. */
export function PeriodChooser({ periods, period, choose }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const newestFirst = periods.toSorted((one, other) => other.period.localeCompare(one.period));
  return (
    <Field label={t('figures.period')}>
      <Select value={period.period} onChange={(_event, data) => choose(data.value)}>
        {newestFirst.map((figures) => (
          <option key={figures.period} value={figures.period}>
            {formats.month(figures.period)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
