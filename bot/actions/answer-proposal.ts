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
 * telling nobody who said it or why. "Not now" leaves the person out until the next round. Where the last yes finds
 * that a place has gone meanwhile, the proposal comes back `withdrawn` and everyone in it goes on to the next best:
 * not a refusal, since that would undo it.
 * @throws Refusal 'not-found', 'already-answered' or 'proposal-closed'
 */
export async function answerProposal(deps: Deps, input: ProposalAnswer): Promise<Answered> {
  return deps.store.transaction(async (tx) => {
    const before = await tx.rounds.proposal(input.proposalId);
    if (before === null || before.state === 'draft') throw new Refusal('not-found');
    const proposal = await tx.rounds.answer(input.proposalId, input.personId, input.answer, deps.now());
    if (input.answer !== 'yes') return decline(deps, tx, proposal, input);
    if (proposal.sides.some((side) => side.answer !== 'yes')) return { proposal, pairing: null };
    return accept(deps, tx, proposal, input.personId);
  });
}

async function decline(
  deps: Deps,
  tx: Writes,
  proposal: Proposal,
  { personId, answer }: ProposalAnswer,
): Promise<Answered> {
  const everyone = proposal.sides.map((side) => side.personId);
  const willing = everyone.filter((id) => id !== personId || answer === 'not-this-one');
  await moveOn(deps, tx, { proposal, to: 'declined', by: personId, willing });
  return { proposal: { ...proposal, state: 'declined' }, pairing: null };
}

async function accept(deps: Deps, tx: Writes, proposal: Proposal, last: PersonId): Promise<Answered> {
  try {
    const pairing = await begin(deps, tx, proposal, last);
    return { proposal: { ...proposal, state: 'accepted' }, pairing };
  } catch (error) {
    const isFull = error instanceof Refusal && ['no-capacity', 'not-a-member'].includes(error.code);
    if (!isFull) throw error;
    const willing = proposal.sides.map((side) => side.personId);
    await moveOn(deps, tx, { proposal, to: 'withdrawn', by: last, willing });
    return { proposal: { ...proposal, state: 'withdrawn' }, pairing: null };
  }
}

/** @throws Refusal 'no-capacity' or 'not-a-member', before anything is written. */
async function begin(deps: Deps, tx: Writes, proposal: Proposal, last: PersonId): Promise<Pairing> {
  const programme = await tx.programmes.byId(proposal.programmeId);
  if (programme === null) throw new Refusal('not-found');
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
  await tx.rounds.close(proposal.id, 'accepted', deps.now());
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
