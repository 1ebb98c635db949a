import type { PersonId, ProgrammeId, TenantId } from '../ids.ts';
import type { HelpContact, Programme, ProgrammeSettings, ProgrammeState } from '../programme.ts';

/** Someone who runs a programme, and who gave them that; null for the service's command line. */
export interface Coordinator {
  readonly personId: PersonId;
  readonly addedBy: PersonId | null;
  readonly addedAt: Date;
}

export interface ProgrammeReads {
  byId(id: ProgrammeId): Promise<Programme | null>;
  byName(tenant: TenantId, name: string): Promise<Programme | null>;
  ofTenant(tenant: TenantId): Promise<readonly Programme[]>;
  /** Every running programme, for the clock. */
  running(): Promise<readonly Programme[]>;
  coordinators(id: ProgrammeId): Promise<readonly Coordinator[]>;
  /** Programmes that this person coordinates. */
  coordinatedBy(person: PersonId): Promise<readonly Programme[]>;
}

export interface ProgrammeWrites {
  create(programme: {
    id: ProgrammeId;
    tenantId: TenantId;
    name: string;
    settings: ProgrammeSettings;
    at: Date;
  }): Promise<void>;
  /** @throws Refusal 'bad-settings' when the programme has changed since `version`. */
  changeSettings(id: ProgrammeId, version: number, settings: ProgrammeSettings): Promise<void>;
  setHelpContacts(id: ProgrammeId, contacts: readonly HelpContact[]): Promise<void>;
  setState(id: ProgrammeId, state: ProgrammeState, at: Date): Promise<void>;
  addCoordinator(id: ProgrammeId, person: PersonId, by: PersonId | null, at: Date): Promise<void>;
  removeCoordinator(id: ProgrammeId, person: PersonId): Promise<void>;
}
