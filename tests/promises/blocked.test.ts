import assert from 'node:assert/strict';
import { array, assert as check, asyncProperty, constantFrom } from 'fast-check';
import type { OccurrenceId } from '../../bot/core/ids.ts';
import { conversationOf, openOutbox, referenceOf } from '../delivery/outbox.ts';
import { aPerson, later } from '../helpers/builders.ts';

const EVENTS = ['plan', 'run', 'block', 'allow', 'write'] as const;

describe('somebody who has blocked the bot', () => {
  it('is sent nothing until they write, and then exactly what is due', async () => {
    await check(
      asyncProperty(array(constantFrom(...EVENTS), { minLength: 5, maxLength: 25 }), async (events) => {
        const ada = aPerson();
        const outbox = await openOutbox([ada], { limits: false });
        const planned: OccurrenceId[] = [];
        let leftAlone = false;
        for (const event of events) {
          outbox.now = later(outbox.now, 1_000);
          const before = outbox.fake.ledger.count('send');
          if (event === 'plan')
            planned.push(await outbox.plan(ada, { kind: 'introduction', dueAt: outbox.now }));
          if (event === 'block') outbox.fake.refuse(conversationOf(ada.id), 'blockedByUser');
          if (event === 'allow') outbox.fake.allow(conversationOf(ada.id));
          if (event === 'write') {
            await outbox.store.transaction((tx) =>
              tx.conversations.remember(referenceOf(ada.id, outbox.fake), outbox.now),
            );
            leftAlone = false;
          }
          if (event === 'run') {
            await outbox.worker().runOnce();
            if (leftAlone) assert.equal(outbox.fake.ledger.count('send'), before, 'nothing is tried');
            leftAlone = (await outbox.store.reads.conversations.unreachable(ada.id)) !== null;
          }
        }
        for (const id of planned) {
          const { state } = await outbox.stateOf(id);
          assert.ok(outbox.told(id) <= 1);
          assert.equal(outbox.told(id) === 1, state === 'sent', state);
        }
        await outbox.close();
      }),
      { numRuns: 25 },
    );
  });

  it('would be tried again and again, if nobody remembered it', async () => {
    const ada = aPerson();
    const outbox = await openOutbox([ada], { limits: false });
    outbox.fake.refuse(conversationOf(ada.id), 'blockedByUser');
    for (let round = 1; round <= 3; round += 1) {
      await outbox.plan(ada, { kind: 'introduction', dueAt: outbox.now });
      await outbox.worker().runOnce();
      assert.equal(outbox.fake.ledger.count('send'), round);
      const reference = referenceOf(ada.id, outbox.fake);
      await outbox.store.transaction((tx) => tx.conversations.remember(reference, outbox.now));
    }
    await outbox.close();
  });
});
