import type { PairingId, PersonId, ProgrammeId, ProposalId } from '../ids.ts';
import type { Pairing, PairingKind, PairingState } from '../round.ts';

export interface PairingReads {
  byId(id: PairingId): Promise<Pairing | null>;
  /** Active and quiet ones, newest first. */
  currentOf(person: PersonId): Promise<readonly Pairing[]>;
  ofPerson(person: PersonId): Promise<readonly Pairing[]>;
  page(
    programme: ProgrammeId,
    query: { state: PairingState | null; offset: number; limit: number },
  ): Promise<{ pairings: readonly Pairing[]; total: number }>;
  /** Active and quiet ones of people below this manager in which every side agreed that managers may see the names. */
  visibleToManager(programme: ProgrammeId, manager: PersonId): Promise<readonly Pairing[]>;
  countByState(programme: ProgrammeId): Promise<Readonly<Record<PairingState, number>>>;
  /** Active and quiet pairings for the planner, in order of id, after `after`. */
  activeAfter(programme: ProgrammeId, after: PairingId | null, limit: number): Promise<readonly Pairing[]>;
}

export interface PairingWrites {
  /** @throws Refusal 'no-capacity' when a side has no place left. */
  start(pairing: Pairing, proposal: ProposalId): Promise<void>;
  setState(id: PairingId, state: PairingState, at: Date): Promise<void>;
  /** Somebody leaves, and the others go on as what they are then. */
  leave(
    id: PairingId,
    person: PersonId,
    to: { readonly kind: PairingKind; readonly at: Date },
  ): Promise<void>;
  extend(id: PairingId, endsAt: Date): Promise<void>;
}
