import { Badge, Link, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundDetail } from '../../../../bot/api/contract.ts';
import { hashOf } from '../../shell/address.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { PageSkeleton } from '../../ui/skeletons.tsx';
import { Tiles } from '../../ui/tiles.tsx';
import { useFormats } from '../../words/formats.ts';
import { FitPicture } from './fit-picture.tsx';
import { LeftOutList } from './left-out-list.tsx';
import { PROPOSALS_PAGE, useRound } from './programme-api.ts';
import { ProposalList } from './proposal-list.tsx';
import { RoundActions } from './round-actions.tsx';
import { ROUND_BADGES } from './round-badges.ts';
import { RoundCorrections } from './round-corrections.tsx';
import { RoundOutlook } from './round-outlook.tsx';
import { RoundProof } from './round-proof.tsx';
import { RoundSince } from './round-since.tsx';
import { useDecide } from './use-decide.ts';

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXL },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  title: { margin: 0, flex: '1 1 200px' },
});

interface Props {
  readonly programme: string;
  readonly id: string;
}

/** One round, whole: what it would do or did, for whom, why, and for whom not. */
export function RoundPage({ programme, id }: Props) {
  const [offset, setOffset] = useState(0);
  const query = useRound(programme, id, { offset, limit: PROPOSALS_PAGE });
  return (
    <Loaded query={query} skeleton={<PageSkeleton />}>
      {(round) => <RoundView programme={programme} round={round} offset={offset} go={setOffset} />}
    </Loaded>
  );
}

interface ViewProps {
  readonly programme: string;
  readonly round: RoundDetail;
  readonly offset: number;
  readonly go: (offset: number) => void;
}

function RoundView({ programme, round, offset, go }: ViewProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  const { figures } = round;
  const decide = useDecide(programme, round.id);
  return (
    <div className={styles.stack}>
      <Link href={hashOf(['programme', 'rounds'])}>{t('rounds.all')}</Link>
      <div className={styles.head}>
        <Subtitle1 as="h2" className={styles.title}>
          {t('rounds.name', { day: formats.dayTime(round.createdAt) })}
        </Subtitle1>
        <Badge appearance="tint" size="large" color={ROUND_BADGES[round.state]}>
          {round.sentAt === null
            ? t(`roundState.${round.state}`)
            : t('rounds.sentOn', { day: formats.day(round.sentAt) })}
        </Badge>
      </div>
      {round.state === 'previewed' && <RoundActions programme={programme} round={round} />}
      <Section title={t('round.figures')}>
        <Tiles
          tiles={[
            [t('round.pool'), figures.pool],
            [t('round.seeking'), figures.peoplePaired + figures.leftOut],
            [t('round.paired'), figures.peoplePaired],
            [t('round.leftOut'), figures.leftOut],
          ]}
        />
        <RoundSince figures={figures} />
        <RoundProof figures={figures} />
      </Section>
      <FitPicture bands={figures.fitBands} />
      <RoundOutlook outlook={round.outlook} leftOut={figures.leftOut} open={round.state === 'previewed'} />
      {(round.state === 'previewed' || round.corrections.length > 0) && (
        <RoundCorrections programme={programme} round={round} decide={decide} />
      )}
      <ProposalList round={round} decide={decide} offset={offset} go={go} />
      <LeftOutList programme={programme} id={round.id} count={figures.leftOut} />
    </div>
  );
}
