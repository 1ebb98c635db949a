import type {
  CardAnswersTable,
  ConversationsTable,
  DialogsTable,
  InboxTable,
  OccurrencesTable,
  PermitsTable,
} from './schema/delivery.ts';
import type {
  DirectoryPrintsTable,
  DirectoryChangesTable,
  DirectorySyncsTable,
  HeldPeopleTable,
  ImportsTable,
  StagedPeopleTable,
  StagedTopicsTable,
} from './schema/imports.ts';
import type { PeopleTable, PersonTopicsTable, PreferencesTable, TopicsTable } from './schema/people.ts';
import type {
  AuditTable,
  MigrationsTable,
  ReleasedFiguresTable,
  ReleasedCohortsTable,
} from './schema/privacy.ts';
import type {
  CoordinatorsTable,
  DoNotPairTable,
  HelpContactsTable,
  MembersTable,
  MemberTopicsTable,
  ProgrammesTable,
} from './schema/programmes.ts';
import type {
  LeftOutTable,
  PairingPeopleTable,
  PairingsTable,
  ProposalPeopleTable,
  ProposalsTable,
  RoundCorrectionsTable,
  RoundsTable,
} from './schema/rounds.ts';
import type { AsksTable, CheckInsTable, DataKeysTable, NotesTable, ReflectionsTable } from './schema/said.ts';

/**
 * The tables, as queries see them. Columns are snake_case in SQL and camelCase here (Kysely's CamelCasePlugin).
 * Column names carry their type over both engines: `…At` and `…Until` are instants in UTC (Date), `…On` a day
 * (`YYYY-MM-DD`), `is…` a boolean, `…Json` JSON as text, `…Sealed` bytes that only the app can open.
 * An alias in a query keeps to the same rule.
 */
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
  roundCorrections: RoundCorrectionsTable;
  proposals: ProposalsTable;
  proposalPeople: ProposalPeopleTable;
  pairings: PairingsTable;
  pairingPeople: PairingPeopleTable;
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
  releasedCohorts: ReleasedCohortsTable;
  audit: AuditTable;
  migrations: MigrationsTable;
  imports: ImportsTable;
  stagedPeople: StagedPeopleTable;
  stagedTopics: StagedTopicsTable;
  heldPeople: HeldPeopleTable;
  directoryPrints: DirectoryPrintsTable;
  directorySyncs: DirectorySyncsTable;
  directoryChanges: DirectoryChangesTable;
}
