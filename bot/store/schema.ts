/**
 * The tables, as queries see them. Columns are snake_case in SQL and camelCase here (Kysely's CamelCasePlugin).
 * Column names carry their type over both engines: `…At` is an instant in UTC (Date), `…On` a day (`YYYY-MM-DD`),
 * `is…` a boolean, `…Json` JSON as text, `…Sealed` bytes that only the app can open.
 */

export interface PeopleTable {
  id: string;
  tenantId: string;
  directoryId: string;
  objectId: string | null;
  displayName: string;
  email: string;
  jobTitle: string;
  department: string;
  level: number;
  yearsExperience: number;
  isPeopleManager: boolean;
  country: string;
  timeZone: string;
  /** Primary tags between `;`. */
  languages: string;
  managerId: string | null;
  leftAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface PreferencesTable {
  personId: string;
  locale: string;
  workDays: string;
  startMinute: number;
  endMinute: number;
  timeZone: string | null;
  languages: string | null;
}

export interface TopicsTable {
  id: string;
  tenantId: string;
  name: string;
  kind: string;
  aliasesJson: string;
}

/** Topics that the directory suggests for a person. */
export interface PersonTopicsTable {
  personId: string;
  topicId: string;
  side: string;
}

export interface ProgrammesTable {
  id: string;
  tenantId: string;
  name: string;
  state: string;
  settingsJson: string;
  startedAt: Date | null;
  version: number;
  createdAt: Date;
}

export interface HelpContactsTable {
  programmeId: string;
  country: string;
  name: string;
  phone: string;
  url: string | null;
  hours: string;
  emergency: string;
}

export interface CoordinatorsTable {
  programmeId: string;
  personId: string;
  addedBy: string | null;
  addedAt: Date;
}

export interface MembersTable {
  programmeId: string;
  personId: string;
  state: string;
  pausedUntilOn: string | null;
  rhythm: string;
  mentorCapacity: number;
  isVisibleToManager: boolean;
  roundsWaited: number;
  joinedAt: Date;
  updatedAt: Date;
}

export interface MemberTopicsTable {
  programmeId: string;
  personId: string;
  topicId: string;
  side: string;
}

export interface DoNotPairTable {
  personId: string;
  otherPersonId: string;
  createdAt: Date;
}

export interface RoundsTable {
  id: string;
  programmeId: string;
  state: string;
  settingsJson: string;
  seed: number;
  figuresJson: string;
  /** Dual prices and bound, where the method gives them. */
  certificateJson: string | null;
  createdBy: string | null;
  createdAt: Date;
  sentAt: Date | null;
}

export interface LeftOutTable {
  roundId: string;
  personId: string;
  causesJson: string;
  remediesJson: string;
}

export interface ProposalsTable {
  id: string;
  programmeId: string;
  roundId: string;
  kind: string;
  state: string;
  fit: number;
  reasonsJson: string;
  expiresAt: Date | null;
  createdAt: Date;
  closedAt: Date | null;
}

export interface ProposalPeopleTable {
  proposalId: string;
  personId: string;
  role: string;
  answer: string | null;
  answeredAt: Date | null;
}

export interface PairingsTable {
  id: string;
  programmeId: string;
  proposalId: string;
  kind: string;
  state: string;
  reasonsJson: string;
  startedAt: Date;
  endsAt: Date;
  endedAt: Date | null;
}

export interface PairingPeopleTable {
  pairingId: string;
  personId: string;
  role: string;
}

export interface CirclesTable {
  id: string;
  programmeId: string;
  topicId: string;
  state: string;
  startedAt: Date;
  endedAt: Date | null;
}

export interface CirclePeopleTable {
  circleId: string;
  personId: string;
}

export interface CheckInsTable {
  id: string;
  programmeId: string;
  pairingId: string;
  personId: string;
  week: number;
  dueAt: Date;
  moodSealed: Uint8Array | null;
  connected: string | null;
  helpedSealed: Uint8Array | null;
  answeredAt: Date | null;
}

export interface AsksTable {
  id: string;
  programmeId: string;
  personId: string;
  topicId: string;
  state: string;
  textSealed: Uint8Array;
  acceptedBy: string | null;
  createdAt: Date;
  closedAt: Date | null;
}

export interface NotesTable {
  id: string;
  programmeId: string;
  fromPersonId: string;
  toPersonId: string;
  textSealed: Uint8Array;
  createdAt: Date;
}

export interface ReflectionsTable {
  id: string;
  personId: string;
  pairingId: string | null;
  textSealed: Uint8Array;
  createdAt: Date;
}

export interface DataKeysTable {
  personId: string;
  wrappedKey: Uint8Array;
  wrappingKeyId: string;
  createdAt: Date;
}

export interface ConversationsTable {
  personId: string;
  serviceUrl: string;
  conversationId: string;
  userId: string;
  botId: string;
  unreachable: string | null;
  updatedAt: Date;
}

export interface DialogsTable {
  personId: string;
  programmeId: string | null;
  stateJson: string;
  version: number;
  updatedAt: Date;
}

export interface InboxTable {
  conversationId: string;
  activityId: string;
  receivedAt: Date;
}

export interface CardAnswersTable {
  cardKey: string;
  answerJson: string;
  answeredAt: Date;
}

export interface OccurrencesTable {
  id: string;
  tenantId: string;
  programmeId: string;
  personId: string;
  kind: string;
  period: string;
  subjectId: string;
  state: string;
  dueAt: Date;
  expiresAt: Date;
  attempts: number;
  fence: number;
  worker: string | null;
  leaseUntil: Date | null;
  activityId: string | null;
  reason: string | null;
  sentAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** The tenant's share of Teams' requests, one row a tenant. */
export interface PermitsTable {
  tenantId: string;
  tokens: number;
  refilledAt: Date;
  pausedUntil: Date | null;
}

export interface ReleasedFiguresTable {
  programmeId: string;
  /** A manager's id, or the programme's for the whole of it. */
  scopeId: string;
  period: string;
  question: string;
  valueJson: string;
  releasedAt: Date;
}

export interface AuditTable {
  sequence: number;
  programmeId: string;
  at: Date;
  actorId: string | null;
  action: string;
  object: string;
  relation: string;
  previousHash: string;
  hash: string;
}

export interface Database {
  people: PeopleTable;
  preferences: PreferencesTable;
  topics: TopicsTable;
  personTopics: PersonTopicsTable;
  programmes: ProgrammesTable;
  helpContacts: HelpContactsTable;
  coordinators: CoordinatorsTable;
  members: MembersTable;
  memberTopics: MemberTopicsTable;
  doNotPair: DoNotPairTable;
  rounds: RoundsTable;
  leftOut: LeftOutTable;
  proposals: ProposalsTable;
  proposalPeople: ProposalPeopleTable;
  pairings: PairingsTable;
  pairingPeople: PairingPeopleTable;
  circles: CirclesTable;
  circlePeople: CirclePeopleTable;
  checkIns: CheckInsTable;
  asks: AsksTable;
  notes: NotesTable;
  reflections: ReflectionsTable;
  dataKeys: DataKeysTable;
  conversations: ConversationsTable;
  dialogs: DialogsTable;
  inbox: InboxTable;
  cardAnswers: CardAnswersTable;
  occurrences: OccurrencesTable;
  permits: PermitsTable;
  releasedFigures: ReleasedFiguresTable;
  audit: AuditTable;
}
