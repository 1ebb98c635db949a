import type { Confidential } from './confidential.ts';
import type { CheckInId, PairingId, PersonId, ProgrammeId } from './ids.ts';

export const MOODS = [1, 2, 3, 4, 5] as const;
/** 1 is a hard day, 5 a very good one. Never leaves its person except in bands of at least ten people. */
export type Mood = (typeof MOODS)[number];

export const CONNECTIONS = ['yes', 'planned', 'not-yet', 'rather-not'] as const;
export type Connection = (typeof CONNECTIONS)[number];

export const HELPFULNESS = [1, 2, 3, 4, 5] as const;
export type Helpfulness = (typeof HELPFULNESS)[number];

/** The bot's three taps for one person, one pairing and one week of it. Mood and help are sealed in the store. */
export interface CheckIn {
  readonly id: CheckInId;
  readonly programmeId: ProgrammeId;
  readonly pairingId: PairingId;
  readonly personId: PersonId;
  /** Week of the pairing, from 1. */
  readonly week: number;
  readonly dueAt: Date;
  readonly mood: Confidential<Mood> | null;
  readonly connected: Connection | null;
  readonly helped: Confidential<Helpfulness> | null;
  readonly answeredAt: Date | null;
}
