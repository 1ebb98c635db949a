import type { Connection, Helpfulness, Mood, CheckIn } from '../check-in.ts';
import type { Confidential } from '../confidential.ts';
import type { CheckInId, PairingId, PersonId } from '../ids.ts';
import type { Asked } from '../silence.ts';

export interface CheckInReads {
  byId(id: CheckInId): Promise<CheckIn | null>;
  /** The person's own, newest first. Never call this for somebody else. */
  ofPerson(person: PersonId, limit: number): Promise<readonly CheckIn[]>;
  nextOf(person: PersonId, after: Date): Promise<CheckIn | null>;
  /** Weeks already planned for a pairing and person. */
  plannedWeeks(pairing: PairingId, person: PersonId): Promise<readonly number[]>;
  /** When someone of the pairing last said that they connected or plan to. */
  lastConnectedAt(pairing: PairingId): Promise<Date | null>;
  /** When each side was asked and when it answered, for the detection of silence; never what. In order of week. */
  asked(pairing: PairingId): Promise<readonly Asked[]>;
}

export interface CheckInWrites {
  /** Inserts if absent: unique on pairing, person and week. */
  plan(
    checkIn: Pick<CheckIn, 'id' | 'programmeId' | 'pairingId' | 'personId' | 'week' | 'dueAt'>,
  ): Promise<void>;
  setMood(id: CheckInId, mood: Confidential<Mood>, at: Date): Promise<void>;
  setConnected(id: CheckInId, connected: Connection, at: Date): Promise<void>;
  setHelped(id: CheckInId, helped: Confidential<Helpfulness>, at: Date): Promise<void>;
}
