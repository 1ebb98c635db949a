import type { PersonId, ProgrammeId, ProposalId, RoundId, TopicId } from '../ids.ts';
import type { Level, WorkingHours } from '../person.ts';
import type {
  Answer,
  Correction,
  LeftOut,
  Proposal,
  ProposalSide,
  ProposalState,
  Round,
  RoundCertificate,
  RoundState,
} from '../round.ts';
import type { RoundFairness } from '../views/fairness.ts';

/** A member as pairing sees them: what the rules need and nothing else. */
export interface PoolMember {
  readonly personId: PersonId;
  readonly level: Level;
  readonly yearsExperience: number;
  readonly department: string;
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly hours: WorkingHours;
  readonly offers: readonly TopicId[];
  readonly needs: readonly TopicId[];
  /** Free places as a mentor: capacity less active pairings and open proposals. */
  readonly freeAsMentor: number;
  /** 1 when this member looks for a mentor and has none now, else 0. */
  readonly freeAsMentee: number;
  readonly roundsWaited: number;
  /** Pairings of the last half year in which this member guided somebody; none where it is missing. */
  readonly guidedLately?: number;
}

export interface PairingPool {
  /** Joined, not paused on `day`, not left, not on leave. In order of person id. */
  readonly members: readonly PoolMember[];
  /** Manager of everyone of the tenant who has one; the reporting line is followed here. */
  readonly managerOf: ReadonlyMap<PersonId, PersonId>;
  /** Pairs within the cooldown or on a do-not-pair list of either side, each once. */
  readonly forbidden: readonly (readonly [PersonId, PersonId])[];
}

/** How a round treated those whom earlier rounds had left out, paired or asked; see views/fairness.ts. */
export type RoundHistory = Pick<
  RoundFairness,
  'waitedAgain' | 'waitedAndFound' | 'repeats' | 'mentors' | 'mentorsAgain' | 'mostOfOne'
>;

/** As of when a pool is read. */
export interface PoolQuery {
  /** A break that ends on it is over. */
  readonly day: string;
  readonly cooldownSince: Date;
  readonly guidedSince: Date;
}

export interface RoundReads {
  pool(programme: ProgrammeId, query: PoolQuery): Promise<PairingPool>;
  /**
   * The same pool as far as these people go: of them those with a place free, the lines above them, and who of them may
   * not be paired with whom.
   */
  poolOf(programme: ProgrammeId, people: readonly PersonId[], query: PoolQuery): Promise<PairingPool>;
  /**
   * With whom somebody in this role shares a topic, those who share most first; whether they have a place is not asked.
   * Of a topic that thousands hold, the nearest two thousand in the order of ids: each person has others near them.
   */
  sharingTopics(
    programme: ProgrammeId,
    side: Pick<ProposalSide, 'personId' | 'role'>,
  ): Promise<readonly PersonId[]>;
  byId(id: RoundId): Promise<Round | null>;
  /** What was proven with a round; null where nothing was kept. */
  certificate(id: RoundId): Promise<RoundCertificate | null>;
  ofProgramme(programme: ProgrammeId, limit: number): Promise<readonly Round[]>;
  leftOut(round: RoundId, page: { offset: number; limit: number }): Promise<readonly LeftOut[]>;
  leftOutPerson(round: RoundId, person: PersonId): Promise<LeftOut | null>;
  /** Counts what a round did, over all of it: once, when it is sent. `last` is the round before, `cooldown` those within the cooldown. */
  history(
    round: RoundId,
    earlier: { readonly last: RoundId | null; readonly cooldown: readonly RoundId[] },
  ): Promise<RoundHistory>;
  /** What was kept of these rounds when they were sent. */
  histories(rounds: readonly RoundId[]): Promise<ReadonlyMap<RoundId, RoundHistory>>;
  /** What was decided by hand about this round, in the order in which it was decided. */
  corrections(round: RoundId): Promise<readonly Correction[]>;
  proposal(id: ProposalId): Promise<Proposal | null>;
  proposalsOfRound(round: RoundId, page: { offset: number; limit: number }): Promise<readonly Proposal[]>;
  openProposalsOf(person: PersonId): Promise<readonly Proposal[]>;
  proposalsExpiring(before: Date, limit: number): Promise<readonly Proposal[]>;
  /** Who of these answered a proposal of this round with "not now", and so is left alone until the next. */
  saidNotNow(round: RoundId, people: readonly PersonId[]): Promise<readonly PersonId[]>;
}

export interface RoundWrites {
  create(
    round: Round,
    proposals: readonly Proposal[],
    leftOut: readonly LeftOut[],
    certificate?: RoundCertificate,
  ): Promise<void>;
  /** @throws Refusal 'round-already-sent' unless the round is in `from`. */
  setState(id: RoundId, from: RoundState, to: RoundState, at: Date): Promise<void>;
  /** What this preview would do, anew. @throws Refusal 'round-already-sent' when it is no preview any more. */
  redraft(
    round: Round,
    proposals: readonly Proposal[],
    leftOut: readonly LeftOut[],
    certificate?: RoundCertificate,
  ): Promise<void>;
  setCorrections(
    round: RoundId,
    corrections: readonly Correction[],
    by: PersonId | null,
    at: Date,
  ): Promise<void>;
  openProposals(round: RoundId, expiresAt: Date): Promise<void>;
  /** Until when these may be answered, where it differs from the rest of their round. */
  setExpiry(ids: readonly ProposalId[], expiresAt: Date): Promise<void>;
  addProposal(proposal: Proposal): Promise<void>;
  keepHistory(round: RoundId, history: RoundHistory): Promise<void>;
  /** Compare and set. @throws Refusal 'already-answered' or 'proposal-closed'. */
  answer(id: ProposalId, person: PersonId, answer: Answer, at: Date): Promise<Proposal>;
  /** Compare and set from open. @throws Refusal 'proposal-closed'. */
  close(id: ProposalId, to: Exclude<ProposalState, 'draft' | 'open'>, at: Date): Promise<void>;
}
