import type { Selectable } from 'kysely';
import type { ProposalId } from '../core/ids.ts';
import type { Proposal } from '../core/round.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { fromJson, groupBy, toJson } from './json.ts';
import { inChunks, insertRows } from './portable.ts';
import type { ProposalPeopleTable, ProposalsTable } from './schema/rounds.ts';

type ProposalRow = Omit<Selectable<ProposalsTable>, 'closedAt'>;
type SideRow = Selectable<ProposalPeopleTable>;

export const PROPOSAL_COLUMNS = [
  'proposals.id',
  'proposals.programmeId',
  'proposals.roundId',
  'proposals.kind',
  'proposals.state',
  'proposals.fit',
  'proposals.reasonsJson',
  'proposals.expiresAt',
  'proposals.createdAt',
] as const;

/** Completes proposals with their sides, in the order given. */
export async function withSides({ db }: ReadDb, rows: readonly ProposalRow[]): Promise<readonly Proposal[]> {
  const sides = await inChunks(
    rows.map((row) => row.id),
    (ids) =>
      db
        .selectFrom('proposalPeople')
        .where('proposalId', 'in', ids)
        .selectAll()
        .orderBy('proposalId')
        .orderBy('position')
        .execute(),
  );
  const byProposal = groupBy(sides, (side): ProposalId => side.proposalId);
  return rows.map((row) => proposalOf(row, byProposal.get(row.id) ?? []));
}

function proposalOf(row: ProposalRow, sides: readonly SideRow[]): Proposal {
  const { reasonsJson, ...rest } = row;
  return {
    ...rest,
    sides: sides.map(({ personId, role, answer }) => ({ personId, role, answer })),
    reasons: fromJson(reasonsJson),
  };
}

/** Inserts proposals and their sides in bulk. */
export async function insertProposals(store: WriteDb, proposals: readonly Proposal[]): Promise<void> {
  const rows = proposals.map((proposal): ProposalsTable => ({
    id: proposal.id,
    programmeId: proposal.programmeId,
    roundId: proposal.roundId,
    kind: proposal.kind,
    state: proposal.state,
    fit: proposal.fit,
    reasonsJson: toJson(proposal.reasons),
    expiresAt: proposal.expiresAt,
    createdAt: proposal.createdAt,
    closedAt: null,
  }));
  await insertRows(store, 'proposals', rows);
  const sides = proposals.flatMap((proposal) =>
    proposal.sides.map((side, position): ProposalPeopleTable => ({
      proposalId: proposal.id,
      position,
      personId: side.personId,
      role: side.role,
      answer: side.answer,
      answeredAt: null,
    })),
  );
  await insertRows(store, 'proposalPeople', sides);
}
