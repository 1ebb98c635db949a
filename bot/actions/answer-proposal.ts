import type { Deps } from '../core/deps.ts';
import type { PairingId, PersonId, ProposalId } from '../core/ids.ts';
import { asId } from '../core/ids.ts';
import type { Writes } from '../core/ports/store.ts';
import { Refusal } from '../core/refusal.ts';
import type { Answer, Pairing, Proposal } from '../core/round.ts';
import { moveOn } from './move-on.ts';
import { tellOf } from './tell-of.ts';

const WEEK_MS = 7 * 86_400_000;

interface ProposalAnswer {
  readonly proposalId: ProposalId;
  readonly personId: PersonId;
  readonly answer: Answer;
}

/** The proposal as it stands after the answer, and the pairing when that was the last yes. */
export interface Answered {
  readonly proposal: Proposal;
  readonly pairing: Pairing | null;
}

/**
 * Takes one side's answer. The last yes makes the pairing; any no closes the proposal and goes on to the next best,
 * telling nobody who said it or why. "Not now" leaves the person out until the next round.
 * @throws Refusal 'not-found', 'already-answered', 'proposal-closed' or 'no-capacity'
 */
export async function answerProposal(deps: Deps, input: ProposalAnswer): Promise<Answered> {
  try {
    return await deps.store.transaction((tx) => answer(deps, tx, input));
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'no-capacity' || error.code === 'not-a-member')) {
      await withdraw(deps, input.proposalId);
      throw new Refusal('no-capacity');
    }
    throw error;
  }
}

async function answer(deps: Deps, tx: Writes, input: ProposalAnswer): Promise<Answered> {
  const { proposalId, personId } = input;
  const before = await tx.rounds.proposal(proposalId);
  if (before === null || before.state === 'draft') throw new Refusal('not-found');
  const proposal = await tx.rounds.answer(proposalId, personId, input.answer, deps.now());
  if (input.answer !== 'yes') {
    const others = proposal.sides.map((side) => side.personId).filter((id) => id !== personId);
    const willing = input.answer === 'not-now' ? others : [...others, personId];
    await moveOn(deps, tx, { proposal, to: 'declined', by: personId, willing });
    return { proposal: { ...proposal, state: 'declined' }, pairing: null };
  }
  if (proposal.sides.some((side) => side.answer !== 'yes')) return { proposal, pairing: null };
  return { proposal: { ...proposal, state: 'accepted' }, pairing: await begin(deps, tx, proposal, personId) };
}

async function begin(deps: Deps, tx: Writes, proposal: Proposal, last: PersonId): Promise<Pairing> {
  const programme = await tx.programmes.byId(proposal.programmeId);
  if (programme === null) throw new Refusal('not-found');
  await tx.rounds.close(proposal.id, 'accepted', deps.now());
  const startedAt = deps.now();
  const pairing: Pairing = {
    id: asId<PairingId>(deps.newId()),
    programmeId: programme.id,
    kind: proposal.kind,
    state: 'active',
    people: proposal.sides.map(({ personId, role }) => ({ personId, role })),
    startedAt,
    endsAt: new Date(startedAt.getTime() + programme.settings.pairingWeeks * WEEK_MS),
    endedAt: null,
    reasons: proposal.reasons,
  };
  await tx.pairings.start(pairing, proposal.id);
  const seekers = pairing.people.filter((side) => side.role !== 'mentor').map((side) => side.personId);
  await tx.members.countWaiting(programme.id, [], seekers);
  // Whoever answers right now is introduced in the answer itself.
  const others = pairing.people.filter((side) => side.personId !== last);
  const introductions = others.map(({ personId }) =>
    tellOf(deps, programme, {
      personId,
      kind: 'introduction',
      period: `pairing:${pairing.id}`,
      subjectId: pairing.id,
      expiresAt: new Date(startedAt.getTime() + WEEK_MS),
    }),
  );
  await tx.occurrences.plan(introductions);
  return pairing;
}

/** A place that both were promised has gone: the proposal cannot come about, whoever says yes to it. */
async function withdraw(deps: Deps, id: ProposalId): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const proposal = await tx.rounds.proposal(id);
    if (proposal?.state !== 'open') return;
    const willing = proposal.sides.map((side) => side.personId);
    await moveOn(deps, tx, { proposal, to: 'withdrawn', by: null, willing });
  });
}
