import type { OccurrenceId, PersonId, ProgrammeId, TenantId } from './ids.ts';

export const OCCURRENCE_KINDS = [
  'proposal', // subject: the proposal
  'introduction', // subject: the pairing
  'proposal-moved-on', // subject: the proposal that is closed; never says why
  'left-out', // subject: the round
  'check-in', // subject: the check-in
  'nudge', // subject: the pairing
  'close-offer', // subject: the pairing
  'pairing-ended', // subject: the pairing
  'welcome-back', // subject: the programme; a pause has ended
] as const;
export type OccurrenceKind = (typeof OCCURRENCE_KINDS)[number];

/**
 * Kinds that answer something the person has just done. They keep to working hours like all others,
 * but do not use up the one proactive message of a day.
 */
export const REPLIES: ReadonlySet<OccurrenceKind> = new Set([
  'introduction',
  'proposal-moved-on',
  'pairing-ended',
]);

export const OCCURRENCE_STATES = [
  'due',
  'claimed',
  'sending',
  'sent',
  'undeliverable',
  'unknown',
  'cancelled',
  'expired',
] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];

/** One thing to say to one person once, for one reason and period. It names its subject and holds no words. */
export interface Occurrence {
  readonly id: OccurrenceId;
  readonly tenantId: TenantId;
  readonly programmeId: ProgrammeId;
  readonly personId: PersonId;
  readonly kind: OccurrenceKind;
  /** Unique with programme, person and kind: a second insert changes nothing. */
  readonly period: string;
  readonly subjectId: string;
  readonly state: OccurrenceState;
  readonly dueAt: Date;
  readonly expiresAt: Date;
  readonly attempts: number;
  readonly fence: number;
}
