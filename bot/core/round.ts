import type { PairingId, PersonId, ProgrammeId, ProposalId, RoundId, TopicId } from './ids.ts';
import type { ProgrammeSettings } from './programme.ts';

export const ROUND_STATES = ['previewed', 'sent', 'discarded'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

export const PAIRING_KINDS = ['mentoring', 'exchange', 'peers', 'trio', 'circle'] as const;
/** Mentor and mentee; two who mentor each other; two alike; three; three to five around one topic. */
export type PairingKind = (typeof PAIRING_KINDS)[number];

export const ROLES = ['mentor', 'mentee', 'peer'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Why two people are proposed, as facts for the catalogue: the words are made where they are shown.
 * `person` is whose side a reason speaks of, where it has one. Heaviest first.
 */
export type Reason =
  | {
      readonly kind: 'topic';
      readonly topic: TopicId;
      readonly mentor: PersonId;
      readonly mentee: PersonId;
      readonly weight: number;
    }
  | {
      readonly kind: 'step';
      readonly mentor: PersonId;
      readonly levels: number;
      readonly years: number;
      readonly weight: number;
    }
  | { readonly kind: 'hours'; readonly minutesPerDay: number; readonly weight: number }
  | { readonly kind: 'language'; readonly language: string; readonly weight: number }
  | { readonly kind: 'other-department'; readonly weight: number }
  | { readonly kind: 'shared-offer'; readonly topic: TopicId; readonly weight: number }
  | { readonly kind: 'shared-need'; readonly topic: TopicId; readonly weight: number }
  | { readonly kind: 'circle'; readonly topic: TopicId; readonly weight: number }
  | { readonly kind: 'waited'; readonly person: PersonId; readonly rounds: number; readonly weight: number };

export const PROPOSAL_STATES = ['draft', 'open', 'accepted', 'declined', 'expired', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const ANSWERS = ['yes', 'not-this-one', 'not-now'] as const;
export type Answer = (typeof ANSWERS)[number];

export interface ProposalSide {
  readonly personId: PersonId;
  readonly role: Role;
  readonly answer: Answer | null;
}

/** A pair or trio that a round suggests. Draft until the round is sent. */
export interface Proposal {
  readonly id: ProposalId;
  readonly programmeId: ProgrammeId;
  readonly roundId: RoundId;
  readonly kind: PairingKind;
  readonly state: ProposalState;
  readonly sides: readonly ProposalSide[];
  /** 0 to 1000. */
  readonly fit: number;
  readonly reasons: readonly Reason[];
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
}

/** One setting of one rule, as it is and as it would be. */
export interface RuleChange {
  readonly rule: string;
  readonly from: number;
  readonly to: number;
}

/** A change of settings under which `count` partners would fit; of two together where one alone is not enough. */
export interface Remedy extends RuleChange {
  readonly count: number;
  readonly also?: RuleChange;
}

/** Why someone has no proposal: how many possible partners each rule ruled out, and what would change it. */
export interface LeftOut {
  readonly personId: PersonId;
  readonly causes: readonly { readonly rule: string; readonly count: number }[];
  readonly remedies: readonly Remedy[];
}

/** One run of pairing over a programme, with what is needed to repeat and to explain it. */
export interface Round {
  readonly id: RoundId;
  readonly programmeId: ProgrammeId;
  readonly state: RoundState;
  readonly settings: ProgrammeSettings;
  readonly seed: number;
  readonly createdAt: Date;
  readonly createdBy: PersonId | null;
  readonly sentAt: Date | null;
  readonly figures: RoundFigures;
}

export const CORRECTION_KINDS = ['pin', 'forbid'] as const;
/** These two together; not these two. */
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** What a coordinator decided by hand about two people of a preview. */
export interface Correction {
  readonly kind: CorrectionKind;
  readonly people: readonly [PersonId, PersonId];
}

/** A rule that stands in the way of people who have nobody, and for how many of them it does so most of all. */
export interface Obstacle {
  readonly rule: string;
  readonly people: number;
}

/** One setting changed, everything else as it is, and how many more people would then have somebody. */
export interface SettingsChange extends RuleChange {
  readonly people: number;
}

/** How a preview differs from the one before it, under the same rules. */
export interface SinceLastLook {
  /** Of the proposals that there are now, how many there were not. */
  readonly changed: number;
  /** People who are met for the first time, or take part no more. */
  readonly people: number;
  /** Of the proposals that there were, how many are gone though everyone in them still takes part. */
  readonly parted: number;
}

export interface RoundFigures {
  /** Members who could have been paired. */
  readonly pool: number;
  readonly proposals: number;
  /** Of those who look for someone, how many have a proposal; the others are left out. */
  readonly peoplePaired: number;
  readonly leftOut: number;
  /** Proposals in which a hard rule does not hold, found by an independent check; anything but 0 is a fault. */
  readonly brokenRules: number;
  /** Ten equal bands of fit from 0 to 1000. */
  readonly fitBands: readonly number[];
  /** Most of those who look for someone that any set of proposals under the rules could pair, where it was proven. */
  readonly maximum: number | null;
  /**
   * By what share at most the total shortfall of fit could be less with as many paired, over every pair that the
   * rules admit; 0 is proven best. Missing where it is not proven.
   */
  readonly gap?: number;
  /**
   * Time ran out, and this is the best so far: by what share at most the total shortfall could be less with as many
   * paired over these pairs, all or those at hand; `gap` null where not even that is known.
   */
  readonly stopped?: { readonly over: 'all' | 'at-hand'; readonly gap: number | null };
  /**
   * Mentors who are the one best fit of more people than they have places for. Missing where nobody guides anybody,
   * where time ran out, and in rounds of earlier versions.
   */
  readonly wanted?: number;
  /** How a preview differs from the one before it, under the same rules; missing in the first. */
  readonly since?: SinceLastLook;
  /** What stands in the way of those left out, most of them first; missing in rounds of earlier versions. */
  readonly obstacles?: readonly Obstacle[];
  /** The smallest changes that would help, each solved anew; missing where the company is too large to try them at once. */
  readonly changes?: readonly SettingsChange[];
}

/** What was computed and proven with a round, kept with it. It names nobody, so that nobody has to be taken out of it. */
export interface RoundCertificate {
  /**
   * Pairs that were looked at one by one: in a small round all that topics, levels, hours and languages admit; in a
   * large one those that could be among the best of somebody.
   */
  readonly candidates: number;
  /** What all pairs lack, in squares of a thousandth of fit: the sum that was made least. */
  readonly shortfall: number;
  /** No set of as many pairs lacks less than this; null where nothing is proven. */
  readonly bound: number | null;
  /** The bound speaks of the pairs at hand only: time ran out, or they are many peers. */
  readonly over?: 'at-hand';
}

export const PAIRING_STATES = ['active', 'quiet', 'ended'] as const;
export type PairingState = (typeof PAIRING_STATES)[number];

/** An accepted relationship. Quiet is silence only: no check-in of either side was answered for a while. */
export interface Pairing {
  readonly id: PairingId;
  readonly programmeId: ProgrammeId;
  readonly kind: PairingKind;
  readonly state: PairingState;
  readonly people: readonly { readonly personId: PersonId; readonly role: Role }[];
  readonly startedAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | null;
  readonly reasons: readonly Reason[];
}
