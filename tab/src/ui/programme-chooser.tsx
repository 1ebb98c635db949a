import { Field, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../bot/api/contract.ts';

interface Props {
  readonly programmes: Me['coordinates'];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

/** Which programme to look at; nothing where there is but one. */
export function ProgrammeChooser({ programmes, chosen, choose }: Props) {
  const { t } = useTranslation();
  if (programmes.length < 2) return null;
  return (
    <Field label={t('programme.choose')}>
      <Select value={chosen} onChange={(_event, data) => choose(data.value)}>
        {programmes.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
