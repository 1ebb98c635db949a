import { Field, Input, Radio, RadioGroup, Select, Switch } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MembershipBody } from '../../../../bot/api/contract.ts';
import { LIMITS } from '../../../../bot/core/limits.ts';
import { follow } from '../../api/follow.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { useNotice } from '../../ui/notice.tsx';
import { useChangeMembership } from './my-space-api.ts';
import type { Membership } from './my-space-api.ts';

const RHYTHMS = ['weekly', 'fortnightly', 'monthly'] as const satisfies readonly Membership['rhythm'][];
const STATES = ['joined', 'paused', 'left'] as const satisfies readonly Membership['state'][];
const CAPACITIES = Array.from({ length: LIMITS.mentorCapacity + 1 }, (_none, count) => count);

interface Props {
  readonly membership: Membership;
  readonly close: () => void;
}

/** Everything about taking part in one form; leaving is one choice among the others and needs no reason. */
export function TakingPartDialog({ membership, close }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(membership);
  const change = useChangeMembership();
  const say = useNotice();
  const set = (part: Partial<Membership>) => setDraft({ ...draft, ...part });
  const save = () =>
    follow(change, bodyOf(draft), () => {
      close();
      say(t('mySpace.takingPart.saved'));
    });
  return (
    <AskDialog
      open
      close={close}
      title={t('mySpace.takingPart.title')}
      confirm={t('common.save')}
      onConfirm={save}
      busy={change.isPending}
      error={change.error}
    >
      <StateFields draft={draft} set={set} />
      <Field label={t('mySpace.takingPart.rhythm')}>
        <RadioGroup
          value={draft.rhythm}
          onChange={(_event, data) =>
            set({ rhythm: RHYTHMS.find((rhythm) => rhythm === data.value) ?? draft.rhythm })
          }
        >
          {RHYTHMS.map((rhythm) => (
            <Radio key={rhythm} value={rhythm} label={t(`rhythm.${rhythm}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t('mySpace.takingPart.capacity')} hint={t('mySpace.takingPart.capacityHint')}>
        <Select
          value={draft.mentorCapacity}
          onChange={(_event, data) => set({ mentorCapacity: Number(data.value) })}
        >
          {CAPACITIES.map((count) => (
            <option key={count} value={count}>
              {t('mySpace.takingPart.guides', { count })}
            </option>
          ))}
        </Select>
      </Field>
      <Field hint={t('mySpace.takingPart.visibleHint')}>
        <Switch
          label={t('mySpace.takingPart.visibleSwitch')}
          checked={draft.visibleToManager}
          onChange={(_event, data) => set({ visibleToManager: data.checked })}
        />
      </Field>
    </AskDialog>
  );
}

interface FieldsProps {
  readonly draft: Membership;
  readonly set: (part: Partial<Membership>) => void;
}

function StateFields({ draft, set }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t('mySpace.takingPart.state')}>
        <RadioGroup
          value={draft.state}
          onChange={(_event, data) =>
            set({ state: STATES.find((state) => state === data.value) ?? draft.state })
          }
        >
          {STATES.map((state) => (
            <Radio key={state} value={state} label={t(`mySpace.takingPart.states.${state}`)} />
          ))}
        </RadioGroup>
      </Field>
      {draft.state === 'paused' && (
        <Field label={t('mySpace.takingPart.until')} hint={t('mySpace.takingPart.untilHint')}>
          <Input
            type="date"
            value={draft.pausedUntil ?? ''}
            onChange={(_event, data) => set({ pausedUntil: data.value === '' ? null : data.value })}
          />
        </Field>
      )}
    </>
  );
}

function bodyOf(draft: Membership): MembershipBody {
  return { ...draft, pausedUntil: draft.state === 'paused' ? draft.pausedUntil : null };
}
