import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Me, MySpace } from '../../../../bot/api/contract.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageSkeleton } from '../../ui/skeletons.tsx';
import { useFormats } from '../../words/formats.ts';
import { Greeting } from './greeting.tsx';
import { HoursSection } from './hours-section.tsx';
import { Invitation } from './invitation.tsx';
import { MoodSection } from './mood-section.tsx';
import { MyDataSection } from './my-data-section.tsx';
import { useMySpace } from './my-space-api.ts';
import { NextCheckIn } from './next-check-in.tsx';
import { PairingCard } from './pairing-card.tsx';
import { PauseBar } from './pause-bar.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { TakingPartSection } from './taking-part-section.tsx';
import { TopicsSection } from './topics-section.tsx';
import { WaitingCard } from './waiting-card.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 3fr)',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXL },
});

/** What is mine: who walks with me, what comes next, what I said, and what is kept about me. */
export function MySpaceView({ me }: { readonly me: Me }) {
  const query = useMySpace();
  return (
    <Loaded query={query} skeleton={<PageSkeleton />}>
      {(space) => <Space me={me} space={space} />}
    </Loaded>
  );
}

function Space({ me, space }: { readonly me: Me; readonly space: MySpace }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const lead = useLead(space);
  const joined = space.membership !== null && space.membership.state !== 'left';
  return (
    <>
      <Greeting
        title={t('mySpace.hello', { name: me.person.name.split(' ')[0] ?? me.person.name })}
        lead={lead}
      />
      <div className={styles.columns}>
        <div className={styles.column}>
          {space.membership?.state === 'paused' && <PauseBar membership={space.membership} />}
          <Walking me={me} space={space} joined={joined} />
          {joined && <MoodSection timeZone={space.preferences.timeZone} />}
        </div>
        <div className={styles.column}>
          {space.nextCheckInAt !== null && (
            <NextCheckIn at={space.nextCheckInAt} timeZone={space.preferences.timeZone} />
          )}
          {joined && <TopicsSection offers={space.offers} needs={space.needs} />}
          {space.membership && joined && <TakingPartSection membership={space.membership} />}
          <HoursSection preferences={space.preferences} />
          <MyDataSection />
        </div>
      </div>
    </>
  );
}

interface WalkingProps {
  readonly me: Me;
  readonly space: MySpace;
  readonly joined: boolean;
}

/** The people first: proposals that wait for an answer, then those one walks with, else why nobody yet. */
function Walking({ me, space, joined }: WalkingProps) {
  const { t } = useTranslation();
  if (!me.programme)
    return <EmptyState title={t('mySpace.noProgramme.title')} body={t('mySpace.noProgramme.body')} />;
  const together = space.pairings.filter((pairing) => pairing.state !== 'ended');
  const before = space.pairings.filter((pairing) => pairing.state === 'ended');
  const nobody = together.length === 0 && space.proposals.length === 0;
  return (
    <>
      {!joined && <Invitation programme={me.programme.name} returning={space.membership !== null} />}
      {space.proposals.map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} />
      ))}
      {together.map((pairing) => (
        <PairingCard key={pairing.id} pairing={pairing} />
      ))}
      {joined && nobody && <WaitingCard waiting={space.waiting} hasNeeds={space.needs.length > 0} />}
      {before.map((pairing) => (
        <PairingCard key={pairing.id} pairing={pairing} />
      ))}
    </>
  );
}

function useLead(space: MySpace): string {
  const { t } = useTranslation();
  const formats = useFormats();
  const names = space.pairings
    .filter((pairing) => pairing.state !== 'ended')
    .flatMap((pairing) => pairing.partners.map((partner) => partner.name));
  if (names.length > 0) return t('mySpace.lead.together', { names: formats.list(names) });
  if (space.proposals.some((proposal) => proposal.myAnswer === null)) return t('mySpace.lead.proposal');
  if (space.membership === null || space.membership.state === 'left') return t('mySpace.lead.outside');
  return t('mySpace.lead.waiting');
}
