import type { Database } from './schema.ts';

export type TableName = keyof Database;

/** Every table with the columns of its primary key; each comes after those that it refers to. */
export const KEYS: { readonly [Table in TableName]: readonly (keyof Database[Table])[] } = {
  people: ['id'],
  preferences: ['personId'],
  topics: ['id'],
  personTopics: ['personId', 'side', 'topicId'],
  programmes: ['id'],
  helpContacts: ['programmeId', 'position'],
  coordinators: ['programmeId', 'personId'],
  members: ['programmeId', 'personId'],
  memberTopics: ['programmeId', 'personId', 'side', 'topicId'],
  doNotPair: ['personId', 'otherPersonId'],
  rounds: ['id'],
  leftOut: ['roundId', 'personId'],
  roundCorrections: ['roundId', 'position'],
  proposals: ['id'],
  proposalPeople: ['proposalId', 'position'],
  pairings: ['id'],
  pairingPeople: ['pairingId', 'position'],
  checkIns: ['id'],
  asks: ['id'],
  notes: ['id'],
  reflections: ['id'],
  dataKeys: ['personId'],
  conversations: ['personId'],
  dialogs: ['personId'],
  inbox: ['conversationId', 'activityId'],
  cardAnswers: ['cardKey'],
  occurrences: ['id'],
  permits: ['tenantId'],
  releasedFigures: ['programmeId', 'scopeId', 'period', 'question'],
  releasedCohorts: ['programmeId', 'question', 'period', 'personId'],
  audit: ['programmeId', 'sequence'],
  imports: ['id'],
  stagedPeople: ['importId', 'position'],
  stagedTopics: ['importId', 'number'],
  heldPeople: ['importId', 'directoryId', 'line'],
  directoryPrints: ['personId'],
  directorySyncs: ['tenantId'],
  directoryChanges: ['tenantId', 'objectId'],
  migrations: ['number'],
};

/** Parents first. */
export const TABLES: readonly TableName[] = Object.keys(KEYS) as TableName[];
