import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyFile } from '../../bot/store/sealing/key-file.ts';
import { MIGRATIONS } from '../../bot/store/migrations/all.ts';
import { aPerson, NOW, TENANT } from '../helpers/builders.ts';
import { seedPeople, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe('the commands of the store', function () {
  this.timeout(30_000);
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'alongside-cli-store-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const place = (name: string): string => path.join(folder, name);
  const run = (
    program: string,
    args: readonly string[],
    env: Record<string, string> = {},
  ): Promise<Outcome> =>
    new Promise((done) => {
      const file = fileURLToPath(new URL(`../../bot/cli/${program}.ts`, import.meta.url));
      const own = {
        PATH: process.env['PATH'] ?? '',
        LANG: 'en_GB.UTF-8',
        ALONGSIDE_SQLITE: place('a.sqlite'),
      };
      const child = execFile(
        process.execPath,
        [file, ...args],
        { env: { ...own, ...env } },
        (_error, out, err) => done({ code: child.exitCode ?? -1, out, err }),
      );
    });

  it('npm run migrate brings the tables up to date, and says when there was nothing to do', async () => {
    const first = await run('migrate', []);
    assert.match(first.out, new RegExp(`^${MIGRATIONS.length} changes were made to the tables: people, `));
    assert.match((await run('migrate', [])).out, /up to date/);
  });

  it('npm run migrate -- --sql prints a script for an administrator, and touches nothing', async () => {
    const { code, out } = await run('migrate', ['--sql'], { NODE_ENV: 'production' });
    assert.equal(code, 0);
    for (const { number, name } of MIGRATIONS) assert.ok(out.includes(`-- ${number}: ${name}\n`), name);
    assert.equal(out.match(/sp_getapplock/g)?.length, MIGRATIONS.length + 1);
    // Each after the one before it: a tool that goes on after an error leaves no gap.
    for (const { number } of MIGRATIONS)
      assert.ok(out.includes(`from "migrations") = ${number - 1}\nbegin\n`));
    assert.match((await run('migrate', [])).out, /changes were made/);
  });

  it('npm run store -- copy takes everything along, and says so', async () => {
    const store = await openTestStore(place('from.sqlite'));
    await seedPeople(store, [aPerson(), aPerson()]);
    await store.close();
    const copy = ['copy', '--from', `sqlite:${place('from.sqlite')}`, '--to', `sqlite:${place('to.sqlite')}`];
    const { code, out, err } = await run('store', copy);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /2 rows, 2 of them now\. Both hold the same\./);
    const again: unknown = JSON.parse((await run('store', [...copy, '--json'])).out);
    assert.ok(JSON.stringify(again).includes('{"table":"people","rows":2'));
  });

  it('npm run store -- verify-audit says whether the record is whole, and fails where it is not', async () => {
    const store = await openTestStore(place('a.sqlite'));
    const { id } = await seedProgramme(store);
    const entry = { at: NOW, actor: null, object: id, relation: 'coordinator' } as const;
    await store.transaction(async (tx) => {
      await tx.privacy.record(id, { ...entry, action: 'view-delivery' });
      await tx.privacy.record(id, { ...entry, action: 'view-audit' });
    });
    const env = { ALONGSIDE_KEY_FILE: place('a.key'), ALONGSIDE_TENANTS: TENANT };
    const whole = await run('store', ['verify-audit'], env);
    assert.match(whole.out, /2 entries, all as they were written\. Newest: 2:[0-9a-f]{64}/, whole.err);
    await store.write(({ db }) => db.deleteFrom('audit').where('sequence', '=', 1).execute());
    await store.close();
    const cut = await run('store', ['verify-audit'], env);
    assert.deepEqual([cut.code, /From entry 1 on/.test(cut.err)], [1, true]);
    const json: unknown = JSON.parse((await run('store', ['verify-audit', '--json'], env)).out);
    assert.match(JSON.stringify(json), /"brokenAt":1/);
  });

  it('npm run store -- rewrap --new-key wraps what there is with a new key of the file', async () => {
    const env = { ALONGSIDE_KEY_FILE: place('a.key'), ALONGSIDE_TENANTS: TENANT };
    const store = await openTestStore(place('a.sqlite'), keyFile(place('a.key')));
    const person = aPerson();
    await seedPeople(store, [person]);
    await store.write(({ sealing }) => sealing.seal({ personId: person.id, column: 'test.text' }, 'mine'));
    await store.close();
    assert.match((await run('store', ['rewrap'], env)).out, /^0 data keys/);
    assert.match((await run('store', ['rewrap', '--new-key'], env)).out, /^One data key is now wrapped/);
    assert.match((await run('store', ['rewrap'], env)).out, /^0 data keys/);
    await writeFile(place('a.key'), `${randomBytes(32).toString('base64')}\n`);
    const lost = await run('store', ['rewrap', '--json'], env);
    assert.deepEqual([lost.code, JSON.parse(lost.out)], [1, { rewrapped: 0, unreadable: 1 }]);
  });

  it('npm run store says how it is meant, and never repeats a connection string', async () => {
    for (const args of [
      [],
      ['copy', '--from', 'sqlite:a'],
      ['move'],
      ['copy', '--from', 'oracle:x', '--to', 'mssql'],
    ])
      assert.match((await run('store', args)).err, /Usage: npm run store/);
    assert.match((await run('store', ['copy', '--from', 'sqlite:a', '--to', 'sqlite:a'])).err, /the same/);
    const away = 'mssql:Server=127.0.0.1,1;Database=a;User Id=u;Password=sesame';
    const { code, err } = await run('store', [
      'copy',
      '--from',
      `sqlite:${place('from.sqlite')}`,
      '--to',
      away,
    ]);
    assert.equal(code, 1);
    assert.match(err, /SQL Server at 127\.0\.0\.1\/a cannot be reached/);
    assert.doesNotMatch(err, /sesame|\n\s+at /);
  });
});
