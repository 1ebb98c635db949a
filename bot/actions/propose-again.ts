import type { Deps } from '../core/deps.ts';
import type { ProposalId } from '../core/ids.ts';
import { asId } from '../core/ids.ts';
import { nextBest } from '../core/pairing/warm/next-best.ts';
import { StandBy } from '../core/pairing/warm/stand-by.ts';
import { proposalExpiry } from '../core/pairing/proposal-expiry.ts';
import type { Writes } from '../core/ports/store.ts';
import type { Programme } from '../core/programme.ts';
import type { Proposal, ProposalSide, Round } from '../core/round.ts';
import { loadRoundInput } from './load-pairing-input.ts';
import { tellOfProposals } from './tell-of.ts';

interface FellThrough {
  readonly proposal: Proposal;
  /** Its sides who would meet somebody else. */
  readonly willing: readonly Pick<ProposalSide, 'personId' | 'role'>[];
}

/**
 * Proposes each of these to the best who is still free, by the rules of the same round; whoever said "not now" in it
 * is left alone. For whom there is nobody, the next round counts that they waited.
 */
export async function proposeAgain(
  deps: Deps,
  tx: Writes,
  { proposal, willing }: FellThrough,
): Promise<void> {
  const round = await tx.rounds.byId(proposal.roundId);
  const programme = await tx.programmes.byId(proposal.programmeId);
  if (round === null || programme === null || programme.state !== 'running') return;
  for (const side of seekersFirst(willing)) {
    const outcome = await proposeNext(deps, tx, { round, programme, side });
    if (outcome === 'nobody' && side.role !== 'mentor') {
      await tx.members.countWaiting(programme.id, [side.personId], []);
    }
  }
}

const seekersFirst = (sides: FellThrough['willing']): FellThrough['willing'] =>
  sides.toSorted((a, b) => Number(a.role === 'mentor') - Number(b.role === 'mentor'));

interface Search {
  readonly round: Round;
  readonly programme: Programme;
  readonly side: FellThrough['willing'][number];
}

async function proposeNext(
  deps: Deps,
  tx: Writes,
  { round, programme, side }: Search,
): Promise<'proposed' | 'nobody' | 'not-looking'> {
  const input = await loadRoundInput(deps, tx, programme, round);
  const away = new Set(await tx.rounds.saidNotNow(round.id));
  const members = input.pool.members.filter((member) => !away.has(member.personId));
  const person = members.find((member) => member.personId === side.personId);
  if (person === undefined || (side.role !== 'mentor' && person.freeAsMentee === 0)) return 'not-looking';
  const suggestion = nextBest(new StandBy({ ...input, pool: { ...input.pool, members } }), side);
  if (suggestion === null) return 'nobody';
  const clocks = members.filter((member) =>
    suggestion.sides.some(({ personId }) => personId === member.personId),
  );
  const proposal: Proposal = {
    ...suggestion,
    id: asId<ProposalId>(deps.newId()),
    programmeId: programme.id,
    roundId: round.id,
    state: 'open',
    sides: suggestion.sides.map((one) => ({ ...one, answer: null })),
    expiresAt: proposalExpiry(deps.now(), clocks, round.settings.proposalWorkingDays),
    createdAt: deps.now(),
  };
  await tx.rounds.addProposal(proposal);
  await tx.occurrences.plan(tellOfProposals(deps, programme, [proposal]));
  return 'proposed';
}
