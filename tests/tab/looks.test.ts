import assert from 'node:assert/strict';
import type { AuditRow } from '../../bot/api/contract.ts';
import { inPlainWords } from '../../tab/src/features/my-space/in-plain-words.ts';
import { looksOf } from '../../tab/src/features/programme/looks.ts';
import { person } from '../fakes/api/people.ts';

describe('who looked, as a list', () => {
  const row = (minute: number, change: Partial<AuditRow> = {}): AuditRow => ({
    at: new Date(Date.UTC(2026, 10, 1, 9, minute)).toISOString(),
    who: person(2),
    action: 'view-programme-figures',
    relation: 'coordinator',
    about: null,
    ...change,
  });

  it('says once what follows itself, with the time of the newest, and loses nothing', () => {
    const rows = [
      row(9),
      row(8),
      row(7, { who: person(1) }),
      row(6),
      row(5, { action: 'view-audit' }),
      row(4),
    ];
    const looks = looksOf(rows);
    assert.deepEqual(
      looks.map(({ times }) => times),
      [2, 1, 1, 1, 1],
    );
    assert.equal(looks[0]?.at, rows[0]?.at);
  });
});

describe('my data, to be read', () => {
  it('has a line for each thing that is kept, times in words, and leaves out only what is empty', () => {
    const rows = [
      { displayName: 'Mara', leftAt: null, createdAt: '2026-11-01T09:00:00.000Z', languages: ['de', 'en'] },
      { displayName: '', workDays: '135', isVisibleToManager: false },
    ];
    const words = {
      fields: { displayName: 'Name', isVisibleToManager: 'Sieht meine Führungskraft', side: 'Seite' },
      values: { false: 'nein', need: 'steht an' },
    };
    assert.equal(
      inPlainWords(rows, { dayTime: () => 'heute' }, words),
      'Name: Mara\ncreated at: heute\nlanguages: de, en\n\nwork days: 135\nSieht meine Führungskraft: nein',
    );
    assert.equal(
      inPlainWords([{ side: 'need', text: 'need' }], { dayTime: () => '' }, words),
      'Seite: steht an\ntext: need',
    );
  });
});
