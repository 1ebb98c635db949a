import { asId } from '../../bot/core/ids.ts';
import { confide } from '../../bot/core/confidential.ts';
import type { PersonId } from '../../bot/core/ids.ts';
import type { ImportId } from '../../bot/core/ports/imports.ts';
import type { Writes } from '../../bot/core/ports/store.ts';
import { DEFAULT_HOURS } from '../../bot/core/person.ts';
import { DEFAULT_SETTINGS } from '../../bot/core/programme.ts';
import { newId } from '../../bot/new-id.ts';
import { aPairing, aPerson, aProposal, aRound, HELP, later } from '../helpers/builders.ts';
import type { Asked } from './every-read.ts';

type Named = Readonly<Record<string, () => Promise<unknown>>>;

/** Every write of the store, once, by its name; what they refer to need not be there. */
export function everyWrite(tx: Writes, asked: Asked): Named {
  return {
    ...writesOfPeople(tx, asked),
    ...writesOfMembers(tx, asked),
    ...writesOfDirectory(tx, asked),
    ...writesOfPairs(tx, asked),
    ...writesOfOccurrences(tx, asked),
    ...writesOfTalk(tx, asked),
    ...writesOfImports(tx, asked),
  };
}

function writesOfPeople({ people, topics, programmes, privacy }: Writes, asked: Asked): Named {
  const { tenant, programme, person, now } = asked;
  const settings = DEFAULT_SETTINGS;
  return {
    'people.setPreferences': () =>
      people.setPreferences(person, { locale: 'de', hours: DEFAULT_HOURS, timeZone: null, languages: null }),
    'people.setObjectId': () => people.setObjectId(person, newId()),
    'topics.ensure': () => topics.ensure(tenant, [{ name: 'Rust', kind: 'skill', aliases: [] }]),
    'programmes.create': () =>
      programmes.create({ id: asId(newId()), tenantId: tenant, name: newId(), settings, at: now }),
    'programmes.changeSettings': () => programmes.changeSettings(programme, 1, settings),
    'programmes.setHelpContacts': () => programmes.setHelpContacts(programme, [HELP]),
    'programmes.setState': () => programmes.setState(programme, 'running', now),
    'programmes.addCoordinator': () => programmes.addCoordinator(programme, person, null, now),
    'programmes.removeCoordinator': () => programmes.removeCoordinator(programme, person),
    'privacy.release': () =>
      privacy.release([
        {
          programmeId: programme,
          scope: null,
          period: '2026-10',
          question: 'mood',
          value: 3,
          releasedAt: now,
        },
      ]),
    'privacy.keepCohort': () =>
      privacy.keepCohort({
        programmeId: programme,
        period: '2026-10',
        question: 'mood',
        people: new Map([[person, 'all']]),
      }),
    'privacy.record': () =>
      privacy.record(programme, {
        at: now,
        actor: person,
        action: 'view-delivery',
        object: programme,
        relation: 'self',
      }),
    'privacy.erase': () => privacy.erase(person, now),
    'privacy.forget': () =>
      privacy.forget({ moods: now, presses: now, pairings: now, counted: now, audit: now }, now),
    'privacy.forgetPerson': () => privacy.forgetPerson(person, now),
  };
}

function writesOfDirectory({ directory }: Writes, { tenant, objectId, now }: Asked): Named {
  const place = { link: 'https://graph.microsoft.com/v1.0/users/delta', isComplete: false };
  const round = { everyone: true, at: now, newId: () => asId<PersonId>(newId()) };
  return {
    'directory.moveOn': async () => {
      await directory.moveOn(tenant, null, place, now);
      await directory.moveOn(tenant, place.link, place, now);
    },
    'directory.stage': () =>
      directory.stage(tenant, [{ objectId, gone: false, displayName: 'Ada', managerObjectId: null }]),
    'directory.applyStaged': () => directory.applyStaged(tenant, round),
    'directory.startOver': () => directory.startOver(tenant),
  };
}

function writesOfMembers({ members }: Writes, { programme, person, people, topics, now }: Asked): Named {
  return {
    'members.join': () =>
      members.join({
        programmeId: programme,
        personId: person,
        rhythm: 'weekly',
        mentorCapacity: 1,
        at: now,
      }),
    'members.setState': () => members.setState(programme, person, 'paused', '2027-01-03', now),
    'members.setRhythm': () => members.setRhythm(programme, person, 'monthly'),
    'members.setMentorCapacity': () => members.setMentorCapacity(programme, person, 2),
    'members.setVisibleToManager': () => members.setVisibleToManager(programme, person, true),
    'members.setTopics': () => members.setTopics(programme, person, 'offer', topics),
    'members.setDoNotPair': () => members.setDoNotPair(person, people, now),
    'members.putFirst': () => members.putFirst(programme, people),
    'members.countWaiting': () => members.countWaiting(programme, people, people),
  };
}

