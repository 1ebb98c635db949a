import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Warning20Filled } from '@fluentui/react-icons/svg/warning';
import { useTranslation } from 'react-i18next';
import type { RoundRow } from '../../../../bot/api/contract.ts';
import { useFormats } from '../../words/formats.ts';

const useStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  good: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  bad: { color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
});

/** What was checked of a round: no rule broken, and whether anyone more could have been paired. */
export function RoundProof({ figures }: Pick<RoundRow, 'figures'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { brokenRules, maximum, peoplePaired, gap, stopped } = figures;
  return (
    <>
      <Line good={brokenRules === 0}>
        {brokenRules === 0 ? t('round.rulesHold') : t('round.rulesBroken', { count: brokenRules })}
      </Line>
      {maximum !== null && (
        <Line good={peoplePaired >= maximum}>
          {peoplePaired >= maximum
            ? t('round.mostPossible')
            : t('round.lessThanPossible', { count: maximum, maximum: formats.number(maximum) })}
        </Line>
      )}
      {stopped !== undefined && (
        <Line good={false}>
          {`${t('round.stopped.title')} ${stopped.gap === null ? '' : t(`round.stopped.${stopped.over}`, { gap: formats.share(stopped.gap) })}`.trim()}
        </Line>
      )}
      {gap !== undefined && (
        <Line good>
          {gap === 0 ? t('round.bestFit') : t('round.nearBestFit', { gap: formats.share(gap) })}
        </Line>
      )}
    </>
  );
}

function Line({ good, children }: { readonly good: boolean; readonly children: string }) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      {good ? (
        <CheckmarkCircle20Filled className={styles.good} aria-hidden="true" />
      ) : (
        <Warning20Filled className={styles.bad} aria-hidden="true" />
      )}
      <Body1>{children}</Body1>
    </div>
  );
}
