import assert from 'node:assert/strict';
import type { PersonId } from '../../bot/core/ids.ts';
import { aPerson, later, NOW } from '../helpers/builders.ts';
import { seedPeople, seedProgramme } from '../helpers/seed.ts';
import { onEveryEngine, refusal } from './engines.ts';

onEveryEngine('Conversations', ({ store, another }) => {
  let person: PersonId;
  beforeEach(async () => {
    const someone = aPerson();
    await seedPeople(store(), [someone]);
    person = someone.id;
  });
  const reference = (serviceUrl: string) => ({
    personId: person,
    serviceUrl,
    conversationId: `a:${'x'.repeat(250)}`,
    userId: '29:1',
    botId: '28:bot',
  });

  it('remember the newest way to reach someone, and that they can be reached', async () => {
    const reads = store().reads.conversations;
    assert.equal(await reads.reference(person), null);
    await store().transaction((tx) => tx.conversations.remember(reference('https://old'), NOW));
    await store().transaction((tx) => tx.conversations.markUnreachable(person, 'blocked', NOW));
    assert.equal(await reads.unreachable(person), 'blocked');
    await store().transaction((tx) => tx.conversations.remember(reference('https://new'), NOW));
    assert.deepEqual(await reads.reference(person), reference('https://new'));
    assert.equal(await reads.unreachable(person), null);
  });

  it('are saved by one of two turns that saw the same state', async () => {
    const { id } = await seedProgramme(store());
    const save = (state: unknown, version: number) =>
      store().transaction((tx) => tx.conversations.saveDialog(person, id, state, version, NOW));
    const begun = await Promise.allSettled([save({ step: 'a' }, 0), save({ step: 'b' }, 0)]);
    assert.deepEqual(begun.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    await save({ step: 'offers', chosen: ['é', null, 3] }, 1);
    await assert.rejects(save({ step: 'late' }, 1), refusal('try-again'));
    await assert.rejects(save({ step: 'never seen' }, 7), refusal('try-again'));
    assert.deepEqual(await store().reads.conversations.dialog(person), {
      programmeId: id,
      state: { step: 'offers', chosen: ['é', null, 3] },
      version: 2,
    });
  });

  it('receive each activity once, on any instance', async () => {
    const other = await another();
    const receive = (which: typeof other, activity: string) =>
      which.transaction((tx) => tx.conversations.receive('a:1', activity, NOW));
    const results = await Promise.all([receive(store(), '1'), receive(other, '1'), receive(other, '2')]);
    assert.equal(results.filter((fresh) => fresh).length, 2);
  });

  it('go on in the transaction in which an activity had come before', async () => {
    await store().transaction((tx) => tx.conversations.receive('a:1', '1', NOW));
    await store().transaction(async (tx) => {
      assert.equal(await tx.conversations.receive('a:1', '1', NOW), false);
      await tx.conversations.remember(reference('https://still'), NOW);
    });
    assert.equal((await store().reads.conversations.reference(person))?.serviceUrl, 'https://still');
  });

  it('give the same answer again to the same press, and undo the second of two', async () => {
    const press = (answer: unknown) =>
      store().transaction(async (tx) => {
        await tx.conversations.remember(reference(`https://${String(answer)}`), later(NOW, 1));
        await tx.conversations.saveAnswer('card:yes:1', answer, NOW);
      });
    assert.equal(await store().reads.conversations.answered('card:yes:1'), null);
    await press('first');
    await assert.rejects(press('second'), refusal('try-again'));
    assert.equal(await store().reads.conversations.answered('card:yes:1'), 'first');
    assert.equal((await store().reads.conversations.reference(person))?.serviceUrl, 'https://first');
  });
});
