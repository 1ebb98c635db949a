import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { HEADER, aRow } from '../helpers/people-file.ts';

const PROGRAM = fileURLToPath(new URL('../../bot/cli/people.ts', import.meta.url));
const PEOPLE = 100_000;
/** The file alone has 18 MB, and its rows as objects more than a hundred. */
const HEAP_MB = 64;

function* lines(): Generator<string> {
  yield `${HEADER}\n`;
  for (let i = 0; i < PEOPLE; i += 1) {
    const manager = i === 0 ? '' : `q${Math.floor((i - 1) / 8)}`;
    const offers = `Skill ${i % 150};Skill ${(i * 7) % 150}`;
    yield `${aRow({ person_id: `q${i}`, display_name: `Person ${i}`, manager_id: manager, offers })}\n`;
  }
}

describe('importing a hundred thousand people', function () {
  this.timeout(300_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alongside-many-'));
    await pipeline(Readable.from(lines()), createWriteStream(join(folder, 'people.csv')));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  function importAll(): Promise<{ code: number | null; out: string; err: string }> {
    const args = [`--max-old-space-size=${HEAP_MB}`, PROGRAM, 'import', join(folder, 'people.csv'), '--json'];
    const env = {
      PATH: process.env['PATH'],
      ALONGSIDE_SQLITE: join(folder, 'a.sqlite'),
      ALONGSIDE_KEY_FILE: join(folder, 'a.key'),
    };
    return new Promise((done) => {
      const child = execFile(process.execPath, args, { env }, (_error, out, err) =>
        done({ code: child.exitCode, out, err }),
      );
    });
  }

  it(`fits into a heap of ${HEAP_MB} MB, and tells how far it is`, async () => {
    const { code, out, err } = await importAll();
    assert.equal(code, 0, err.slice(0, 500));
    const report: { new?: number; warningCount?: number } = JSON.parse(out);
    assert.deepEqual([report.new, report.warningCount], [PEOPLE, 0]);
    assert.match(err, /% of the file read/u);
  });
});
