import assert from 'node:assert/strict';
import { confide } from '../../bot/core/confidential.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assert as check, asyncProperty, integer } from 'fast-check';
import { KEY_FIELD } from '../../bot/chat/cards/kit.ts';
import { createTurnHandler } from '../../bot/chat/handler.ts';
import type { Incoming, TurnAnswer, TurnHandler } from '../../bot/core/ports/messaging.ts';
import { newId } from '../../bot/new-id.ts';
import { wrappingKeyOf } from '../../bot/store/sealing/key-file.ts';
import { aPerson, NOW, TENANT } from '../helpers/builders.ts';
import { chatDeps } from '../helpers/chat.ts';
import { seedOpenProposal, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

/** As Teams does where it was told to come again. */
async function patiently(ask: () => Promise<TurnAnswer>): Promise<TurnAnswer> {
  for (let tries = 1; ; tries += 1)
    try {
      return await ask();
    } catch (error) {
      if (tries === 20) throw error;
    }
}

describe('what Teams brings again', () => {
  const key = wrappingKeyOf(new Uint8Array(32));
  let folder: string;
  let stores: TestStore[];
  let instances: TurnHandler[];
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'alongside-again-'));
    stores = [];
    for (let count = 0; count < 4; count += 1)
      stores.push(await openTestStore(path.join(folder, 'store.db'), key));
    instances = stores.map((store) => createTurnHandler(chatDeps(store)));
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const brought = (objectId: string, instance: number, activityId: string, incoming: Incoming) => {
    const handler = instances[instance % instances.length];
    assert.ok(handler);
    const reference = {
      serviceUrl: 'https://smba.example/',
      conversationId: `a:${objectId}`,
      userId: '29:a',
      botId: '28:b',
    };
    const turn = { tenantId: TENANT, objectId, locale: 'en', reference, activityId, incoming };
    return patiently(() => handler(turn));
  };
  const store = (): TestStore => {
    const [first] = stores;
    assert.ok(first);
    return first;
  };

  it('a message five times at once, on four instances, is answered once', async () => {
    await check(
      asyncProperty(integer({ min: 0, max: 3 }), async (from) => {
        const person = aPerson();
        await seedProgramme(store(), { people: [person] });
        const id = newId();
        const answers = await Promise.all(
          Array.from({ length: 5 }, (_, index) =>
            brought(person.objectId ?? '', from + index, id, { kind: 'message', text: confide('help') }),
          ),
        );
        assert.equal(answers.filter(({ messages }) => messages.length > 0).length, 1);
      }),
      { numRuns: 8 },
    );
  });

  it('a message is known by its id alone: under five ids it is answered five times', async () => {
    const person = aPerson();
    await seedProgramme(store(), { people: [person] });
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        brought(person.objectId ?? '', index, newId(), { kind: 'message', text: confide('help') }),
      ),
    );
    assert.equal(answers.filter(({ messages }) => messages.length > 0).length, 5);
  });

  it('a press, under its id and under new ones, has one effect and one answer', async () => {
    await check(
      asyncProperty(integer({ min: 0, max: 3 }), async (from) => {
        const [mentor, mentee] = [aPerson(), aPerson()];
        const { id: programme } = await seedProgramme(store(), { people: [mentor, mentee] });
        const proposal = await seedOpenProposal(store(), programme, [mentor.id, mentee.id]);
        await store().transaction((tx) => tx.rounds.answer(proposal.id, mentor.id, 'yes', NOW));
        const press: Incoming = {
          kind: 'press',
          verb: 'proposal.yes',
          data: confide({ [KEY_FIELD]: { subject: proposal.id, version: 1 } }),
        };
        const first = newId();
        const ids = [first, first, first, first, first, newId(), newId(), newId(), newId()];
        const answers = await Promise.all(
          ids.map((id, index) => brought(mentee.objectId ?? '', from + index, id, press)),
        );
        const said = new Set(answers.map(({ replacement }) => JSON.stringify(replacement)));
        assert.equal(said.size, 1, 'the same answer to each');
        const later = await brought(mentee.objectId ?? '', from, newId(), press);
        assert.ok(said.has(JSON.stringify(later.replacement)), 'and half an hour later');
        const pairings = await store().reads.pairings.currentOf(mentee.id);
        assert.equal(pairings.length, 1);
        const told = await store().reads.occurrences.countByState(programme);
        assert.equal(told.due, 1, 'the other one is introduced once');
      }),
      { numRuns: 8 },
    );
  });
});
