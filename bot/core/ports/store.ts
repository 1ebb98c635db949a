import type { CheckInReads, CheckInWrites } from './check-ins.ts';
import type { ConversationReads, ConversationWrites } from './conversations.ts';
import type { DirectoryReads, DirectoryWrites } from './directory.ts';
import type { ImportReads, ImportWrites } from './imports.ts';
import type { MemberReads, MemberWrites } from './members.ts';
import type { OccurrenceReads, OccurrenceWrites } from './occurrences.ts';
import type { PairingReads, PairingWrites } from './pairings.ts';
import type { PeopleReads, PeopleWrites } from './people.ts';
import type { PrivacyReads, PrivacyWrites } from './privacy.ts';
import type { ProgrammeReads, ProgrammeWrites } from './programmes.ts';
import type { RoundReads, RoundWrites } from './rounds.ts';
import type { TopicReads, TopicWrites } from './topics.ts';

/** What can be asked of the store, by noun. */
export interface Reads {
  readonly people: PeopleReads;
  readonly topics: TopicReads;
  readonly programmes: ProgrammeReads;
  readonly members: MemberReads;
  readonly rounds: RoundReads;
  readonly pairings: PairingReads;
  readonly checkIns: CheckInReads;
  readonly occurrences: OccurrenceReads;
  readonly conversations: ConversationReads;
  readonly imports: ImportReads;
  readonly directory: DirectoryReads;
  readonly privacy: PrivacyReads;
}

/** What can be asked and changed; exists only inside a transaction. */
export interface Writes extends Reads {
  readonly people: PeopleReads & PeopleWrites;
  readonly topics: TopicReads & TopicWrites;
  readonly programmes: ProgrammeReads & ProgrammeWrites;
  readonly members: MemberReads & MemberWrites;
  readonly rounds: RoundReads & RoundWrites;
  readonly pairings: PairingReads & PairingWrites;
  readonly checkIns: CheckInReads & CheckInWrites;
  readonly occurrences: OccurrenceReads & OccurrenceWrites;
  readonly conversations: ConversationReads & ConversationWrites;
  readonly imports: ImportReads & ImportWrites;
  readonly directory: DirectoryReads & DirectoryWrites;
  readonly privacy: PrivacyReads & PrivacyWrites;
}

/**
 * How a transaction meets others at the same rows. `at-once` sees one state of the data, and runs again from its
 * beginning where another was first. `in-turn` waits for its turn at the row that all of its kind write first, and sees
 * what the one before left: for work whose every other write is a compare-and-set or lies behind that row.
 */
export type Meeting = 'at-once' | 'in-turn';

export interface Store {
  readonly reads: Reads;
  /** Runs the work in one transaction: all of it, or nothing when it throws. Transactions do not nest. */
  transaction<T>(work: (tx: Writes) => Promise<T>, meeting?: Meeting): Promise<T>;
  /** What time it is where the store is; also says that it can be reached. */
  clock(): Promise<Date>;
  close(): Promise<void>;
}
