import type { PairingKind, RoundCertificate, RoundFigures } from '../round.ts';
import type { PreparedMember } from './prepare.ts';

/** A pair or trio before it has words: in `mentoring` the first is the mentor and the second the mentee. */
export interface Matched {
  readonly kind: PairingKind;
  readonly members: readonly PreparedMember[];
}

/** What a way of matching gives: who is together, and the most that the rules allow where that was proven. */
export interface Matching {
  readonly matched: readonly Matched[];
  readonly alone: readonly PreparedMember[];
  readonly seeking: number;
  readonly maximum: number | null;
  /** The share of the total shortfall by which it could be less at most, where that was proven. */
  readonly gap?: number;
  readonly stopped?: RoundFigures['stopped'];
  readonly certificate?: RoundCertificate;
  readonly wanted?: RoundFigures['wanted'];
}
