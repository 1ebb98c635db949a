import type { PersonId, ProposalId } from '../core/ids.ts';
import { Refusal } from '../core/refusal.ts';
import type { Answer } from '../core/round.ts';
import type { WriteDb } from './db.ts';
import { changed } from './portable.ts';

/**
 * Writes one side's answer by compare and set. The proposal's own row is written first, which makes the
 * answers of all sides wait for each other: the second of two who say yes at once sees the yes of the first.
 * @throws Refusal 'already-answered', 'proposal-closed', or 'not-found' for someone who is no side of it.
 */
export async function answerProposal(
  { db }: WriteDb,
  { id, person, answer, at }: { id: ProposalId; person: PersonId; answer: Answer; at: Date },
): Promise<void> {
  const open = await db
    .updateTable('proposals')
    .set({ state: 'open' })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where((eb) => eb.or([eb('expiresAt', 'is', null), eb('expiresAt', '>', at)]))
    .executeTakeFirst();
  const side = await db
    .selectFrom('proposalPeople')
    .where('proposalId', '=', id)
    .where('personId', '=', person)
    .select('answer')
    .executeTakeFirst();
  if (side === undefined) throw new Refusal('not-found');
  if (side.answer !== null) throw new Refusal('already-answered');
  if (!changed(open)) throw new Refusal('proposal-closed');
  const answered = await db
    .updateTable('proposalPeople')
    .set({ answer, answeredAt: at })
    .where('proposalId', '=', id)
    .where('personId', '=', person)
    .where('answer', 'is', null)
    .executeTakeFirst();
  if (!changed(answered)) throw new Refusal('already-answered');
}
