import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgrammeOverview } from '../../../../bot/api/contract.ts';
import { ProblemPanel } from '../../ui/problem-panel.tsx';

interface Props {
  readonly programme: ProgrammeOverview;
  /** The version that the form began with. */
  readonly base: number;
  readonly error: unknown;
  readonly restart: () => void;
}

/** After a refusal the newest version is read: if it is newer than ours, somebody else was faster. */
export function SettingsConflict({ programme, base, error, restart }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  useEffect(() => {
    if (error) void queries.invalidateQueries({ queryKey: ['programme', programme.id, 'overview'] });
  }, [error, queries, programme.id]);
  if (!error) return null;
  if (programme.version <= base) return <ProblemPanel error={error} />;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('settings.conflict.title')}</MessageBarTitle>
        {t('settings.conflict.body')}
      </MessageBarBody>
      <MessageBarActions>
        <Button type="button" onClick={restart}>
          {t('settings.conflict.load')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
