import assert from 'node:assert/strict';
import { BadRows } from '../../bot/core/import.ts';
import type { ImportReport } from '../../bot/core/import.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { TENANT } from '../helpers/builders.ts';
import { importFile, importRows, managerOf, personOf, stagedIn } from '../helpers/imports.ts';
import { HEADER, aRow, withFile } from '../helpers/people-file.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

const counts = ({ new: added, changed, gone, unchanged }: ImportReport) => [added, changed, gone, unchanged];

describe('importing people with bad rows', () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await openTestStore();
  });
  afterEach(() => store.close());

  const bad = aRow({ person_id: 'bad', level: '7' });

  it('brings in nobody and names them', async () => {
    const refusal = await importRows(store, [aRow(), bad]).catch((error: unknown) => error);
    assert.ok(refusal instanceof BadRows);
    assert.deepEqual([refusal.code, refusal.facts['count']], ['bad-rows', 1]);
    assert.deepEqual(
      refusal.problems.map((one) => [one.line, one.column, one.problem]),
      [[3, 'level', 'not-a-level']],
    );
    assert.equal(await store.reads.people.count(TENANT), 0);
    assert.deepEqual(await stagedIn(store), []);
  });

  it('brings in the others when told to skip them', async () => {
    const report = await importRows(store, [aRow(), bad], { skipBadRows: true });
    assert.deepEqual([counts(report), report.skipped, report.goneDecided], [[1, 0, 0, 0], 1, true]);
  });

  it('leaves whoever has one as they are, and does not call them gone', async () => {
    await importRows(store, [aRow({ person_id: 'a', manager_id: 'bad' }), aRow({ person_id: 'bad' })]);
    const rows = [aRow({ person_id: 'a', manager_id: 'bad', level: '4' }), bad];
    const report = await importRows(store, rows, { skipBadRows: true });
    assert.deepEqual([counts(report), report.warningCount], [[0, 1, 0, 0], 0]);
    assert.deepEqual([(await personOf(store, 'bad')).leftAt, await managerOf(store, 'a')], [null, 'bad']);
  });

  it('calls nobody gone when a row does not say whose it is', async () => {
    await importRows(store, [aRow(), aRow({ person_id: 'b' })]);
    const report = await importRows(store, [aRow(), aRow({ person_id: '' })], { skipBadRows: true });
    assert.deepEqual([counts(report), report.goneDecided], [[0, 0, 0, 1], false]);
    assert.equal((await personOf(store, 'b')).leftAt, null);
  });

  it('finds ids that come twice, and keeps the first', async () => {
    const rows = [aRow({ level: '1' }), aRow({ person_id: 'b' }), aRow({ level: '2' })];
    const refusal = await importRows(store, rows).catch((error: unknown) => error);
    assert.ok(refusal instanceof BadRows);
    assert.deepEqual(refusal.problems, [
      { line: 4, column: 'person_id', problem: 'repeated', facts: { first: 2 } },
    ]);
    const report = await importRows(store, rows, { skipBadRows: true });
    assert.deepEqual([counts(report), (await personOf(store, 'p1')).level], [[2, 0, 0, 0], 1]);
  });

  it('finds accounts that come twice', async () => {
    const guid = 'aaaaaaaa-0000-4000-8000-000000000001';
    const content = `${HEADER},entra_object_id\n${aRow()},${guid}\n${aRow({ person_id: 'b' })},${guid.toUpperCase()}\n`;
    await withFile(content, async (path) => {
      await assert.rejects(
        importFile(store, path),
        (error) => error instanceof BadRows && error.problems[0]?.problem === 'object-id-repeated',
      );
      const report = await importFile(store, path, { skipBadRows: true });
      assert.deepEqual([counts(report), report.skipped], [[1, 0, 0, 0], 1]);
    });
  });

  it('lists the first hundred and counts them all', async () => {
    const rows = Array.from({ length: 250 }, (_, i) => aRow({ person_id: `p${i}`, level: '' }));
    const refusal = await importRows(store, rows).catch((error: unknown) => error);
    assert.ok(refusal instanceof BadRows);
    assert.deepEqual([refusal.facts['count'], refusal.problems.length], [250, 100]);
  });

  it('brings in nobody, and nobody is gone, when there are no rows', async () => {
    await importRows(store, [aRow()]);
    await assert.rejects(
      importRows(store, [], { skipBadRows: true }),
      (error) => error instanceof Refusal && error.facts['why'] === 'no-rows',
    );
    assert.equal((await personOf(store, 'p1')).leftAt, null);
  });

  it('undoes everything when the file ends badly', async () => {
    const content = `${HEADER}\n${aRow()}\n"never closed`;
    await withFile(content, (path) => assert.rejects(importFile(store, path), Refusal));
    assert.equal(await store.reads.people.count(TENANT), 0);
    assert.deepEqual(await stagedIn(store), []);
  });
});
