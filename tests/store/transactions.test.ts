import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { asId } from '../../bot/core/ids.ts';
import type { PersonId } from '../../bot/core/ids.ts';
import { LIMITS } from '../../bot/core/limits.ts';
import { DEFAULT_SETTINGS } from '../../bot/core/programme.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson, NOW, TENANT } from '../helpers/builders.ts';
import { seedPeople } from '../helpers/seed.ts';
import { onEveryEngine, refusal } from './engines.ts';

const create = (name: string) => ({
  id: asId<never>(newId()),
  tenantId: TENANT,
  name,
  settings: DEFAULT_SETTINGS,
  at: NOW,
});

onEveryEngine('A transaction', ({ store, another }) => {
  it('leaves nothing behind when the work throws', async () => {
    const work = store().transaction(async (tx) => {
      await tx.programmes.create(create('Gone'));
      throw new Refusal('malformed');
    });
    await assert.rejects(work, refusal('malformed'));
    assert.deepEqual(await store().reads.programmes.ofTenant(TENANT), []);
  });

  it('goes on after one that failed', async () => {
    await assert.rejects(store().transaction(() => Promise.reject(new Error('no'))));
    await store().transaction((tx) => tx.programmes.create(create('Kept')));
    assert.equal((await store().reads.programmes.ofTenant(TENANT)).length, 1);
  });

  it('does not hold up reads, which see the state before it', async () => {
    const { promise: held, resolve: finish } = Promise.withResolvers<void>();
    const work = store().transaction(async (tx) => {
      await tx.programmes.create(create('Not yet'));
      await held;
    });
    await sleep(20);
    assert.deepEqual(await store().reads.programmes.ofTenant(TENANT), []);
    finish();
    await work;
    assert.equal((await store().reads.programmes.ofTenant(TENANT)).length, 1);
  });

  it('that comes in turn waits for the one before, and sees what that left: nothing runs again', async () => {
    const [one, other] = [store(), await another()];
    await one.transaction((tx) => tx.occurrences.lockPermits(TENANT, 'proactive', NOW));
    let runs = 0;
    const take = (on: typeof one) =>
      on.transaction(async (tx) => {
        runs += 1;
        const permits = await tx.occurrences.lockPermits(TENANT, 'proactive', NOW);
        await sleep(30);
        await tx.occurrences.savePermits(TENANT, 'proactive', { ...permits, issued: permits.issued + 1 });
      }, 'in-turn');
    await Promise.all([take(one), take(other), take(one), take(other)]);
    const { issued } = await one.reads.occurrences.permits(TENANT, 'proactive', NOW);
    assert.deepEqual([issued, runs], [4, 4]);
  });

  it('refuses to nest, and to be read past', async () => {
    await assert.rejects(
      store().transaction(() => store().transaction(async () => {})),
      /do not nest/,
    );
    await assert.rejects(
      store().transaction(() => store().reads.programmes.running()),
      /Read through the transaction/,
    );
    assert.deepEqual(await store().reads.programmes.running(), []);
  });

  it('waits for that of another process, and neither loses a write', async () => {
    const other = await another();
    const work = async (which: typeof other, side: string): Promise<void> => {
      for (let index = 0; index < 20; index += 1) {
        await which.transaction(async (tx) => {
          await tx.programmes.create(create(`${side} ${index}`));
          await sleep(1);
        });
      }
    };
    await Promise.all([work(store(), 'left'), work(other, 'right')]);
    assert.equal((await store().reads.programmes.ofTenant(TENANT)).length, 40);
  });

  it('refuses a reference to what is not there', async () => {
    const join = store().transaction((tx) =>
      tx.members.join({
        programmeId: asId(newId()),
        personId: asId(newId()),
        rhythm: 'weekly',
        mentorCapacity: 0,
        at: NOW,
      }),
    );
    await assert.rejects(join, { name: 'ForeignKeyViolation' });
  });
});

onEveryEngine('A value', ({ store }) => {
  it('comes back as it went in, whatever the script', async () => {
    const person = aPerson({
      displayName: 'Zoë “Жанна” 山田 👩🏽‍💻 O’Brien',
      jobTitle: 'שלום — مرحبا\t%_\\\'"; drop table people',
      department: '𝔘𝔫𝔦𝔠𝔬𝔡𝔢',
      objectId: null,
      leftAt: new Date('2026-02-28T23:59:59.999Z'),
    });
    await seedPeople(store(), [person]);
    assert.deepEqual(await store().reads.people.byId(person.id), person);
  });

  it('that holds half of an emoji comes back readable, one by one and in a stream', async () => {
    const broken = Array.from({ length: 150 }, () => aPerson({ displayName: 'Half \ud83d of one' }));
    await seedPeople(store(), broken);
    const people = await store().reads.people.byIds(broken.map(({ id }) => id));
    assert.deepEqual(
      new Set([...people.values()].map(({ displayName }) => displayName)),
      new Set(['Half \ufffd of one']),
    );
  });

  it('may be as long as the limits allow', async () => {
    const person = aPerson({
      displayName: 'n'.repeat(LIMITS.nameLength),
      email: 'e'.repeat(LIMITS.emailLength),
      jobTitle: 'ß'.repeat(LIMITS.titleLength),
      department: '€'.repeat(LIMITS.titleLength),
      timeZone: 'America/Argentina/ComodRivadavia',
      languages: Array.from({ length: LIMITS.languagesPerPerson }, (_, index) => `l${index}`),
    });
    await seedPeople(store(), [person]);
    assert.deepEqual(await store().reads.people.byId(person.id), person);
  });

  it('that is undefined is a fault, never an absence', async () => {
    const whole = aPerson();
    const broken = { ...aPerson(), objectId: JSON.parse('{}').objectId };
    await assert.rejects(seedPeople(store(), [whole, broken]), TypeError);
    assert.equal(await store().reads.people.byId(whole.id), null);
    await assert.rejects(store().reads.people.byObjectId(TENANT, JSON.parse('{}').id), TypeError);
  });

  it('can be asked for in lists longer than a statement holds', async () => {
    const people = Array.from({ length: 2500 }, () => aPerson());
    await seedPeople(store(), people);
    const ids: PersonId[] = people.map((person) => person.id);
    const found = await store().reads.people.byIds([...ids, ...ids]);
    assert.equal(found.size, 2500);
  });
});
