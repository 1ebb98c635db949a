import assert from 'node:assert/strict';
import type { ImportReport } from '../../bot/core/import.ts';
import { importRows, managerOf } from '../helpers/imports.ts';
import { aRow } from '../helpers/people-file.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

const counts = ({ new: added, changed, gone, unchanged }: ImportReport) => [added, changed, gone, unchanged];
const reporting = (lines: { readonly [person: string]: string }) =>
  Object.entries(lines).map(([id, manager]) => aRow({ person_id: id, manager_id: manager }));
const warningsOf = (report: ImportReport) =>
  report.warnings.map((one) => [one.line, one.directoryId, one.warning]);
describe('importing reporting lines that cannot be followed', () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await openTestStore();
  });
  afterEach(() => store.close());

  it('warns of a manager who is nobody, and the person comes in', async () => {
    const report = await importRows(store, reporting({ a: 'nobody', b: 'a' }));
    assert.deepEqual(warningsOf(report), [[2, 'a', 'manager-unknown']]);
    assert.deepEqual(
      [counts(report), await managerOf(store, 'a'), await managerOf(store, 'b')],
      [[2, 0, 0, 0], null, 'a'],
    );
  });

  it('warns of everyone on a loop and of nobody else', async () => {
    const report = await importRows(store, reporting({ a: 'b', b: 'c', c: 'a', d: 'a', e: 'e' }));
    assert.deepEqual(warningsOf(report), [
      [2, 'a', 'manager-loop'],
      [3, 'b', 'manager-loop'],
      [4, 'c', 'manager-loop'],
      [6, 'e', 'manager-loop'],
    ]);
    assert.equal(await managerOf(store, 'd'), 'a');
  });

  it('sees a loop that closes over someone whose row is bad', async () => {
    await importRows(store, reporting({ a: '', held: 'a' }));
    const rows = [...reporting({ a: 'held' }), aRow({ person_id: 'held', level: '0' })];
    const report = await importRows(store, rows, { skipBadRows: true });
    assert.deepEqual(warningsOf(report), [[2, 'a', 'manager-loop']]);
    assert.deepEqual([await managerOf(store, 'a'), await managerOf(store, 'held')], [null, 'a']);
  });

  it('changes nothing the second time either', async () => {
    const rows = reporting({ a: 'b', b: 'a', c: 'nobody' });
    await importRows(store, rows);
    const again = await importRows(store, rows);
    assert.deepEqual([counts(again), again.warningCount], [[0, 0, 0, 3], 3]);
  });
});
