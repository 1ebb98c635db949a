import type { RoundId } from '../core/ids.ts';
import { Refusal } from '../core/refusal.ts';
import type { LeftOut, Proposal, Round, RoundCertificate } from '../core/round.ts';
import type { WriteDb } from './db.ts';
import { toJson } from './json.ts';
import { changed, insertRows } from './portable.ts';
import { insertProposals } from './proposal-rows.ts';
import type { LeftOutTable } from './schema/rounds.ts';

interface Content {
  readonly proposals: readonly Proposal[];
  readonly leftOut: readonly LeftOut[];
}

/** Whom a round proposes and whom it leaves out. */
export async function fillRound(
  store: WriteDb,
  roundId: RoundId,
  { proposals, leftOut }: Content,
): Promise<void> {
  await insertProposals(store, proposals);
  const rows = leftOut.map((one): LeftOutTable => ({
    roundId,
    personId: one.personId,
    causesJson: toJson(one.causes),
    remediesJson: toJson(one.remedies),
  }));
  await insertRows(store, 'leftOut', rows);
}

/**
 * Puts other proposals in the place of a preview's, which nobody has heard of yet.
 * @throws Refusal 'round-already-sent'
 */
export async function redraft(
  store: WriteDb,
  { round, certificate }: { round: Round; certificate: RoundCertificate | null },
  content: Content,
): Promise<void> {
  const { db } = store;
  const result = await db
    .updateTable('rounds')
    .set({
      figuresJson: toJson(round.figures),
      certificateJson: certificate === null ? null : toJson(certificate),
    })
    .where('id', '=', round.id)
    .where('state', '=', 'previewed')
    .executeTakeFirst();
  if (!changed(result)) throw new Refusal('round-already-sent');
  const drafts = db.selectFrom('proposals').where('roundId', '=', round.id).select('id');
  await db.deleteFrom('proposalPeople').where('proposalId', 'in', drafts).execute();
  await db.deleteFrom('proposals').where('roundId', '=', round.id).execute();
  await db.deleteFrom('leftOut').where('roundId', '=', round.id).execute();
  await fillRound(store, round.id, content);
}
