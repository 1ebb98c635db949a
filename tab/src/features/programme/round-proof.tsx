import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Lightbulb20Regular } from '@fluentui/react-icons/svg/lightbulb';
import { Warning20Filled } from '@fluentui/react-icons/svg/warning';
import { useTranslation } from 'react-i18next';
import type { RoundRow } from '../../../../bot/api/contract.ts';
import { useFormats } from '../../words/formats.ts';

const useStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  good: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  bad: { color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
  hint: { color: tokens.colorBrandForeground1, flexShrink: 0 },
});

/** What was checked of a round: no rule broken, whether anyone more could have been paired, and who is wanted most. */
export function RoundProof({ figures }: Pick<RoundRow, 'figures'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { brokenRules, maximum, peoplePaired, gap, stopped, wanted = 0 } = figures;
  return (
    <>
      <Line mark={brokenRules === 0 ? 'good' : 'bad'}>
        {brokenRules === 0 ? t('round.rulesHold') : t('round.rulesBroken', { count: brokenRules })}
      </Line>
      {maximum !== null && (
        <Line mark={peoplePaired >= maximum ? 'good' : 'bad'}>
          {peoplePaired >= maximum
            ? t('round.mostPossible')
            : t('round.lessThanPossible', { count: maximum, maximum: formats.number(maximum) })}
        </Line>
      )}
      {stopped !== undefined && (
        <Line mark="bad">
          {`${t('round.stopped.title')} ${stopped.gap === null ? '' : t(`round.stopped.${stopped.over}`, { gap: formats.share(stopped.gap) })}`.trim()}
        </Line>
      )}
      {gap !== undefined && (
        <Line mark="good">
          {gap === 0 ? t('round.bestFit') : t('round.nearBestFit', { gap: formats.share(gap) })}
        </Line>
      )}
      {wanted > 0 && <Line mark="hint">{t('round.wanted', { count: wanted })}</Line>}
    </>
  );
}

const MARKS = { good: CheckmarkCircle20Filled, bad: Warning20Filled, hint: Lightbulb20Regular } as const;

function Line({ mark, children }: { readonly mark: keyof typeof MARKS; readonly children: string }) {
  const styles = useStyles();
  const Mark = MARKS[mark];
  return (
    <div className={styles.line}>
      <Mark className={styles[mark]} aria-hidden="true" />
      <Body1>{children}</Body1>
    </div>
  );
}
