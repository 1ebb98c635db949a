import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { TABLES } from '../../bot/store/tables.ts';
import { NAMING } from '../../bot/store/naming.ts';
import { aPerson } from '../helpers/builders.ts';
import { seedPairing, seedPeople, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';

const CLI = fileURLToPath(new URL('../../bot/cli/store.ts', import.meta.url));
const PEOPLE = 12_000;

describe('A copy whose process is killed', function () {
  this.timeout(120_000);
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'alongside-killed-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const file = (name: string): string => path.join(folder, name);

  const startCopy = () => {
    const args = [
      CLI,
      'copy',
      '--from',
      `sqlite:${file('from.db')}`,
      '--to',
      `sqlite:${file('to.db')}`,
      '--json',
    ];
    const env = { PATH: process.env['PATH'] ?? '', LANG: 'en_GB.UTF-8' };
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    const gone = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
    return { child, gone, said: () => out };
  };
  /** How many rows the target holds by now; 0 while it has no such table. */
  const there = (what: string): number => {
    try {
      const target = new DatabaseSync(file('to.db'), { readOnly: true });
      try {
        return Number(target.prepare(`select count(*) as rows from ${what}`).get()?.['rows']);
      } finally {
        target.close();
      }
    } catch {
      return 0;
    }
  };
  /** Lets a copy run until there is more of something than there was, and takes its process away as a power cut would. */
  const killOnceMore = async (what: string): Promise<'killed' | 'over'> => {
    const before = there(what);
    const { child, gone } = startCopy();
    while (child.exitCode === null && there(what) <= before) await sleep(1);
    child.kill('SIGKILL');
    return (await gone) === null ? 'killed' : 'over';
  };
  const contentsOf = (name: string): ReadonlyMap<string, string> => {
    const database = new DatabaseSync(file(name), { readOnly: true });
    const tables = TABLES.map((table) => NAMING.columnOf(table)).filter((table) => table !== 'migrations');
    const contents = tables.map((table): [string, string] => {
      const rows = database.prepare(`select * from ${table}`).all();
      return [
        table,
        rows
          .map((row) => JSON.stringify(row))
          .sort()
          .join('\n'),
      ];
    });
    database.close();
    return new Map(contents);
  };

  it('goes on where it was, however often, and in the end both hold the same', async () => {
    const store = await openTestStore(file('from.db'));
    const boss = aPerson();
    const few = [aPerson({ managerId: boss.id }), aPerson({ managerId: boss.id }), boss];
    const programme = await seedProgramme(store, { people: few });
    await seedPairing(store, programme.id, [few[0]?.id ?? boss.id, few[1]?.id ?? boss.id]);
    await seedPeople(
      store,
      Array.from({ length: PEOPLE }, () => aPerson({ managerId: boss.id })),
    );
    await store.close();

    assert.equal(await killOnceMore('people'), 'killed');
    assert.equal(await killOnceMore('people'), 'killed');
    const cut = there('people');
    assert.ok(cut > 0 && cut < PEOPLE, `${cut} people were there`);
    // So short that a busy machine may miss it; then it is just one more that went well.
    await killOnceMore('people where manager_id is not null');
    assert.equal(there('people'), PEOPLE + 3);

    const { gone, said } = startCopy();
    assert.equal(await gone, 0);
    const { tables } = JSON.parse(said()) as {
      tables: readonly { table: string; rows: number; brought: number }[];
    };
    const people = tables.find(({ table }) => table === 'people');
    assert.deepEqual([people?.rows, people?.brought], [PEOPLE + 3, 0]);
    assert.deepEqual(contentsOf('to.db'), contentsOf('from.db'));
  });
});
