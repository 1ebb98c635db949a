import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { ProposalId, RoundId } from '../core/ids.ts';
import type { RoundReads, RoundWrites } from '../core/ports/rounds.ts';
import { Refusal } from '../core/refusal.ts';
import type { LeftOut, Proposal, Round, RoundCertificate } from '../core/round.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { fromJson, toJson } from './json.ts';
import { pool, poolOf } from './pool/pool.ts';
import { sharingTopics } from './pool/sharing-topics.ts';
import { changed, chunksOf, first, inChunks, ofFound, paged } from './portable.ts';
import { answerProposal } from './proposal-answer.ts';
import { correctionsOf, replaceCorrections } from './round-corrections.ts';
import { fillRound, redraft } from './round-drafts.ts';
import { keepHistory, keptHistories, roundHistory } from './round-history.ts';
import { insertProposals, PROPOSAL_COLUMNS, withSides } from './proposal-rows.ts';
import type { LeftOutTable, RoundsTable } from './schema/rounds.ts';

const ROUND_COLUMNS = [
  'id',
  'programmeId',
  'state',
  'settingsJson',
  'seed',
  'figuresJson',
  'createdBy',
  'createdAt',
  'sentAt',
] as const;

export function roundReads(store: ReadDb): RoundReads {
  const { db, engine } = store;
  const rounds = () => db.selectFrom('rounds').select(ROUND_COLUMNS);
  const leftOut = (round: RoundId) => db.selectFrom('leftOut').where('roundId', '=', round).selectAll();
  const proposals = () => db.selectFrom('proposals').select(PROPOSAL_COLUMNS);
  return {
    pool: (programme, query) => pool(store, programme, query),
    poolOf: (programme, people, query) => poolOf(store, programme, people, query),
    sharingTopics: (programme, side) => sharingTopics(store, programme, side),
    byId: async (id) => {
      const row = await rounds().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : roundOf(row);
    },
    certificate: async (id) => {
      const row = await db
        .selectFrom('rounds')
        .select('certificateJson')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.certificateJson == null ? null : fromJson<RoundCertificate>(row.certificateJson);
    },
    ofProgramme: async (programme, limit) => {
      const newest = rounds()
        .where('programmeId', '=', programme)
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc');
      return (await first(engine, newest, limit).execute()).map(roundOf);
    },
    leftOut: async (round, page) =>
      (await paged(engine, leftOut(round).orderBy('personId'), page).execute()).map(leftOutOf),
    leftOutPerson: async (round, person) => {
      const row = await leftOut(round).where('personId', '=', person).executeTakeFirst();
      return row === undefined ? null : leftOutOf(row);
    },
    history: (round, earlier) => roundHistory(store, round, earlier),
    histories: (ids) => keptHistories(store, ids),
    corrections: (round) => correctionsOf(store, round),
    proposal: (id) => proposal(store, id),
    proposalsOfRound: async (round, page) =>
      withSides(
        store,
        await paged(engine, proposals().where('roundId', '=', round).orderBy('id'), page).execute(),
      ),
    openProposalsOf: async (person) =>
      withSides(
        store,
        await proposals()
          .innerJoin('proposalPeople', 'proposalPeople.proposalId', 'proposals.id')
          .where('proposalPeople.personId', '=', person)
          .where('proposals.state', '=', 'open')
          .orderBy('proposals.createdAt')
          .orderBy('proposals.id')
          .execute(),
      ),
    proposalsExpiring: async (before, limit) => {
      const expiring = proposals()
        .where(sql<boolean>`proposals.state = 'open'`)
        .where('proposals.expiresAt', '<', before)
        .orderBy('proposals.expiresAt')
        .orderBy('proposals.id');
      return withSides(store, await first(engine, expiring, limit).execute());
    },
    saidNotNow: async (round, people) => {
      const rows = await inChunks(people, (some) =>
        db
          .selectFrom('proposalPeople')
          .innerJoin('proposals', 'proposals.id', 'proposalPeople.proposalId')
          .where('proposalPeople.personId', 'in', some)
          .where(ofFound(engine, 'proposals.roundId'), '=', round)
          .where('proposalPeople.answer', '=', 'not-now')
          .select('proposalPeople.personId')
          .distinct()
          .execute(),
      );
      return rows.map((row) => row.personId);
    },
  };
}

export function roundWrites(store: WriteDb): RoundWrites {
  const { db } = store;
  return {
    create: async (round, proposals, leftOut, certificate) => {
      await insertRound(store, round, certificate ?? null);
      await fillRound(store, round.id, { proposals, leftOut });
    },
    redraft: (round, proposals, leftOut, certificate) =>
      redraft(store, { round, certificate: certificate ?? null }, { proposals, leftOut }),
    setCorrections: (round, corrections, by, at) => replaceCorrections(store, round, { corrections, by, at }),
    setState: async (id, from, to, at) => {
      const result = await db
        .updateTable('rounds')
        .set(to === 'sent' ? { state: to, sentAt: at } : { state: to })
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirst();
      if (!changed(result)) throw new Refusal('round-already-sent');
    },
    openProposals: async (round, expiresAt) => {
      await db
        .updateTable('proposals')
        .set({ state: 'open', expiresAt })
        .where('roundId', '=', round)
        .where('state', '=', 'draft')
        .execute();
    },
    setExpiry: async (ids, expiresAt) => {
      for (const chunk of chunksOf(ids)) {
        await db.updateTable('proposals').set({ expiresAt }).where('id', 'in', chunk).execute();
      }
    },
    addProposal: (proposal) => insertProposals(store, [proposal]),
    keepHistory: (round, history) => keepHistory(store, round, history),
    answer: async (id, person, answer, at) => {
      await answerProposal(store, { id, person, answer, at });
      const answered = await proposal(store, id);
      if (answered === null) throw new Refusal('not-found');
      return answered;
    },
    close: async (id, to, at) => {
      const result = await db
        .updateTable('proposals')
        .set({ state: to, closedAt: at })
        .where('id', '=', id)
        .where('state', '=', 'open')
        .executeTakeFirst();
      if (!changed(result)) throw new Refusal('proposal-closed');
    },
  };
}

async function proposal(store: ReadDb, id: ProposalId): Promise<Proposal | null> {
  const rows = await store.db.selectFrom('proposals').select(PROPOSAL_COLUMNS).where('id', '=', id).execute();
  const [found] = await withSides(store, rows);
  return found ?? null;
}

async function insertRound(
  { db }: WriteDb,
  round: Round,
  certificate: RoundCertificate | null,
): Promise<void> {
  await db
    .insertInto('rounds')
    .values({
      id: round.id,
      programmeId: round.programmeId,
      state: round.state,
      settingsJson: toJson(round.settings),
      seed: round.seed,
      figuresJson: toJson(round.figures),
      certificateJson: certificate === null ? null : toJson(certificate),
      createdBy: round.createdBy,
      createdAt: round.createdAt,
      sentAt: round.sentAt,
      historyJson: null,
    })
    .execute();
}

function roundOf(row: Omit<Selectable<RoundsTable>, 'certificateJson' | 'historyJson'>): Round {
  const { settingsJson, figuresJson, ...rest } = row;
  return { ...rest, settings: fromJson(settingsJson), figures: fromJson(figuresJson) };
}

function leftOutOf(row: Selectable<LeftOutTable>): LeftOut {
  return {
    personId: row.personId,
    causes: fromJson(row.causesJson),
    remedies: fromJson(row.remediesJson),
  };
}
