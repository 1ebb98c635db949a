import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fitPicture } from '../../bot/cli/round-words.ts';
import { seedCast } from '../helpers/rounds.ts';
import { openTestStore } from '../helpers/store.ts';

const COMMAND = fileURLToPath(new URL('../../bot/cli/programme.ts', import.meta.url));

describe('npm run programme', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'alongside-programme-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const run = (
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<{ code: number; out: string; err: string }> => {
    const settings = {
      PATH: process.env['PATH'],
      LANG: 'en_GB.UTF-8',
      ALONGSIDE_SQLITE: path.join(folder, 'a.sqlite'),
      ALONGSIDE_KEY_FILE: path.join(folder, 'key'),
      ...env,
    };
    return new Promise((resolve) => {
      execFile(process.execPath, [COMMAND, ...args], { env: settings }, (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code), out, err });
      });
    });
  };

  it('takes a programme from nothing to running, in whole sentences', async () => {
    assert.match((await run(['list'])).out, /no programme yet/);
    assert.match((await run(['create', 'Side by side'])).out, /in draft/);
    const early = await run(['start']);
    assert.equal(early.code, 1);
    assert.match(early.err, /whom people can call/);
    const file = path.join(folder, 'contacts.json');
    const contact = {
      country: '*',
      name: 'Care',
      phone: '+49 800 1',
      url: null,
      hours: 'always',
      emergency: '112',
    };
    await writeFile(file, JSON.stringify([contact]));
    assert.equal((await run(['contacts', file])).code, 0);
    assert.match((await run(['start', '--programme', 'side BY side'])).out, /is running/);
    const [listed] = JSON.parse((await run(['list', '--json'])).out);
    assert.deepEqual([listed.name, listed.state, listed.members], ['Side by side', 'running', 0]);
  });

  it('refuses what it does not understand, naming what is wrong', async () => {
    assert.match((await run(['round', '--send', '--preview'])).err, /Usage/);
    assert.match((await run(['create'])).err, /Usage/);
    assert.match((await run(['frobnicate'], { LANG: 'de_DE.UTF-8' })).err, /Aufruf/);
    await run(['create', 'One']);
    assert.match((await run(['create', 'one'])).err, /already/);
    assert.match((await run(['start', '--programme', 'Two'])).err, /no programme called Two/);
    const file = path.join(folder, 'contacts.json');
    await writeFile(file, '[{ "country": "Germany" }]');
    assert.match((await run(['contacts', file])).err, /contacts\.0\.country/);
    await writeFile(file, 'country,name');
    assert.match((await run(['contacts', file])).err, /cannot be read as JSON/);
    assert.match((await run(['add-coordinator', 'p404'])).err, /nobody with the id p404/);
  });

  it('previews a round, shows it, and sends that very one', async () => {
    const store = await openTestStore(path.join(folder, 'a.sqlite'));
    const { programmeId, mentees } = await seedCast(store, { mentors: 2, mentees: 3 });
    const tenant = (await store.reads.programmes.byId(programmeId))?.tenantId ?? '';
    const own = { ALONGSIDE_TENANTS: tenant };
    const shown = await run(['round'], own);
    assert.match(shown.out, /2 of 3 who look for someone have a suggestion \(66 %\)/);
    assert.match(shown.out, /break a rule: 0/);
    assert.match(shown.out, /One more free place/);
    const [previewed] = await store.reads.rounds.ofProgramme(programmeId, 5);
    const { round, sent } = JSON.parse((await run(['round', '--send', '--json'], own)).out);
    assert.equal(round, previewed?.id);
    assert.deepEqual(sent, { sent: 2, withdrawn: 0, leftOut: 1 });
    const open = await Promise.all(mentees.map(({ id }) => store.reads.rounds.openProposalsOf(id)));
    assert.equal(open.flat().length, 2);
    const back = await run(['rounds'], own);
    assert.match(back.out, /2 of 3 found somebody, 1 left out/);
    assert.match(back.out, /within the cooldown: 0/);
    await store.close();
  });

  it('compares settings, parts two people and takes it back, before anything is sent', async () => {
    const store = await openTestStore(path.join(folder, 'a.sqlite'));
    const { programmeId, mentors, mentees } = await seedCast(store, { mentors: 1, mentees: 2 });
    const tenant = (await store.reads.programmes.byId(programmeId))?.tenantId ?? '';
    const own = { ALONGSIDE_TENANTS: tenant };
    const compared = await run(['round', '--compare', 'stepsAhead.min=2,commonHours=2'], own);
    assert.match(compared.out, /have a suggestion +1 +0\n/);
    assert.match(compared.out, /One person has somebody only today: /);
    assert.match(compared.out, /One level ahead is enough, instead of 2 levels: one of 2/);
    assert.match(compared.out, /Nothing was saved/);
    assert.equal((await store.reads.rounds.ofProgramme(programmeId, 5)).length, 0);
    assert.match((await run(['round', '--compare', 'mode=1'], own)).err, /mode=1 is not a setting/);
    const [mentor, mentee] = [mentors[0], mentees[0]];
    assert.ok(mentor && mentee);
    const two = `${mentor.directoryId}+${mentee.directoryId}`;
    const pinned = await run(['round', '--pin', two], own);
    assert.match(pinned.out, new RegExp(`together: ${mentor.displayName} and ${mentee.displayName}`));
    const parted = await run(['round', '--forbid', two], own);
    assert.match(parted.out, /apart: .* and /);
    const other = `${mentee.directoryId}+${mentees[1]?.directoryId}`;
    assert.match((await run(['round', '--pin', other], own)).err, /something that one of them has set/);
    const { corrections } = JSON.parse((await run(['round', '--release', two, '--json'], own)).out);
    assert.deepEqual(corrections, []);
    assert.match((await run(['round', '--pin', 'one'], own)).err, /Usage/);
    await store.close();
  });

  it('draws how well suggestions fit', () => {
    assert.deepEqual(fitPicture([0, 4, 2, 0, 0]), [
      '  800–1000  0',
      '   600–800  0',
      `   400–600  ${'█'.repeat(20)} 2`,
      `   200–400  ${'█'.repeat(40)} 4`,
      '     0–200  0',
    ]);
  });
});
