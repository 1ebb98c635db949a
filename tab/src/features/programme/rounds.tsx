import { Badge, Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useTranslation } from 'react-i18next';
import type { ProgrammeOverview, RoundRow } from '../../../../bot/api/contract.ts';
import { follow } from '../../api/follow.ts';
import { goTo, hashOf } from '../../shell/address.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { ProblemPanel } from '../../ui/problem-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { useFormats } from '../../words/formats.ts';
import { OverTime } from './over-time.tsx';
import { usePreviewRound, useRounds } from './programme-api.ts';
import { ROUND_BADGES } from './round-badges.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  words: { display: 'grid', flex: '1 1 200px', minWidth: 0 },
  quiet: { color: 'inherit' },
});

/** Every round so far, and the way to look at the next one before anybody hears of it. */
export function Rounds({ programme }: { readonly programme: ProgrammeOverview }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const query = useRounds(programme.id);
  const { preview, callOff } = usePreviewRound(programme.id);
  const look = () => follow(preview, undefined, (round) => goTo('programme', 'rounds', round.id));
  const running = programme.state === 'running';
  return (
    <div className={styles.stack}>
      <Section
        title={t('rounds.title')}
        description={running ? t('rounds.body') : t('rounds.notRunning')}
        action={
          <div className={styles.buttons}>
            {preview.isPending ? (
              <Button onClick={callOff}>{t('rounds.callOff')}</Button>
            ) : (
              <Button disabled={!running} onClick={() => goTo('programme', 'rounds', 'compare')}>
                {t('rounds.compare')}
              </Button>
            )}
            <Button
              appearance="primary"
              onClick={look}
              disabled={!running}
              disabledFocusable={preview.isPending}
            >
              {preview.isPending ? t('rounds.previewing') : t('rounds.preview')}
            </Button>
          </div>
        }
      >
        {preview.isError && <ProblemPanel error={preview.error} />}
        <Loaded query={query} skeleton={<RowsSkeleton rows={4} />}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState title={t('rounds.empty.title')} body={t('rounds.empty.body')} />
            ) : (
              <RoundList rows={rows} />
            )
          }
        </Loaded>
      </Section>
      <OverTime programme={programme.id} />
    </div>
  );
}

function RoundList({ rows }: { readonly rows: readonly RoundRow[] }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  return (
    <ul className={styles.list}>
      {rows.map((round) => (
        <li key={round.id}>
          <a className={styles.row} href={hashOf(['programme', 'rounds', round.id])}>
            <span className={styles.words}>
              <Text weight="semibold">{t('rounds.name', { day: formats.dayTime(round.createdAt) })}</Text>
              <Caption1 className={styles.quiet}>
                {t('rounds.summary', {
                  paired: formats.number(round.figures.peoplePaired),
                  seeking: formats.number(round.figures.peoplePaired + round.figures.leftOut),
                })}
              </Caption1>
            </span>
            <Badge appearance="tint" color={ROUND_BADGES[round.state]}>
              {t(`roundState.${round.state}`)}
            </Badge>
            <ChevronRight20Regular aria-hidden="true" />
          </a>
        </li>
      ))}
    </ul>
  );
}
