import { z } from 'zod';
import type { Answered } from '../actions/answer-proposal.ts';
import { answerProposal } from '../actions/answer-proposal.ts';
import type { ProposalId } from '../core/ids.ts';
import { asId } from '../core/ids.ts';
import type { Message } from '../core/ports/messaging.ts';
import { Refusal } from '../core/refusal.ts';
import type { Answer, Pairing, Proposal } from '../core/round.ts';
import { clockOf } from '../core/working-time.ts';
import { introductionCard } from './cards/introduction.ts';
import { answeredCard } from './cards/proposal.ts';
import type { PersonTurn, Press, Route, Routes } from './route.ts';
import { replaceBy, route } from './route.ts';
import { pairingView } from './views.ts';

/** The three answers to a proposal. The last yes is answered by the introduction, right there. */
export const proposalRoutes: Routes = {
  'proposal.yes': answering('yes'),
  'proposal.not-this-one': answering('not-this-one'),
  'proposal.not-now': answering('not-now'),
};

function answering(answer: Answer): Route {
  return route(z.object({}), async (press) => replaceBy(await take(press, answer)));
}

async function take(press: Press<object>, answer: Answer): Promise<Message> {
  const proposalId = asId<ProposalId>(press.key.subject);
  try {
    const answered = await answerProposal(press.deps, { proposalId, personId: press.person.id, answer });
    return await afterwards(press, answered, answer);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Pressed on an old card, or on the tab's too: what holds now is said instead of a refusal.
    if (error.code === 'already-answered') return await asItStands(press, proposalId);
    if (error.code === 'proposal-closed') return answeredCard(lookOf(press, null), 'closed');
    throw error;
  }
}

async function afterwards(
  press: PersonTurn,
  { proposal, pairing }: Answered,
  answer: Answer,
): Promise<Message> {
  if (pairing !== null) return introduce(press, pairing);
  // The last yes came when a place had gone: everyone in it is looked after already.
  const said = proposal.state === 'withdrawn' ? 'closed' : answer;
  return answeredCard(lookOf(press, proposal.expiresAt), said);
}

async function introduce({ deps, person, locale }: PersonTurn, pairing: Pairing): Promise<Message> {
  const view = await pairingView(deps.store.reads, pairing, { person: person.id, locale, at: deps.now() });
  if (view === null) throw new Refusal('not-active');
  return introductionCard(view);
}

async function asItStands(press: PersonTurn, id: ProposalId): Promise<Message> {
  const { reads } = press.deps.store;
  const proposal = await reads.rounds.proposal(id);
  const mine = proposal?.sides.find(({ personId }) => personId === press.person.id);
  if (proposal === null || mine === undefined) throw new Refusal('not-found');
  if (proposal.state === 'accepted') {
    const current = await reads.pairings.currentOf(press.person.id);
    const pairing = current.find((one) => sameSides(one, proposal));
    if (pairing !== undefined) return introduce(press, pairing);
  }
  const declined = mine.answer !== null && mine.answer !== 'yes';
  const said = proposal.state === 'open' || declined ? mine.answer : null;
  return answeredCard(lookOf(press, proposal.expiresAt), said ?? 'closed');
}

function sameSides(pairing: Pairing, proposal: Proposal): boolean {
  const sides = new Set(proposal.sides.map(({ personId }) => personId));
  return pairing.people.length === sides.size && pairing.people.every(({ personId }) => sides.has(personId));
}

function lookOf({ locale, person, preferences }: PersonTurn, expiresAt: Date | null) {
  return { locale, timeZone: clockOf(person, preferences).timeZone, expiresAt };
}
