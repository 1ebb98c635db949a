import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REPORTING_WARNINGS, ROW_PROBLEMS } from '../../bot/core/import.ts';
import { LOCALES } from '../../bot/core/person.ts';
import { wordsIn } from '../../bot/words/words.ts';
import { HEADER, aRow, withFile } from '../helpers/people-file.ts';

const PROGRAM = fileURLToPath(new URL('../../bot/cli/people.ts', import.meta.url));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe('npm run people', function () {
  this.timeout(30_000);
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alongside-cli-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  function people(args: readonly string[], env: { readonly [name: string]: string } = {}): Promise<Outcome> {
    const own = { ALONGSIDE_SQLITE: join(folder, 'a.sqlite'), ALONGSIDE_KEY_FILE: join(folder, 'a.key') };
    return new Promise((done) => {
      const child = execFile(
        process.execPath,
        [PROGRAM, ...args],
        { env: { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8', ...own, ...env } },
        (_error, out, err) => done({ code: child.exitCode ?? -1, out, err }),
      );
    });
  }
  const importing = (rows: readonly string[], ...options: readonly string[]): Promise<Outcome> =>
    withFile([HEADER, ...rows, ''].join('\n'), (path) => people(['import', path, ...options]));

  it('previews, imports, and says what happened', async () => {
    const preview = await importing([aRow()], '--dry-run');
    assert.match(preview.out, /preview.*\nnew: 1, changed: 0, gone: 0, unchanged: 0/u);
    const run = await importing([aRow()]);
    assert.deepEqual([run.code, run.err], [0, '']);
    assert.match(run.out, /new: 1, changed: 0, gone: 0, unchanged: 0/u);
    const again = await importing([aRow()], '--json');
    const report: unknown = JSON.parse(again.out);
    assert.deepEqual(report, {
      new: 0,
      changed: 0,
      gone: 0,
      unchanged: 1,
      applied: true,
      skipped: 0,
      goneDecided: true,
      problems: [],
      warnings: [],
      warningCount: 0,
      ignoredColumns: [],
    });
  });

  it('names bad rows on standard error and ends with 1', async () => {
    const { code, out, err } = await importing([aRow(), aRow({ person_id: 'b', level: 'x' })]);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /line 3, level: must be a whole number from 1 to 5\./u);
    assert.match(err, /--skip-bad-rows/u);
  });

  it('speaks German where the shell does', async () => {
    const { code, err } = await people(['import', 'nirgends.csv'], { LANG: 'de_AT.UTF-8' });
    assert.deepEqual(
      [code, err],
      [1, 'Die Datei nirgends.csv gibt es nicht. Prüf den Namen und den Ordner.\n'],
    );
  });

  it('answers a command that is not one with how it is meant', async () => {
    for (const args of [[], ['import'], ['export', 'x'], ['import', 'x', 'y'], ['import', 'x', '--bogus']]) {
      const { code, err } = await people(args);
      assert.equal(code, 1);
      assert.match(err, /^Usage: npm run people/u);
    }
  });

  it('says in one sentence that the store is none', async () => {
    const { code, err } = await withFile(`${HEADER}\n${aRow()}\n`, (path) =>
      people(['import', path], { ALONGSIDE_SQLITE: path }),
    );
    assert.deepEqual([code, err.trim().split('\n').length], [1, 1]);
    assert.doesNotMatch(err, / {4}at /u);
  });

  it('refuses a tenant that is not configured', async () => {
    const { code, err } = await withFile(`${HEADER}\n${aRow()}\n`, (path) =>
      people(['import', path, '--tenant', '99999999-0000-4000-8000-000000000000']),
    );
    assert.equal(code, 1);
    assert.match(err, /not among those configured/u);
  });

  it('has words for everything that can be wrong, in every language', () => {
    const facts = { limit: 1, min: 1, max: 2, first: 3, expected: 4, found: 5 };
    for (const locale of LOCALES) {
      const say = wordsIn(locale, 'cli');
      for (const problem of ROW_PROBLEMS) assert.doesNotMatch(say(`row.${problem}`, facts), /\{\{/u);
      for (const warning of REPORTING_WARNINGS) assert.notEqual(say(`warning.${warning}`), '');
    }
  });
});
