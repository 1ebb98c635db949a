import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { copyStore } from '../../bot/store/copy.ts';
import type { Engine } from '../../bot/store/engine.ts';
import { rowsByKey } from '../../bot/store/rows-by-key.ts';
import { wrappingKeyOf } from '../../bot/store/sealing/key-file.ts';
import { aPerson, NOW } from '../helpers/builders.ts';
import { seedPairing, seedPeople, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';
import { engines } from './engines.ts';
import { sayEverything } from './said.ts';

const wrappingKey = wrappingKeyOf(new Uint8Array(32).fill(7));

/** People under each other, a pairing in which one has said everything, a talk, and an entry of the audit. */
async function fill(store: TestStore): Promise<{ personId: ReturnType<typeof aPerson>['id'] }> {
  const boss = aPerson({ displayName: 'Zoë 👩🏽‍💻' });
  const people = [aPerson({ managerId: boss.id }), aPerson({ managerId: boss.id }), boss];
  const programme = await seedProgramme(store, { people });
  const [one, two] = people;
  assert.ok(one && two);
  const pairing = await seedPairing(store, programme.id, [one.id, two.id]);
  await sayEverything(store, programme, pairing, { personId: one.id, partnerId: two.id, canary: 'bird' });
  await seedPeople(
    store,
    Array.from({ length: 5000 }, () => aPerson({ managerId: boss.id })),
  );
  await store.transaction(async (tx) => {
    await tx.conversations.receive('c', 'a', NOW);
    await tx.members.setState(programme.id, two.id, 'paused', '2027-01-03', NOW);
    await tx.privacy.record(programme.id, {
      at: NOW,
      actor: null,
      action: 'start-programme',
      object: 'x',
      relation: 'self',
    });
  });
  return { personId: one.id };
}

for (const engine of engines) {
  describe(`A copy to ${engine.name}`, function () {
    this.timeout(60_000);
    let folder: string;
    let source: TestStore;
    let target: Awaited<ReturnType<typeof engine.create>>;
    let to: Engine;
    beforeEach(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'alongside-copy-'));
      source = await openTestStore(path.join(folder, 'from.db'), wrappingKey);
      target = await engine.create();
      to = await target.openEngine();
    });
    afterEach(async () => {
      await source.close();
      await target.drop();
      await rm(folder, { recursive: true, force: true });
    });

    it('holds what the source holds, sealed words that still open included', async () => {
      const { personId } = await fill(source);
      const copied = await copyStore(source.engine, to);
      const people = copied.find(({ table }) => table === 'people');
      assert.deepEqual([people?.rows, people?.brought], [5003, 5003]);
      const there = await target.open(wrappingKey);
      assert.deepEqual(
        await there.reads.privacy.everythingAbout(personId),
        await source.reads.privacy.everythingAbout(personId),
      );
      assert.match(JSON.stringify(await there.reads.privacy.everythingAbout(personId)), /bird reflection 🌧️/);
    });

    it('that was cut off goes on, and brings nothing twice', async () => {
      await fill(source);
      const cut = copyStore(source.engine, to, (table, rows) => {
        if (table === 'people' && rows > 2000) throw new Error('power cut');
      });
      await assert.rejects(cut, /power cut/);
      const people = (await copyStore(source.engine, to)).find(({ table }) => table === 'people');
      assert.ok(people && people.brought > 0 && people.brought < people.rows);
      const again = await copyStore(source.engine, to);
      assert.deepEqual(
        again.filter(({ brought }) => brought > 0),
        [],
      );
    });

    it('notices a single value that differs', async () => {
      await fill(source);
      await copyStore(source.engine, to);
      await to.transact((db) => sql`update members set rounds_waited = 1 where state = 'paused'`.execute(db));
      await assert.rejects(copyStore(source.engine, to), { code: 'not-a-copy', message: /members differs/ });
    });

    it('never mixes two companies', async () => {
      await seedPeople(source, [aPerson()]);
      await seedPeople(await target.open(), [aPerson()]);
      await assert.rejects(copyStore(source.engine, to), { code: 'not-a-copy', message: /people/ });
    });
  });
}

describe('Rows by key', () => {
  it('come each once, whatever the page and however many columns the key has', async () => {
    const store = await openTestStore();
    const programme = await seedProgramme(store, { people: Array.from({ length: 7 }, () => aPerson()) });
    await store.transaction(async (tx) => {
      for (const { id } of programme.people)
        await tx.members.setTopics(programme.id, id, 'offer', programme.topics);
    });
    const all = new Set<string>();
    let rows = 0;
    for (const limit of [1, 2, 3, 5, 100])
      for await (const page of rowsByKey(store.engine, 'memberTopics', limit)) {
        rows += page.length;
        for (const row of page) all.add(JSON.stringify(row));
      }
    assert.deepEqual([all.size, rows], [21, 105]);
    await store.close();
  });
});
