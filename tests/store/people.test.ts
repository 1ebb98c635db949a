import assert from 'node:assert/strict';
import { asId } from '../../bot/core/ids.ts';
import type { PersonId } from '../../bot/core/ids.ts';
import { DEFAULT_HOURS } from '../../bot/core/person.ts';
import type { Person } from '../../bot/core/person.ts';
import { newId } from '../../bot/new-id.ts';
import { setManagers } from '../../bot/store/people.ts';
import { aPerson, NOW, TENANT } from '../helpers/builders.ts';
import { seedPeople } from '../helpers/seed.ts';
import { onEveryEngine } from './engines.ts';

const page = (search: string) => ({ search, offset: 0, limit: 50 });

/** A line of people, each reporting to the one before. */
const line = (length: number): readonly Person[] => {
  const people: Person[] = [];
  for (let index = 0; index < length; index += 1) {
    people.push(aPerson({ managerId: people.at(-1)?.id ?? null }));
  }
  return people;
};

const idsOf = (people: readonly Person[]): readonly PersonId[] =>
  people.map((person) => person.id).toSorted();

onEveryEngine('People', ({ store }) => {
  it('are found by id, by tenant and object id, and by directory id', async () => {
    const person = aPerson();
    await seedPeople(store(), [person, aPerson()]);
    const reads = store().reads.people;
    assert.deepEqual(await reads.byId(person.id), person);
    assert.deepEqual(await reads.byObjectId(TENANT, person.objectId ?? ''), person);
    assert.deepEqual(await reads.byDirectoryId(TENANT, person.directoryId), person);
    assert.equal(await reads.byObjectId(asId(newId()), person.objectId ?? ''), null);
  });

  it('are one of each in a tenant: the object id and the directory id belong to one person', async () => {
    const person = aPerson();
    await seedPeople(store(), [person]);
    for (const twin of [
      aPerson({ objectId: person.objectId }),
      aPerson({ directoryId: person.directoryId }),
    ]) {
      await assert.rejects(seedPeople(store(), [twin]), { name: 'UniqueViolation' });
    }
    await seedPeople(store(), [aPerson({ objectId: null }), aPerson({ objectId: null })]);
  });

  it('come in pages by name, without case or accents, those who left aside', async () => {
    const names = ['éva', 'Adam', 'Zoë', 'Eve', 'bert'];
    await seedPeople(store(), [
      ...names.map((displayName) => aPerson({ displayName })),
      aPerson({ displayName: 'Gone', leftAt: NOW }),
    ]);
    const reads = store().reads.people;
    const first = await reads.page(TENANT, { search: '', offset: 0, limit: 3 });
    const second = await reads.page(TENANT, { search: '', offset: 3, limit: 3 });
    const shown = [...first.people, ...second.people].map((person) => person.displayName);
    assert.deepEqual(shown, ['Adam', 'bert', 'éva', 'Eve', 'Zoë']);
    assert.equal(first.total, 5);
    assert.equal(await reads.count(TENANT), 5);
  });

  it('are searched by the start of any word of name, title or department', async () => {
    const jose = aPerson({ displayName: 'José Núñez-Ångström', jobTitle: 'Head of data', department: 'R&D' });
    await seedPeople(store(), [jose, aPerson({ displayName: 'Josefine Other' })]);
    const found = async (search: string): Promise<number> =>
      (await store().reads.people.page(TENANT, page(search))).total;
    assert.equal(await found('jos'), 2);
    assert.equal(await found('JOSE nun'), 1);
    assert.equal(await found('ang'), 1);
    assert.equal(await found('data'), 1);
    assert.equal(await found('ata'), 0);
    assert.equal(await found('%'), 2, 'a sign of a pattern is no letter');
    assert.equal(await found('_ose'), 0);
  });

  it('keep ordinary hours and the language of theirs that we speak until they say otherwise', async () => {
    const person = aPerson({ languages: ['fr', 'de', 'en'] });
    await seedPeople(store(), [person]);
    assert.deepEqual(await store().reads.people.preferences(person.id), {
      locale: 'de',
      hours: DEFAULT_HOURS,
      timeZone: null,
      languages: null,
    });
    const own = {
      locale: 'en',
      hours: { days: [2, 4, 6], startMinute: 0, endMinute: 1440 },
      timeZone: 'Asia/Kathmandu',
      languages: ['ne', 'en'],
    } as const;
    await store().transaction((tx) => tx.people.setPreferences(person.id, own));
    await store().transaction((tx) => tx.people.setPreferences(person.id, own));
    assert.deepEqual(await store().reads.people.preferences(person.id), own);
  });

  it('take the object id that Teams knows them by', async () => {
    const person = aPerson({ objectId: null });
    await seedPeople(store(), [person]);
    const objectId = newId();
    await store().transaction((tx) => tx.people.setObjectId(person.id, objectId));
    assert.equal((await store().reads.people.byObjectId(TENANT, objectId))?.id, person.id);
  });
});

onEveryEngine('The reporting line', ({ store }) => {
  it('holds at any depth', async () => {
    const people = line(300);
    const [top, ...below] = people;
    await seedPeople(store(), [...people, aPerson()]);
    const last = below.at(-1);
    assert.ok(top && last);
    const reads = store().reads.people;
    assert.deepEqual(await reads.reports(top.id), idsOf(below));
    assert.equal(await reads.reportCount(top.id), below.length);
    assert.equal(await reads.isAbove(top.id, last.id), true);
    assert.equal(await reads.isAbove(last.id, top.id), false);
    assert.equal(await reads.isAbove(top.id, top.id), false);
    assert.equal(await reads.hasReports(top.id), true);
    assert.equal(await reads.hasReports(last.id), false);
  });

  it('passes through someone who left', async () => {
    const [top, middle, last] = line(3);
    assert.ok(top && middle && last);
    await seedPeople(store(), [top, { ...middle, leftAt: NOW }, last]);
    assert.deepEqual(await store().reads.people.reports(top.id), [last.id]);
    assert.equal(await store().reads.people.hasReports(top.id), true);
    assert.equal(await store().reads.people.isAbove(top.id, last.id), true);
  });

  it('that runs in a loop still gives an answer', async () => {
    const [one, two, three] = line(3);
    const outside = aPerson();
    assert.ok(one && two && three);
    await seedPeople(store(), [one, two, three, { ...outside, managerId: three.id }]);
    await store().write((db) => setManagers(db, new Map([[one.id, three.id]])));
    const reads = store().reads.people;
    assert.deepEqual(await reads.reports(one.id), idsOf([two, three, outside]));
    assert.deepEqual(await reads.reports(outside.id), []);
    assert.equal(await reads.isAbove(two.id, outside.id), true);
    assert.equal(await reads.isAbove(outside.id, one.id), false);
  });

  it('of someone who is their own manager is empty', async () => {
    const person = aPerson();
    await seedPeople(store(), [person]);
    await store().write((db) => setManagers(db, new Map([[person.id, person.id]])));
    assert.deepEqual(await store().reads.people.reports(person.id), []);
    assert.equal(await store().reads.people.hasReports(person.id), false);
    assert.equal(await store().reads.people.isAbove(person.id, person.id), false);
  });
});
