import { asId } from '../../bot/core/ids.ts';
import type {
  CheckInId,
  OccurrenceId,
  PairingId,
  PersonId,
  ProgrammeId,
  ProposalId,
  RoundId,
  TenantId,
  TopicId,
} from '../../bot/core/ids.ts';
import type { ImportId } from '../../bot/core/ports/imports.ts';
import type { PoolQuery } from '../../bot/core/ports/rounds.ts';
import type { Reads } from '../../bot/core/ports/store.ts';
import { newId } from '../../bot/new-id.ts';

/** What the reads ask about; ids of nothing where a store holds none. */
export interface Asked {
  readonly tenant: TenantId;
  readonly programme: ProgrammeId;
  readonly person: PersonId;
  readonly manager: PersonId;
  readonly people: readonly PersonId[];
  readonly topics: readonly TopicId[];
  readonly directoryId: string;
  readonly objectId: string;
  readonly programmeName: string;
  readonly round: RoundId;
  readonly proposal: ProposalId;
  readonly pairing: PairingId;
  readonly checkIn: CheckInId;
  readonly occurrence: OccurrenceId;
  readonly importId: ImportId;
  readonly search: string;
  readonly day: string;
  readonly now: Date;
}

/** Asks about nobody and nothing in particular. */
export function askedOf(
  known: Partial<Asked> & Pick<Asked, 'tenant' | 'programme' | 'person' | 'now'>,
): Asked {
  return {
    manager: known.person,
    people: [known.person],
    topics: [asId(newId())],
    directoryId: 'd-1',
    objectId: newId(),
    programmeName: 'Alongside',
    round: asId<RoundId>(newId()),
    proposal: asId<ProposalId>(newId()),
    pairing: asId<PairingId>(newId()),
    checkIn: asId<CheckInId>(newId()),
    occurrence: asId<OccurrenceId>(newId()),
    importId: asId<ImportId>(newId()),
    search: 'an',
    day: '2026-11-02',
    ...known,
  };
}

/** Every read of the store, once, by its name. */
export function everyRead(reads: Reads, asked: Asked): Readonly<Record<string, () => Promise<unknown>>> {
  return {
    ...readsOfPeople(reads, asked),
    ...readsOfProgrammes(reads, asked),
    ...readsOfPairs(reads, asked),
    ...readsOfTelling(reads, asked),
    ...readsOfImports(reads, asked),
  };
}

type Named = Readonly<Record<string, () => Promise<unknown>>>;
const page = { offset: 0, limit: 20 };

function readsOfPeople({ people, topics }: Reads, asked: Asked): Named {
  const { tenant, person } = asked;
  return {
    'people.byId': () => people.byId(person),
    'people.byIds': () => people.byIds(asked.people),
    'people.byObjectId': () => people.byObjectId(tenant, asked.objectId),
    'people.byDirectoryId': () => people.byDirectoryId(tenant, asked.directoryId),
    'people.page': () => people.page(tenant, { ...page, search: asked.search }),
    'people.page without a search': () => people.page(tenant, { ...page, search: '' }),
    'people.count': () => people.count(tenant),
    'people.preferences': () => people.preferences(person),
    'people.suggestedTopics': () => people.suggestedTopics(person),
    'people.reports': () => people.reports(asked.manager),
    'people.reportCount': () => people.reportCount(asked.manager),
    'people.hasReports': () => people.hasReports(person),
    'people.isAbove': () => people.isAbove(asked.manager, person),
    'topics.all': () => topics.all(tenant),
    'topics.byIds': () => topics.byIds(asked.topics),
  };
}

function readsOfProgrammes({ programmes, members, privacy, directory }: Reads, asked: Asked): Named {
  const { tenant, programme, person, now } = asked;
  return {
    'programmes.byId': () => programmes.byId(programme),
    'programmes.byName': () => programmes.byName(tenant, asked.programmeName),
    'programmes.ofTenant': () => programmes.ofTenant(tenant),
    'programmes.running': () => programmes.running(),
    'programmes.coordinators': () => programmes.coordinators(programme),
    'programmes.coordinatedBy': () => programmes.coordinatedBy(person),
    'members.one': () => members.one(programme, person),
    'members.ofPerson': () => members.ofPerson(person),
    'members.countByState': () => members.countByState(programme),
    'members.page': () => members.page(programme, { ...page, search: asked.search }),
    'members.page without a search': () => members.page(programme, { ...page, search: '' }),
    'members.doNotPair': () => members.doNotPair(person),
    'directory.place': () => directory.place(tenant),
    'members.ofLeavers': () => members.ofLeavers(10),
    'members.pausesOver': () => members.pausesOver(asked.day),
    'privacy.released': () => privacy.released(programme, null),
    'privacy.cohorts': () => privacy.cohorts(programme, 'mood', '2026-01'),
    'privacy.answersOfPeriod': () =>
      privacy.answersOfPeriod(programme, new Date(now.getTime() - 30 * 86_400_000), now),
    'privacy.heardOfPairings': () => privacy.heardOfPairings(programme, now, { after: null, limit: 200 }),
    'privacy.reportingLines': () => privacy.reportingLines(programme, now),
    'privacy.audit': () => privacy.audit(programme, page),
    'privacy.leavers': () => privacy.leavers(now, 10),
    'privacy.auditChain': () => privacy.auditChain(programme),
    'privacy.everythingAbout': () => privacy.everythingAbout(person),
  };
}

