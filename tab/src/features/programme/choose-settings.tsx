import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ProgrammeOverview } from '../../../../bot/api/contract.ts';
import { follow } from '../../api/follow.ts';
import { goTo } from '../../shell/address.ts';
import { useNotice } from '../../ui/notice.tsx';
import { ProblemPanel } from '../../ui/problem-panel.tsx';
import { useChangeSettings, usePreviewRound } from './programme-api.ts';
import type { Settings } from './settings-draft.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

interface Props {
  readonly programme: ProgrammeOverview;
  readonly settings: Settings;
}

/** The only way from a comparison to the programme: the rules are changed, and a round is previewed under them. */
export function ChooseSettings({ programme, settings }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const say = useNotice();
  const change = useChangeSettings(programme.id);
  const { preview } = usePreviewRound(programme.id);
  const isSame = JSON.stringify(settings) === JSON.stringify(programme.settings);
  const busy = change.isPending || preview.isPending;
  const choose = () =>
    follow(change, { version: programme.version, settings }, () => {
      say(t('compare.chosen'));
      follow(preview, undefined, (round) => goTo('programme', 'rounds', round.id));
    });
  if (isSame) return <Body1>{t('compare.same')}</Body1>;
  return (
    <>
      <div className={styles.row}>
        <Button appearance="primary" onClick={choose} disabledFocusable={busy}>
          {t('compare.choose')}
        </Button>
        <Body1>{t('compare.unsaved')}</Body1>
      </div>
      {change.isError && <ProblemPanel error={change.error} />}
      {preview.isError && <ProblemPanel error={preview.error} />}
    </>
  );
}
