import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { asId } from '../../../bot/core/ids.ts';
import type { ProgrammeId } from '../../../bot/core/ids.ts';
import type { Writes } from '../../../bot/core/ports/store.ts';
import { DEFAULT_SETTINGS } from '../../../bot/core/programme.ts';
import { newId } from '../../../bot/new-id.ts';
import { openMssql } from '../../../bot/store/mssql/open-mssql.ts';
import { wrappingKeyOf } from '../../../bot/store/sealing/key-file.ts';
import { aPerson, HELP, NOW, TENANT } from '../../helpers/builders.ts';
import { seedPeople } from '../../helpers/seed.ts';
import { testStoreOn } from '../../helpers/store.ts';
import type { TestStore } from '../../helpers/store.ts';
import { refusal } from '../engines.ts';
import { SERVER } from '../mssql-server.ts';
import { behindProxy } from './behind-proxy.ts';
import type { BehindProxy } from './behind-proxy.ts';

const PATIENCE_MS = 1500;
const CONNECTIONS = 2;
const tryAgain = refusal('try-again');

if (SERVER === null)
  console.warn('SKIPPED: a SQL Server that fails, as ALONGSIDE_TEST_MSSQL names no server');

(SERVER === null ? describe.skip : describe)('A SQL Server that fails', function () {
  this.timeout(60_000);
  let wire: BehindProxy;
  let store: TestStore;
  const wrappingKey = wrappingKeyOf(randomBytes(32));
  before(async () => {
    wire = await behindProxy(SERVER ?? '', `Request Timeout=${PATIENCE_MS};Max Pool Size=${CONNECTIONS}`);
    store = testStoreOn(await openMssql(wire.connectionString), wrappingKey);
  });
  after(async () => {
    await store.close();
    await wire.drop();
  });
  afterEach(async () => {
    wire.proxy.open();
    await answersAgain();
  });

  /** Until the pools have noticed that all is well. */
  async function answersAgain(): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await store.reads.programmes.running();
        return;
      } catch (error) {
        if (attempt === 20) throw error;
        await sleep(100);
      }
    }
  }
  const create = async (tx: Writes, name: string): Promise<ProgrammeId> => {
    const id = asId<ProgrammeId>(newId());
    await tx.programmes.create({ id, tenantId: TENANT, name, settings: DEFAULT_SETTINGS, at: NOW });
    await tx.programmes.setHelpContacts(id, [HELP]);
    return id;
  };
  /** What is there, asked past the wire: no programme without its help contact. */
  async function kept(): Promise<readonly string[]> {
    const programmes = await wire.direct.read.selectFrom('programmes').select(['id', 'name']).execute();
    const contacts = await wire.direct.read.selectFrom('helpContacts').select('programmeId').execute();
    assert.deepEqual(
      new Set(contacts.map((one) => one.programmeId)),
      new Set(programmes.map(({ id }) => id)),
    );
    return programmes.map(({ name }) => name);
  }

  it('in the middle of a transaction: it runs again from its beginning, and is saved once', async () => {
    let runs = 0;
    await store.transaction(async (tx) => {
      runs += 1;
      await create(tx, 'cut once');
      if (runs === 1) wire.proxy.cut();
      await tx.programmes.byName(TENANT, 'cut once');
    });
    assert.equal(runs, 2);
    assert.deepEqual(
      (await kept()).filter((name) => name === 'cut once'),
      ['cut once'],
    );
  });

  it('again and again: whoever asked is told to try again, and nothing is half-written', async () => {
    let runs = 0;
    const work = store.transaction(async (tx) => {
      runs += 1;
      await create(tx, 'never');
      wire.proxy.cut();
      await tx.programmes.running();
    });
    await assert.rejects(work, tryAgain);
    assert.equal(runs, 4);
    assert.ok(!(await kept()).includes('never'));
  });

  it('while nobody gets in: reads and writes are told to try again, and work once it is back', async () => {
    wire.proxy.close();
    wire.proxy.cut();
    await assert.rejects(store.reads.programmes.running(), tryAgain);
    await assert.rejects(
      store.transaction((tx) => create(tx, 'away')),
      tryAgain,
    );
    wire.proxy.open();
    await answersAgain();
    await store.transaction((tx) => create(tx, 'back'));
    const names = await kept();
    assert.deepEqual([names.includes('away'), names.includes('back')], [false, true]);
  });

  it('while a commit is on its way: nobody knows, so nothing runs again, and a second try finds what was saved', async () => {
    let runs = 0;
    const work = store.transaction(async (tx) => {
      runs += 1;
      await create(tx, 'unheard');
      wire.proxy.swallowAnswers();
    });
    const refused = assert.rejects(work, tryAgain);
    await sleep(700);
    wire.proxy.cut();
    wire.proxy.open();
    await refused;
    assert.equal(runs, 1);
    assert.deepEqual(
      (await kept()).filter((name) => name === 'unheard'),
      ['unheard'],
    );
    await answersAgain();
    assert.equal((await store.reads.programmes.byName(TENANT, 'unheard'))?.name, 'unheard');
  });

  it('so slow that it seems gone: a question is given up in time, and nothing of a change is kept', async () => {
    wire.proxy.hold();
    await assert.rejects(store.reads.programmes.running(), tryAgain);
    wire.proxy.open();
    const work = store.transaction(async (tx) => {
      await create(tx, 'slow');
      wire.proxy.hold();
      await tx.programmes.running();
    });
    await assert.rejects(work, tryAgain);
    wire.proxy.open();
    await answersAgain();
    assert.ok(!(await kept()).includes('slow'));
  });

  it('with all connections lent: who waits too long is told to try again, and the next gets one', async () => {
    const { promise: held, resolve: finish } = Promise.withResolvers<void>();
    const long = ['one', 'two'].map((name) =>
      store.transaction(async (tx) => {
        await create(tx, name);
        await held;
      }),
    );
    await sleep(300);
    await assert.rejects(
      store.transaction((tx) => create(tx, 'three')),
      tryAgain,
    );
    finish();
    await Promise.all(long);
    await store.transaction((tx) => create(tx, 'four'));
    const names = await kept();
    assert.deepEqual(
      ['one', 'two', 'three', 'four'].map((name) => names.includes(name)),
      [true, true, false, true],
    );
  });

  it('in the middle of a stream of rows: they come once or not at all', async () => {
    const people = Array.from({ length: 20_000 }, () => aPerson());
    const load = seedPeople(store, people);
    const settled = load.then(
      () => 'all',
      (error: unknown) => error,
    );
    await sleep(150);
    wire.proxy.cut();
    const outcome = await settled;
    if (outcome !== 'all') await assert.rejects(Promise.reject(outcome), tryAgain);
    const { count } = await wire.direct.read
      .selectFrom('people')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    assert.equal(count, outcome === 'all' ? people.length : 0);
  });
});
