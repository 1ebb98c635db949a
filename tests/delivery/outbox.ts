import { setImmediate as breath } from 'node:timers/promises';
import { pino } from 'pino';
import { asId } from '../../bot/core/ids.ts';
import type { OccurrenceId, PersonId } from '../../bot/core/ids.ts';
import type { OccurrenceKind, OccurrenceState } from '../../bot/core/occurrence.ts';
import type { Person } from '../../bot/core/person.ts';
import type { Message } from '../../bot/core/ports/messaging.ts';
import type { NewOccurrence } from '../../bot/core/ports/occurrences.ts';
import { createWorker } from '../../bot/delivery/worker.ts';
import type { Worker, WorkerOptions } from '../../bot/delivery/worker.ts';
import { newId } from '../../bot/new-id.ts';
import { createTeams } from '../../bot/teams/teams.ts';
import { startFakeTeams } from '../fakes/teams/fake-teams.ts';
import type { FakeTeams, FakeTeamsOptions } from '../fakes/teams/fake-teams.ts';
import { aPerson, later, NOW, TENANT } from '../helpers/builders.ts';
import { seedProgramme } from '../helpers/seed.ts';
import type { SeededProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

/** A real store, the real sender and the fake Teams, with a clock that the test sets. */
export interface Outbox {
  readonly store: TestStore;
  readonly fake: FakeTeams;
  readonly programme: SeededProgramme;
  now: Date;
  plan(person: Person, changes?: Partial<NewOccurrence>): Promise<OccurrenceId>;
  worker(changes?: Partial<WorkerOptions>): Worker;
  stateOf(id: OccurrenceId): Promise<{ state: OccurrenceState; dueAt: Date; attempts: number }>;
  /** How often Teams accepted this occurrence. */
  told(id: OccurrenceId): number;
  close(): Promise<void>;
}

export const conversationOf = (person: PersonId): string => `a:${person}`;
const words = (id: OccurrenceId): Message => ({ text: id });
let workers = 0;

/** Everyone is a member who works in Berlin and has written to the bot; it is Monday, 10:00 there. */
export async function openOutbox(
  people: readonly Person[] = [aPerson()],
  teams: FakeTeamsOptions = {},
): Promise<Outbox> {
  const store = await openTestStore();
  const fake = await startFakeTeams({
    ...teams,
    keyOf: (activity) => (typeof activity['text'] === 'string' ? activity['text'] : null),
  });
  const programme = await seedProgramme(store, { people });
  await store.transaction(async (tx) => {
    for (const { id } of people) await tx.conversations.remember(referenceOf(id, fake), NOW);
  });
  const log = pino({ level: 'silent' });
  const { sender } = createTeams({
    bot: null,
    loopbackDemonstration: true,
    cloud: 'public',
    tenants: [TENANT],
    handler: () => Promise.resolve({ messages: [], replacement: null }),
    wordsFor: (code) => code,
    log,
    sendDeadlineMs: 2500,
  });
  const outbox: Outbox = {
    store,
    fake,
    programme,
    now: NOW,
    plan: async (person, changes = {}) => {
      const occurrence = newOccurrence(programme, person, changes);
      await store.transaction((tx) => tx.occurrences.plan([occurrence]));
      return occurrence.id;
    },
    worker: (changes = {}) => {
      workers += 1;
      return createWorker({
        store,
        sender,
        render: (occurrence) => Promise.resolve(words(occurrence.id)),
        now: () => outbox.now,
        name: `worker ${workers}`,
        log,
        dice: () => 0.5,
        // Time passes as far as the last one who sleeps has to wait.
        wait: async (ms) => {
          const until = later(outbox.now, ms);
          await breath();
          if (outbox.now < until) outbox.now = until;
        },
        ...changes,
      });
    },
    stateOf: async (id) => {
      const found = await store.reads.occurrences.byId(id);
      if (found === null) throw new Error(`no occurrence ${id}`);
      const { state, dueAt, attempts } = found;
      return { state, dueAt, attempts };
    },
    told: (id) => fake.ledger.timesAccepted(id),
    close: async () => {
      await fake.close();
      await store.close();
    },
  };
  return outbox;
}

export function referenceOf(personId: PersonId, fake: FakeTeams) {
  return {
    personId,
    serviceUrl: fake.serviceUrl,
    conversationId: conversationOf(personId),
    userId: `29:${personId}`,
    botId: '28:alongside',
  };
}

function newOccurrence(
  programme: SeededProgramme,
  person: Person,
  changes: Partial<NewOccurrence>,
): NewOccurrence {
  const kind: OccurrenceKind = 'check-in';
  return {
    id: asId(newId()),
    tenantId: TENANT,
    programmeId: programme.id,
    personId: person.id,
    kind,
    period: newId(),
    subjectId: newId(),
    dueAt: NOW,
    expiresAt: later(NOW, 10 * 86_400_000),
    ...changes,
  };
}
