import type { TopicId } from '../ids.ts';
import type { TopicKind } from '../person.ts';
import type { PairingPool } from '../ports/rounds.ts';
import type { ProgrammeSettings } from '../programme.ts';
import type { LeftOut, Proposal, ProposalSide, RoundCertificate, RoundFigures } from '../round.ts';
import type { Together } from './compare.ts';
import type { PackedPool } from './packed-pool.ts';

/** Everything that a round is computed from. Can be handed to a worker as it is; the same input gives the same result. */
export interface PairingInput {
  readonly pool: PairingPool;
  readonly settings: ProgrammeSettings;
  /** Kind of each topic of the company; one that is missing counts as a skill. */
  readonly kinds: ReadonlyMap<TopicId, TopicKind>;
  /** Minutes ahead of UTC on the round's date, by IANA name. The core has no zone database. */
  readonly zoneOffsets: ReadonlyMap<string, number>;
  /** Decides between equally good results. Stored with the round. */
  readonly seed: number;
  /** Who was together when this round was last looked at: they stay so unless it costs too much (kept.ts). */
  readonly earlier?: readonly Together[];
}

/** The same as `PairingInput`, of people in columns. */
export type RoundInput = Omit<PairingInput, 'pool'> & { readonly pool: PackedPool };

/** A proposal before it has an id. */
export type Suggestion = Pick<Proposal, 'kind' | 'fit' | 'reasons'> & {
  readonly sides: readonly Omit<ProposalSide, 'answer'>[];
};

export interface PairingResult {
  readonly suggestions: readonly Suggestion[];
  readonly leftOut: readonly LeftOut[];
  readonly figures: RoundFigures;
  readonly certificate?: RoundCertificate;
}
