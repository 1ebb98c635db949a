import type { ProgrammeId, TenantId } from './ids.ts';

export const PROGRAMME_STATES = ['draft', 'running', 'closed'] as const;
export type ProgrammeState = (typeof PROGRAMME_STATES)[number];

export const PAIRING_MODES = ['mentoring', 'peers', 'circles'] as const;
export type PairingMode = (typeof PAIRING_MODES)[number];

/** What a coordinator can set. Figures with a source are explained in docs/programme.md. */
export interface ProgrammeSettings {
  readonly mode: PairingMode;
  /** How many levels the mentor may be ahead of the mentee, inclusive. */
  readonly stepsAhead: { readonly min: number; readonly max: number };
  /** Hours that both work at the same time, on a common working day. */
  readonly commonHours: number;
  /** Weeks before two people may be paired again. */
  readonly cooldownWeeks: number;
  /** How long a pairing lasts before it is renewed or ends. */
  readonly pairingWeeks: number;
  /** Weeks of a pairing in which the bot checks in; nine in the first 90 days by default. */
  readonly checkInWeeks: readonly number[];
  /** Working days before a proposal that is not answered goes on to the next person. */
  readonly proposalWorkingDays: number;
  /** Days of silence before a nudge, and before the offer to close. */
  readonly silence: { readonly nudgeDays: readonly number[]; readonly closeDays: number };
  /** What a need met by an offer is worth, by kind, and what a small step and common hours add. Whole numbers. */
  readonly weights: {
    readonly experience: number;
    readonly skill: number;
    readonly step: number;
    readonly hours: number;
    readonly otherDepartment: number;
  };
  /** Whether the answers of many may suggest other weights to the coordinators. */
  readonly learning: boolean;
}

export const DEFAULT_SETTINGS: ProgrammeSettings = {
  mode: 'mentoring',
  stepsAhead: { min: 0, max: 2 },
  commonHours: 3,
  cooldownWeeks: 12,
  pairingWeeks: 12,
  checkInWeeks: [1, 2, 3, 4, 5, 6, 8, 10, 12],
  proposalWorkingDays: 5,
  silence: { nudgeDays: [5, 12], closeDays: 30 },
  weights: { experience: 300, skill: 100, step: 150, hours: 100, otherDepartment: 50 },
  learning: false,
};

/** Whom to call, in one country: a person of the company or a line, with its hours in plain words. */
export interface HelpContact {
  /** ISO 3166-1 alpha-2, or `*` for everywhere else. */
  readonly country: string;
  readonly name: string;
  readonly phone: string;
  readonly url: string | null;
  readonly hours: string;
  /** What to dial when somebody is in danger. */
  readonly emergency: string;
}

export interface Programme {
  readonly id: ProgrammeId;
  readonly tenantId: TenantId;
  readonly name: string;
  readonly state: ProgrammeState;
  readonly settings: ProgrammeSettings;
  readonly helpContacts: readonly HelpContact[];
  readonly startedAt: Date | null;
  /** Grows with each change; a change against an older version is refused. */
  readonly version: number;
}
