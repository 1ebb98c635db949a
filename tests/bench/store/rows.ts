import { asId } from '../../../bot/core/ids.ts';
import type {
  CheckInId,
  OccurrenceId,
  PairingId,
  PersonId,
  ProgrammeId,
  ProposalId,
  RoundId,
  TopicId,
} from '../../../bot/core/ids.ts';
import { newId } from '../../../bot/new-id.ts';
import type { ConversationsTable, OccurrencesTable } from '../../../bot/store/schema/delivery.ts';
import type { PreferencesTable } from '../../../bot/store/schema/people.ts';
import type { MembersTable, MemberTopicsTable } from '../../../bot/store/schema/programmes.ts';
import type {
  LeftOutTable,
  PairingPeopleTable,
  PairingsTable,
  ProposalPeopleTable,
  ProposalsTable,
} from '../../../bot/store/schema/rounds.ts';
import type { CheckInsTable } from '../../../bot/store/schema/said.ts';
import { DAY_MS, later, NOW, TENANT } from '../../helpers/builders.ts';

export interface Pair {
  readonly pairing: PairingId;
  readonly proposal: ProposalId;
  readonly people: readonly [PersonId, PersonId];
}

/** What all the rows belong to. */
export interface Ground {
  readonly programme: ProgrammeId;
  readonly round: RoundId;
  readonly people: readonly PersonId[];
  readonly topics: readonly TopicId[];
}

const WEEKS = [1, 2, 3, 4, 5, 6] as const;
const TOLD = ['proposal', 'introduction', 'check-in', 'nudge', 'left-out'] as const;
const REASONS = JSON.stringify([{ kind: 'other-department', weight: 50 }]);
const START = later(NOW, -50 * DAY_MS);

export function* members({ programme, people }: Ground): Generator<MembersTable> {
  for (const [index, personId] of people.entries())
    yield {
      programmeId: programme,
      personId,
      state: index % 20 === 0 ? 'paused' : 'joined',
      pausedUntilOn: index % 20 === 0 ? '2026-12-01' : null,
      rhythm: 'weekly',
      mentorCapacity: 2,
      isVisibleToManager: index % 50 === 0,
      roundsWaited: 0,
      joinedAt: START,
      leftAt: null,
      updatedAt: START,
    };
}

export function* memberTopics({ programme, people, topics }: Ground): Generator<MemberTopicsTable> {
  for (const [index, personId] of people.entries())
    for (const [side, step] of [
      ['offer', 0],
      ['offer', 3],
      ['need', 1],
      ['need', 4],
    ] as const) {
      const topicId = topics[(index + step) % topics.length];
      if (topicId !== undefined) yield { programmeId: programme, personId, side, topicId };
    }
}

export function* preferences({ people }: Ground): Generator<PreferencesTable> {
  for (const [index, personId] of people.entries())
    if (index % 2 === 0)
      yield {
        personId,
        locale: 'en',
        workDays: '12345',
        startMinute: 480,
        endMinute: 1020,
        timeZone: null,
        languages: null,
      };
}

export function* conversations({ people }: Ground): Generator<ConversationsTable> {
  for (const personId of people)
    yield {
      personId,
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      conversationId: `a:${personId}`,
      userId: `29:${personId}`,
      botId: '28:bot',
      unreachable: null,
      pacedUntil: null,
      updatedAt: START,
    };
}

/** Two in five are paired with each other. */
export function pairsOf({ people }: Ground): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let index = 0; index + 5 <= people.length; index += 5) {
    const [mentor, mentee] = [people[index], people[index + 1]];
    if (mentor !== undefined && mentee !== undefined)
      pairs.push({ pairing: asId(newId()), proposal: asId(newId()), people: [mentor, mentee] });
  }
  return pairs;
}

export function* leftOut({ round, people }: Ground): Generator<LeftOutTable> {
  for (let index = 2; index < people.length; index += 5) {
    const personId = people[index];
    if (personId !== undefined) yield { roundId: round, personId, causesJson: '[]', remediesJson: '[]' };
  }
}

export function* proposals({ programme, round }: Ground, pairs: readonly Pair[]): Generator<ProposalsTable> {
  for (const [index, { proposal }] of pairs.entries())
    yield {
      id: proposal,
      programmeId: programme,
      roundId: round,
      kind: 'mentoring',
      state: index % 10 === 0 ? 'open' : 'accepted',
      fit: 500,
      reasonsJson: REASONS,
      expiresAt: later(NOW, (index % 9) * DAY_MS),
      createdAt: START,
      closedAt: index % 10 === 0 ? null : START,
    };
}

export function* proposalPeople(pairs: readonly Pair[]): Generator<ProposalPeopleTable> {
  for (const { proposal, people } of pairs)
    for (const [position, personId] of people.entries())
      yield {
        proposalId: proposal,
        position,
        personId,
        role: position === 0 ? 'mentor' : 'mentee',
        answer: 'yes',
        answeredAt: START,
      };
}

export function* pairings({ programme }: Ground, pairs: readonly Pair[]): Generator<PairingsTable> {
  for (const [index, { pairing, proposal }] of pairs.entries()) {
    const hasEnded = index % 4 === 0;
    yield {
      id: pairing,
      programmeId: programme,
      proposalId: proposal,
      kind: 'mentoring',
      state: hasEnded ? 'ended' : index % 7 === 0 ? 'quiet' : 'active',
      reasonsJson: REASONS,
      startedAt: later(START, index * 1000),
      endsAt: later(START, 84 * DAY_MS),
      endedAt: hasEnded ? later(START, 30 * DAY_MS) : null,
    };
  }
}

export function* pairingPeople(pairs: readonly Pair[]): Generator<PairingPeopleTable> {
  for (const { pairing, people } of pairs)
    for (const [position, personId] of people.entries())
      yield {
        pairingId: pairing,
        position,
        personId,
        role: position === 0 ? 'mentor' : 'mentee',
        leftAt: null,
      };
}

export function* checkIns({ programme }: Ground, pairs: readonly Pair[]): Generator<CheckInsTable> {
  for (const { pairing, people } of pairs)
    for (const personId of people)
      for (const week of WEEKS) {
        const dueAt = later(START, week * 7 * DAY_MS);
        const isOver = week < 6;
        yield {
          id: asId<CheckInId>(newId()),
          programmeId: programme,
          pairingId: pairing,
          personId,
          week,
          dueAt,
          moodSealed: null,
          connected: isOver ? 'yes' : null,
          helpedSealed: null,
          answeredAt: isOver ? dueAt : null,
        };
      }
}

export function* occurrences({ programme, people }: Ground): Generator<OccurrencesTable> {
  for (const [index, personId] of people.entries())
    for (const [place, kind] of TOLD.entries()) {
      const dueAt = later(NOW, (place - 4) * DAY_MS + (index % 3600) * 1000);
      const isSent = place < 4;
      yield {
        id: asId<OccurrenceId>(newId()),
        tenantId: TENANT,
        programmeId: programme,
        personId,
        kind,
        period: `week:${place}`,
        subjectId: programme,
        state: isSent ? 'sent' : 'due',
        dueAt,
        expiresAt: later(dueAt, 2 * DAY_MS),
        attempts: isSent ? 1 : 0,
        fence: isSent ? 1 : 0,
        worker: null,
        leaseUntil: null,
        activityId: isSent ? `1:${index}` : null,
        reason: null,
        sentAt: isSent ? dueAt : null,
        updatedAt: isSent ? dueAt : null,
      };
    }
}