function writesOfPairs({ rounds, pairings, checkIns }: Writes, asked: Asked): Named {
  const { programme, person, manager, round, proposal, pairing, checkIn, now } = asked;
  const made = aRound(programme);
  const offered = aProposal(made, [person, manager]);
  return {
    'rounds.create': () => rounds.create(made, [offered], [{ personId: person, causes: [], remedies: [] }]),
    'rounds.redraft': () => rounds.redraft({ ...made, id: round }, [], []),
    'rounds.setCorrections': () =>
      rounds.setCorrections(round, [{ kind: 'pin', people: [person, person] }], null, now),
    'rounds.setState': () => rounds.setState(round, 'previewed', 'sent', now),
    'rounds.openProposals': () => rounds.openProposals(round, now),
    'rounds.setExpiry': () => rounds.setExpiry([proposal], now),
    'rounds.keepHistory': () =>
      rounds.keepHistory(round, {
        waitedAgain: 0,
        waitedAndFound: 0,
        repeats: 0,
        mentors: 1,
        mentorsAgain: 0,
        mostOfOne: 1,
      }),
    'rounds.addProposal': () => rounds.addProposal({ ...offered, id: asId(newId()) }),
    'rounds.answer': () => rounds.answer(proposal, person, 'yes', now),
    'rounds.close': () => rounds.close(proposal, 'accepted', now),
    'pairings.start': () => pairings.start(aPairing(offered), proposal),
    'pairings.setState': () => pairings.setState(pairing, 'ended', now),
    'pairings.leave': () => pairings.leave(pairing, person, { kind: 'peers', at: now }),
    'pairings.extend': () => pairings.extend(pairing, now),
    'checkIns.plan': () =>
      checkIns.plan({
        id: checkIn,
        programmeId: programme,
        pairingId: pairing,
        personId: person,
        week: 1,
        dueAt: now,
      }),
    'checkIns.setMood': () => checkIns.setMood(checkIn, confide(3), now),
    'checkIns.setConnected': () => checkIns.setConnected(checkIn, 'yes', now),
    'checkIns.setHelped': () => checkIns.setHelped(checkIn, confide(4), now),
  };
}

function writesOfOccurrences({ occurrences }: Writes, asked: Asked): Named {
  const { tenant, programme, person, occurrence, now } = asked;
  const soon = later(now, 60_000);
  const told = {
    id: occurrence,
    tenantId: tenant,
    programmeId: programme,
    personId: person,
    subjectId: programme,
  };
  const claims = Array.from({ length: 30 }, () => ({ id: occurrence, fence: 1 }));
  return {
    'occurrences.plan': () =>
      occurrences.plan([{ ...told, kind: 'check-in', period: 'week:1', dueAt: now, expiresAt: soon }]),
    'occurrences.claim': () => occurrences.claim({ worker: 'w', now, leaseUntil: soon, limit: 30 }),
    'occurrences.move': () =>
      occurrences.move(occurrence, 1, 'sending', { to: 'due', at: now, dueAt: soon, reason: '429' }),
    'occurrences.recover': () => occurrences.recover(now),
    'occurrences.cancel': () => occurrences.cancel(person, programme, now),
    'occurrences.wake': () => occurrences.wake(person, now),
    'occurrences.startSending': () => occurrences.startSending(claims, now),
    'occurrences.endSending': () =>
      occurrences.endSending(
        claims.map((held) => ({
          ...held,
          endState: 'sent',
          reason: null,
          dueAt: null,
          activityId: '1',
          unmade: 0,
        })),
        now,
      ),
    'occurrences.lockPermits': () => occurrences.lockPermits(tenant, 'proactive', now),
    'occurrences.savePermits': () =>
      occurrences.savePermits(tenant, 'reply', { nextSlotAt: now, issued: 1, pausedUntil: null, recent: [] }),
    'occurrences.pauseUntil': () => occurrences.pauseUntil(tenant, soon),
    'occurrences.proveDelivered': () => occurrences.proveDelivered(occurrence, now),
  };
}

function writesOfTalk({ conversations }: Writes, { programme, person, now }: Asked): Named {
  const reference = {
    personId: person,
    serviceUrl: 'https://smba',
    conversationId: 'c',
    userId: 'u',
    botId: 'b',
  };
  return {
    'conversations.remember': () => conversations.remember(reference, now),
    'conversations.markUnreachable': () => conversations.markUnreachable(person, 'blocked', now),
    'conversations.setPace': () => conversations.setPace([{ personId: person, pacedUntil: now }]),
    'conversations.saveDialog': () => conversations.saveDialog(person, programme, { step: 'hours' }, 0, now),
    'conversations.receive': () => conversations.receive('c', 'a', now),
    'conversations.saveAnswer': () => conversations.saveAnswer(`${person}|k`, {}, now),
  };
}

function writesOfImports({ imports }: Writes, { tenant, topics, importId, now }: Asked): Named {
  const { id: newOne, tenantId: _tenant, managerId: _manager, leftAt: _leftAt, ...facts } = aPerson();
  const person = { ...facts, managerDirectoryId: null, offers: ['Rust'], needs: [] };
  const id: ImportId = importId;
  return {
    'imports.begin': () => imports.begin({ id, tenantId: tenant, at: now, abandonedBefore: now }),
    'imports.stage': () => imports.stage(id, [{ position: 0, line: 2, newId: newOne, person }]),
    'imports.hold': () => imports.hold(id, [{ line: 3, directoryId: 'd-3' }]),
    'imports.dropRepeated': () => imports.dropRepeated(id),
    'imports.keep': () => imports.keep(id, 'everyone'),
    'imports.dropUnknownManagers': () => imports.dropUnknownManagers(id),
    'imports.dropManagers': () => imports.dropManagers(id, [0], 'manager-loop'),
    'imports.compare': () => imports.compare(id),
    'imports.apply': () => imports.apply(id, topics, now),
    'imports.finish': () => imports.finish(id),
  };
}
