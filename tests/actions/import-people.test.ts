import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { asId } from '../../bot/core/ids.ts';
import type { TenantId } from '../../bot/core/ids.ts';
import type { ImportReport } from '../../bot/core/import.ts';
import type { Store } from '../../bot/core/ports/store.ts';
import { NOW, TENANT, later } from '../helpers/builders.ts';
import { importFile, importRows, managerOf, personOf, stagedIn } from '../helpers/imports.ts';
import { HEADER, REAL_PEOPLE, aRow, needsRealPeople, withFile } from '../helpers/people-file.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

const counts = ({ new: added, changed, gone, unchanged }: ImportReport) => [added, changed, gone, unchanged];

function importAccounts(store: Store, first: string, second: string): Promise<ImportReport> {
  const content = `${HEADER},entra_object_id\n${aRow({ person_id: 'a' })},${first}\n${aRow({ person_id: 'b' })},${second}\n`;
  return withFile(content, (path) => importFile(store, path));
}

describe('importing people', () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await openTestStore();
  });
  afterEach(() => store.close());

  it('brings in new people with their managers and topics', async () => {
    const report = await importRows(store, [
      aRow({ person_id: 'a', manager_id: 'b', offers: 'C++;Changing career', needs: 'Rust' }),
      aRow({ person_id: 'b', display_name: 'Bea' }),
    ]);
    assert.deepEqual(counts(report), [2, 0, 0, 0]);
    assert.equal(await managerOf(store, 'a'), 'b');
    const topics = await store.reads.topics.byIds(
      (await store.reads.people.suggestedTopics((await personOf(store, 'a')).id)).map((one) => one.topicId),
    );
    assert.deepEqual([...topics.values()].map((topic) => `${topic.kind} ${topic.name}`).sort(), [
      'experience Changing career',
      'skill C++',
      'skill Rust',
    ]);
  });

  it('changes nothing with the same file again, in any order of its rows', async () => {
    const rows = [aRow({ person_id: 'a', manager_id: 'b' }), aRow({ person_id: 'b' })];
    await importRows(store, rows);
    const before = await personOf(store, 'a');
    const again = await importRows(store, rows.toReversed(), { at: later(NOW, 1000) });
    assert.deepEqual(counts(again), [0, 0, 0, 2]);
    assert.deepEqual(await personOf(store, 'a'), before);
  });

  it('sees every column that changes', async () => {
    await importRows(store, [aRow(), aRow({ person_id: 'b' })]);
    const changes: readonly { [column: string]: string }[] = [
      { display_name: 'Ada Changed' },
      { email: '' },
      { job_title: 'Lead' },
      { department: 'Sales' },
      { level: '4' },
      { years_experience: '8' },
      { people_manager: 'yes' },
      { country: 'AT' },
      { time_zone: 'Europe/Vienna' },
      { languages: 'de' },
      { offers: 'Terraform' },
      { needs: '' },
      { manager_id: 'b' },
    ];
    let row: { [column: string]: string } = {};
    for (const change of changes) {
      row = { ...row, ...change };
      const report = await importRows(store, [aRow(row), aRow({ person_id: 'b' })]);
      assert.deepEqual(counts(report), [0, 1, 0, 1], JSON.stringify(change));
    }
    const { displayName, level, managesPeople, languages } = await personOf(store, 'p1');
    assert.deepEqual([displayName, level, managesPeople, languages], ['Ada Changed', 4, true, ['de']]);
  });

  it('marks who is missing as gone, keeps them, and takes them back', async () => {
    const a = aRow({ person_id: 'a', manager_id: 'b' });
    const b = aRow({ person_id: 'b' });
    await importRows(store, [a, b]);
    const { id } = await personOf(store, 'b');
    assert.deepEqual(counts(await importRows(store, [a], { at: later(NOW, 1000) })), [0, 1, 1, 0]);
    assert.deepEqual((await personOf(store, 'b')).leftAt, later(NOW, 1000));
    assert.equal(await managerOf(store, 'a'), null);
    assert.deepEqual(counts(await importRows(store, [a])), [0, 0, 0, 1]);
    assert.deepEqual(counts(await importRows(store, [a, b])), [0, 2, 0, 0]);
    const back = await personOf(store, 'b');
    assert.deepEqual([back.id, back.leftAt, await managerOf(store, 'a')], [id, null, 'b']);
  });

  it('leaves other tenants alone', async () => {
    const other: TenantId = asId('22222222-2222-7222-8222-222222222222');
    await importRows(store, [aRow({ person_id: 'b' })], { tenantId: other });
    await importRows(store, [aRow()]);
    assert.equal((await store.reads.people.byDirectoryId(other, 'b'))?.leftAt, null);
    assert.equal(await store.reads.people.byDirectoryId(TENANT, 'b'), null);
  });

  it('keeps an account that Teams has shown where the file says nothing of it', async () => {
    const known = 'aaaaaaaa-0000-4000-8000-000000000001';
    await importRows(store, [aRow()]);
    const { id } = await personOf(store, 'p1');
    await store.transaction((tx) => tx.people.setObjectId(id, known));
    await importRows(store, [aRow({ level: '5' })]);
    assert.equal((await personOf(store, 'p1')).objectId, known);
  });

  it('lets an account move from one person to another', async () => {
    const [x, y] = ['aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002'];
    await importAccounts(store, x, y);
    assert.deepEqual(counts(await importAccounts(store, y, x)), [0, 2, 0, 0]);
    assert.deepEqual([(await personOf(store, 'a')).objectId, (await personOf(store, 'b')).objectId], [y, x]);
  });

  it('is one topic in German and English', async () => {
    await importRows(store, [aRow({ offers: 'Changing career;den Beruf wechseln' })]);
    assert.equal((await store.reads.people.suggestedTopics((await personOf(store, 'p1')).id)).length, 2);
    assert.equal((await importRows(store, [aRow({ offers: 'Den Beruf wechseln' })])).unchanged, 1);
  });

  describe('with a preview', () => {
    it('counts what the run then does, and changes nothing', async () => {
      const row = fc.record({ id: fc.integer({ min: 0, max: 9 }), level: fc.integer({ min: 1, max: 3 }) });
      const file = fc.uniqueArray(row, { selector: ({ id }) => id, minLength: 1, maxLength: 10 });
      await fc.assert(
        fc.asyncProperty(file, file, async (first, second) => {
          const one = await openTestStore();
          const rowsOf = (people: typeof first) =>
            people.map(({ id, level }) =>
              aRow({ person_id: `p${id}`, level: `${level}`, manager_id: `p${(id * 3) % 10}` }),
            );
          try {
            await importRows(one, rowsOf(first));
            const before = await one.reads.people.page(TENANT, { search: '', offset: 0, limit: 50 });
            const preview = await importRows(one, rowsOf(second), { dryRun: true });
            assert.deepEqual(
              await one.reads.people.page(TENANT, { search: '', offset: 0, limit: 50 }),
              before,
            );
            const run = await importRows(one, rowsOf(second));
            assert.deepEqual({ ...preview, applied: true }, run);
            assert.equal(run.new + run.changed + run.unchanged, second.length);
            assert.deepEqual(counts(await importRows(one, rowsOf(second))), [0, 0, 0, second.length]);
          } finally {
            await one.close();
          }
        }),
        { numRuns: 25 },
      );
    });

    it('leaves no topics behind', async () => {
      await importRows(store, [aRow({ offers: 'Never seen' })], { dryRun: true });
      assert.deepEqual(await store.reads.topics.all(TENANT), []);
      assert.deepEqual(await stagedIn(store), []);
    });
  });

  it('brings in the thousand real people, once', async function () {
    needsRealPeople(this);
    assert.deepEqual(counts(await importFile(store, REAL_PEOPLE, { dryRun: true })), [1000, 0, 0, 0]);
    const report = await importFile(store, REAL_PEOPLE);
    assert.deepEqual([counts(report), report.warningCount], [[1000, 0, 0, 0], 0]);
    assert.deepEqual(counts(await importFile(store, REAL_PEOPLE)), [0, 0, 0, 1000]);
    const top = await store.engine.read
      .selectFrom('people')
      .where('managerId', 'is', null)
      .select('id')
      .execute();
    assert.equal(top.length, 1);
    const [boss] = top;
    assert.equal((await store.reads.people.reports(boss?.id ?? asId(''))).length, 999);
  });
});