const asPool = ({ day, now }: Asked): PoolQuery => ({
  day,
  cooldownSince: new Date(now.getTime() - 84 * 86_400_000),
  guidedSince: now,
});

function readsOfPairs({ rounds, pairings }: Reads, asked: Asked): Named {
  const { programme, person, round, pairing, now } = asked;
  return {
    'rounds.pool': () => rounds.pool(programme, asPool(asked)),
    'rounds.poolOf': () => rounds.poolOf(programme, asked.people, asPool(asked)),
    'rounds.sharingTopics': () => rounds.sharingTopics(programme, { personId: person, role: 'mentee' }),
    'rounds.sharingTopics of a peer': () =>
      rounds.sharingTopics(programme, { personId: person, role: 'peer' }),
    'rounds.byId': () => rounds.byId(round),
    'rounds.certificate': () => rounds.certificate(round),
    'rounds.ofProgramme': () => rounds.ofProgramme(programme, 5),
    'rounds.leftOut': () => rounds.leftOut(round, page),
    'rounds.leftOutPerson': () => rounds.leftOutPerson(round, person),
    'rounds.histories': () => rounds.histories([round]),
    'rounds.history': () => rounds.history(round, { last: round, cooldown: [round] }),
    'rounds.corrections': () => rounds.corrections(round),
    'rounds.proposal': () => rounds.proposal(asked.proposal),
    'rounds.proposalsOfRound': () => rounds.proposalsOfRound(round, page),
    'rounds.openProposalsOf': () => rounds.openProposalsOf(person),
    'rounds.proposalsExpiring': () => rounds.proposalsExpiring(now, 100),
    'rounds.saidNotNow': () => rounds.saidNotNow(round, asked.people),
    'pairings.byId': () => pairings.byId(pairing),
    'pairings.currentOf': () => pairings.currentOf(person),
    'pairings.ofPerson': () => pairings.ofPerson(person),
    'pairings.page': () => pairings.page(programme, { ...page, state: null }),
    'pairings.page of one state': () => pairings.page(programme, { ...page, state: 'active' }),
    'pairings.visibleToManager': () => pairings.visibleToManager(programme, asked.manager),
    'pairings.countByState': () => pairings.countByState(programme),
    'pairings.activeAfter': () => pairings.activeAfter(programme, pairing, 100),
  };
}

function readsOfTelling({ checkIns, occurrences, conversations }: Reads, asked: Asked): Named {
  const { tenant, programme, person, pairing, now } = asked;
  return {
    'checkIns.byId': () => checkIns.byId(asked.checkIn),
    'checkIns.ofPerson': () => checkIns.ofPerson(person, 20),
    'checkIns.nextOf': () => checkIns.nextOf(person, now),
    'checkIns.plannedWeeks': () => checkIns.plannedWeeks(pairing, person),
    'checkIns.lastConnectedAt': () => checkIns.lastConnectedAt(pairing),
    'checkIns.asked': () => checkIns.asked(pairing),
    'occurrences.byId': () => occurrences.byId(asked.occurrence),
    'occurrences.countByState': () => occurrences.countByState(programme),
    'occurrences.missed': () => occurrences.missed(person, programme, now, 'last-sent'),
    'occurrences.oldestDue': () => occurrences.oldestDue(now),
    'occurrences.unreached': () => occurrences.unreached(now, 100),
    'occurrences.unclear': () => occurrences.unclear(programme, now, { offset: 0, limit: 20 }),
    'occurrences.oldestDue in one': () => occurrences.oldestDue(now, programme),
    'occurrences.lastProactiveAt': () => occurrences.lastProactiveAt(person),
    'occurrences.recipients': () =>
      occurrences.recipients(
        asked.people.slice(0, 30).map((personId) => ({ programmeId: programme, personId })),
      ),
    'occurrences.permits': () => occurrences.permits(tenant, 'proactive', now),
    'conversations.reference': () => conversations.reference(person),
    'conversations.unreachable': () => conversations.unreachable(person),
    'conversations.pacedUntil': () => conversations.pacedUntil(person),
    'conversations.dialog': () => conversations.dialog(person),
    'conversations.answered': () => conversations.answered(`${person}|none`),
  };
}

function readsOfImports({ imports }: Reads, { importId }: Asked): Named {
  return {
    'imports.repeated': () => imports.repeated(importId, 20),
    'imports.withoutManager': () => imports.withoutManager(importId, 20),
    'imports.lines': () => imports.lines(importId, -1, 1000),
    'imports.topics': () => imports.topics(importId),
    'imports.positions': () => imports.positions(importId),
    'imports.topicCount': () => imports.topicCount(importId),
  };
}
