import type { PersonId, TenantId, TopicId } from '../../core/ids.ts';
import type { Level } from '../../core/person.ts';
import type { ImportId } from '../../core/ports/imports.ts';

/** An import on its way; gone once it is finished. */
export interface ImportsTable {
  id: ImportId;
  tenantId: TenantId;
  startedAt: Date;
}

/** Not compared yet; what comparing has found; or no row of the file but someone who stays as they are. */
export type StagedStatus = 'staged' | 'new' | 'changed' | 'unchanged' | 'kept';

export interface StagedPeopleTable {
  importId: ImportId;
  position: number;
  line: number;
  status: StagedStatus;
  /** The person of this row, or the id that they get. */
  personId: PersonId;
  directoryId: string;
  objectId: string | null;
  displayName: string;
  nameKey: string;
  searchText: string;
  email: string;
  jobTitle: string;
  department: string;
  level: Level;
  yearsExperience: number;
  isPeopleManager: boolean;
  country: string;
  timeZone: string;
  languages: string;
  managerDirectoryId: string | null;
  /** Numbers of staged topics. */
  offersJson: string;
  needsJson: string;
  /** Tells whether topics are the same as at the last import. */
  topicsPrint: string;
}

export interface StagedTopicsTable {
  importId: ImportId;
  number: number;
  name: string;
  nameKey: string;
  topicId: TopicId | null;
}

/** People whose row is left out: they stay as they are. */
export interface HeldPeopleTable {
  importId: ImportId;
  line: number;
  directoryId: string;
}

/** The topics that the directory gave for a person, as a hash: what has not changed is not written again. */
export interface DirectoryPrintsTable {
  personId: PersonId;
  topicsPrint: string;
}

/** How far a company's people have been read from Microsoft Graph. */
/** What the company's directory has told of somebody in a round that is not whole yet. */
export interface DirectoryChangesTable {
  tenantId: TenantId;
  objectId: string;
  changeJson: string;
}

export interface DirectorySyncsTable {
  tenantId: TenantId;
  /** The next page while a sync is on its way, else where the next sync begins. An address with a token of Graph's. */
  link: string;
  /** Whether everyone has been read once, so that the link speaks of changes only. */
  isComplete: boolean;
  startedAt: Date;
  updatedAt: Date;
}
