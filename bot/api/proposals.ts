import { answerProposal as answer } from '../actions/answer-proposal.ts';
import { route } from './route.ts';
import { answerBody } from './schemas.ts';

/** What the others answered is never told: my space shows what has become of it. */
export const answerProposal = route({
  may: 'answer-proposal',
  of: 'proposal',
  body: answerBody,
  handle: async ({ deps, person, subject, body }) => {
    await answer(deps, { proposalId: subject.id, personId: person.id, answer: body.answer });
  },
});
