import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { ImportRow } from '../../bot/core/import.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { openPeopleCsv } from '../../bot/directory/csv/people-csv.ts';
import { HEADER, REAL_PEOPLE, aRow, allOf, needsRealPeople, withFile } from '../helpers/people-file.ts';

async function rowsOf(content: string | Uint8Array): Promise<readonly ImportRow[]> {
  return withFile(content, async (path) => allOf((await openPeopleCsv(path)).rows));
}

async function onlyPerson(content: string) {
  const [row] = await rowsOf(content);
  assert.equal(row?.kind, 'person', JSON.stringify(row));
  return row.person;
}

async function problemsOf(row: string) {
  const [found] = await rowsOf(`${HEADER}\n${row}\n`);
  assert.equal(found?.kind, 'bad', 'the row came in');
  return found.problems.map((one) => ({ line: one.line, column: one.column, problem: one.problem }));
}

async function whyRefused(content: string | Uint8Array): Promise<Refusal> {
  try {
    await rowsOf(content);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('the file was not refused');
}

describe('reading an HR export', () => {
  it('reads a person from a row', async () => {
    const person = await onlyPerson(`${HEADER}\n${aRow({ manager_id: 'p9' })}\n`);
    assert.deepEqual(person, {
      directoryId: 'p1',
      displayName: 'Ada Example',
      email: 'ada@example.com',
      jobTitle: 'Engineer',
      department: 'Engineering',
      level: 3,
      yearsExperience: 7,
      managesPeople: false,
      country: 'DE',
      timeZone: 'Europe/Berlin',
      languages: ['en', 'de'],
      offers: ['Kubernetes'],
      needs: ['Changing career'],
      managerDirectoryId: 'p9',
      objectId: null,
    });
  });

  it('finds columns by name in any order and case, and says which it ignores', async () => {
    const names = HEADER.split(',').toReversed();
    const cells = aRow().split(',').toReversed();
    const header = ['Cost_Centre', ...names.map((name) => name.toUpperCase())].join(',');
    await withFile(`${header}\nK7,${cells.join(',')}\n`, async (path) => {
      const csv = await openPeopleCsv(path);
      assert.deepEqual(csv.ignoredColumns, ['Cost_Centre']);
      const [row] = await allOf(csv.rows);
      assert.equal(row?.kind === 'person' && row.person.displayName, 'Ada Example');
      assert.equal(csv.progress(), 1);
    });
  });

  it('does without offers and needs', async () => {
    const short = HEADER.replace(',offers,needs', '');
    const person = await onlyPerson(`${short}\n${aRow().replace(',Kubernetes,Changing career', '')}\n`);
    assert.deepEqual([person.offers, person.needs], [[], []]);
  });

  it('reads the same with and without a byte order mark, and with any line end', async () => {
    const plain = await onlyPerson(`${HEADER}\n${aRow()}\n`);
    assert.deepEqual(await onlyPerson(`\uFEFF${HEADER}\n${aRow()}\n`), plain);
    assert.deepEqual(await onlyPerson(`${HEADER}\r\n${aRow()}`), plain);
  });

  it('takes the object id from its own column, or from a person id that is one', async () => {
    const guid = '0A7B8C9D-1111-2222-3333-444455556666';
    const own = await onlyPerson(`${HEADER},entra_object_id\n${aRow()},${guid}\n`);
    assert.equal(own.objectId, guid.toLowerCase());
    const key = await onlyPerson(`${HEADER}\n${aRow({ person_id: guid })}\n`);
    assert.equal(key.objectId, guid.toLowerCase());
  });

  it('keeps commas, quotes, plus signs and emoji inside topics', async () => {
    const person = await onlyPerson(`${HEADER}\n${aRow({ offers: 'C++;ETL, "fast";C#; c# ;🚀 launch' })}\n`);
    assert.deepEqual(person.offers, ['C++', 'ETL, "fast"', 'C#', '🚀 launch']);
  });

  it('reads back whatever name was written, on one line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), async (name) => {
        const tidy = name.normalize('NFC').replace(/\s+/gu, ' ').trim();
        fc.pre(tidy !== '' && tidy.length <= 200 && !name.includes('\0'));
        const person = await onlyPerson(`${HEADER}\n${aRow({ display_name: name })}\n`);
        assert.equal(person.displayName, tidy);
      }),
      { numRuns: 50 },
    );
  });

  it('names the line on which a row begins, after blank lines and cells of several lines', async () => {
    const rows = await rowsOf(
      [HEADER, '', aRow({ job_title: 'Two\nlines' }), ',,,,,,,,,,,,,', aRow({ level: '9' })].join('\r\n'),
    );
    assert.deepEqual(
      rows.map((row) => [row.kind, row.line]),
      [
        ['person', 3],
        ['bad', 6],
      ],
    );
  });

  it('counts the thousand real people', async function () {
    needsRealPeople(this);
    const rows = await allOf((await openPeopleCsv(REAL_PEOPLE)).rows);
    assert.equal(rows.filter((row) => row.kind === 'person').length, 1000);
    assert.equal(rows.length, 1000);
  });
});

