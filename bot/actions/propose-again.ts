import type { Deps } from '../core/deps.ts';
import type { PersonId, ProposalId } from '../core/ids.ts';
import { asId } from '../core/ids.ts';
import { nextBest } from '../core/pairing/warm/next-best.ts';
import { StandBy } from '../core/pairing/warm/stand-by.ts';
import type { PairingInput, Suggestion } from '../core/pairing/input.ts';
import { circleAgain } from '../core/pairing/warm/circle-again.ts';
import { proposalExpiry } from '../core/pairing/proposal-expiry.ts';
import type { PoolMember } from '../core/ports/rounds.ts';
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
  if (round.settings.mode === 'circles')
    return askRemaining(deps, tx, { round, programme, proposal, willing });
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

/** Looked at together, those who share most first. */
const AT_ONCE = 1000;

/** Proposes one person to the best who is still free; in large companies, to the best of those who share most topics. */
export async function proposeNext(
  deps: Deps,
  tx: Writes,
  { round, programme, side }: Search,
): Promise<'proposed' | 'nobody' | 'not-looking'> {
  const sharing = await tx.rounds.sharingTopics(programme.id, side);
  for (let from = 0; from === 0 || from < sharing.length; from += AT_ONCE) {
    const people = [side.personId, ...sharing.slice(from, from + AT_ONCE)];
    const input = await loadWilling(deps, tx, { round, programme }, people);
    const { members } = input.pool;
    const person = members.find((member) => member.personId === side.personId);
    if (person === undefined || (side.role !== 'mentor' && person.freeAsMentee === 0)) return 'not-looking';
    const suggestion = nextBest(new StandBy(input), side);
    if (suggestion === null) continue;
    await propose(deps, tx, { round, programme, members, suggestion });
    return 'proposed';
  }
  return 'nobody';
}

/** Those of these people who take part now and have a place, but for those who said "not now" in this round. */
async function loadWilling(
  deps: Deps,
  tx: Writes,
  { round, programme }: Pick<Search, 'round' | 'programme'>,
  people: readonly PersonId[],
): Promise<PairingInput> {
  const input = await loadRoundInput(deps, tx, programme, round, people);
  const away = new Set(
    await tx.rounds.saidNotNow(
      round.id,
      input.pool.members.map((member) => member.personId),
    ),
  );
  const members = input.pool.members.filter((member) => !away.has(member.personId));
  return { ...input, pool: { ...input.pool, members } };
}

/** Those of a circle who did not say no are asked again as a smaller one, if three remain; the others have waited. */
async function askRemaining(
  deps: Deps,
  tx: Writes,
  { round, programme, proposal, willing }: Pick<Search, 'round' | 'programme'> & FellThrough,
): Promise<void> {
  const saidNo = new Set(
    proposal.sides.flatMap(({ personId, answer }) => (answer === null || answer === 'yes' ? [] : [personId])),
  );
  const asked = willing.map((side) => side.personId);
  const input = await loadWilling(deps, tx, { round, programme }, asked);
  const { members } = input.pool;
  const free = members.filter((member) => member.freeAsMentee > 0).map((member) => member.personId);
  const suggestion = circleAgain(
    input,
    asked.filter((id) => free.includes(id) && !saidNo.has(id)),
  );
  if (suggestion !== null) await propose(deps, tx, { round, programme, members, suggestion });
  const found = new Set(suggestion?.sides.map((side) => side.personId));
  const waiting = asked.filter((id) => free.includes(id) && !found.has(id));
  await tx.members.countWaiting(programme.id, waiting, []);
}

interface Again extends Pick<Search, 'round' | 'programme'> {
  readonly members: readonly PoolMember[];
  readonly suggestion: Suggestion;
}

async function propose(
  deps: Deps,
  tx: Writes,
  { round, programme, members, suggestion }: Again,
): Promise<void> {
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
}