describe('a bad row of an HR export', () => {
  const cases: readonly [string, { [column: string]: string }, string][] = [
    ['person_id', { person_id: ' ' }, 'missing'],
    ['display_name', { display_name: 'x'.repeat(201) }, 'too-long'],
    ['email', { email: 'ada at example' }, 'not-an-email'],
    ['level', { level: '6' }, 'not-a-level'],
    ['level', { level: '2.5' }, 'not-a-level'],
    ['years_experience', { years_experience: '81' }, 'not-years'],
    ['years_experience', { years_experience: '-1' }, 'not-years'],
    ['people_manager', { people_manager: 'perhaps' }, 'not-yes-no'],
    ['country', { country: 'UK' }, 'not-a-country'],
    ['time_zone', { time_zone: 'Europe/Berlln' }, 'not-a-zone'],
    ['time_zone', { time_zone: '+02:00' }, 'not-a-zone'],
    ['languages', { languages: 'english!' }, 'not-a-language'],
    ['languages', { languages: '' }, 'missing'],
    ['languages', { languages: 'aa;ab;ac;ad;ae;af;ag;ah;ai;aj;ak;al;am' }, 'too-many-languages'],
    ['offers', { offers: Array.from({ length: 121 }, (_, i) => `T${i}`).join(';') }, 'too-many-topics'],
    ['needs', { needs: 'x'.repeat(121) }, 'too-long'],
  ];
  for (const [column, change, problem] of cases)
    it(`is named by line and column: ${column} is ${problem} (${JSON.stringify(change).slice(0, 50)})`, async () => {
      assert.deepEqual(await problemsOf(aRow(change)), [{ line: 2, column, problem }]);
    });

  it('shows everything that is wrong with it at once', async () => {
    const problems = await problemsOf(aRow({ level: 'x', country: '', time_zone: 'Mars/Olympus' }));
    assert.deepEqual(
      problems.map((one) => one.column),
      ['level', 'country', 'time_zone'],
    );
  });

  it('has more or fewer cells than the header', async () => {
    assert.deepEqual(await problemsOf(`${aRow()},extra`), [{ line: 2, column: null, problem: 'cells' }]);
    assert.deepEqual(await problemsOf('p1,Ada'), [{ line: 2, column: null, problem: 'cells' }]);
  });

  it('does not repeat what a cell says', async () => {
    const [row] = await rowsOf(`${HEADER}\n${aRow({ email: 'CANARY', country: 'CANARY' })}\n`);
    assert.ok(!JSON.stringify(row).includes('CANARY'));
  });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const whyNotOpened = (path: string) => openPeopleCsv(path).catch((error: unknown) => error);

describe('a file that is no HR export', () => {
  const semicolons = `${HEADER.replaceAll(',', ';')}\n1;2\n`;
  const cases: readonly [string, string | Uint8Array, string][] = [
    ['is empty', '', 'empty'],
    ['is a byte order mark only', '\uFEFF', 'empty'],
    ['is binary', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 1), 'binary'],
    ['has a NUL byte far inside', `${HEADER}\n${aRow()}\n${'x'.repeat(200_000)}\0`, 'binary'],
    ['is UTF-16', Uint8Array.of(0xff, 0xfe, 0x70, 0), 'utf-16'],
    ['is not UTF-8', Uint8Array.of(...bytes(`${HEADER}\n`), 0xe4, 0x2c), 'not-utf8'],
    ['ends within a letter', Uint8Array.of(...bytes(`${HEADER}\n`), 0xc3), 'not-utf8'],
    ['has no header', `${aRow()}\n${aRow()}\n`, 'no-header'],
    ['has semicolons', semicolons, 'semicolons'],
    ['has tabs', semicolons.replaceAll(';', '\t'), 'tabs'],
    ['lacks columns', 'person_id,display_name\np1,Ada\n', 'missing-columns'],
    ['has a column twice', `${HEADER},Level\n${aRow()},3\n`, 'repeated-columns'],
    ['leaves a quote open', `${HEADER}\n"p1,Ada\n${aRow()}\n`, 'quotes'],
    ['has one endless cell', `${HEADER}\n"${'x'.repeat(300_000)}"\n`, 'long-record'],
  ];
  for (const [name, content, why] of cases)
    it(`is refused when it ${name}`, async () => {
      const refusal = await whyRefused(content);
      assert.deepEqual([refusal.code, refusal.facts['why']], ['file-unreadable', why]);
    });

  it('is refused when it is not there or a folder', async () => {
    const missing = await whyNotOpened('/nowhere/people.csv');
    const folder = await whyNotOpened('/');
    assert.ok(missing instanceof Refusal && folder instanceof Refusal);
    assert.deepEqual([missing.facts['why'], folder.facts['why']], ['not-there', 'folder']);
  });

  it('is refused above the limit before it is read', async () => {
    await withFile(`${HEADER}\n${aRow()}\n`, async (path) => {
      await assert.rejects(
        openPeopleCsv(path, 100),
        (error) => error instanceof Refusal && error.code === 'too-large',
      );
    });
  });
});
