import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ErrorAnswer } from '../../bot/api/contract.ts';
import { openMssql } from '../../bot/store/mssql/open-mssql.ts';
import { storeOn } from '../../bot/store/open.ts';
import { keyFile, wrappingKeyOf } from '../../bot/store/sealing/key-file.ts';
import { openCompany } from '../api/company.ts';
import { bring, clientOf } from '../chaos/bring.ts';
import { seedCompany } from '../chaos/company.ts';
import { openOnes } from '../chaos/count.ts';
import { startFake } from '../chaos/fake.ts';
import { Fleet } from '../chaos/fleet.ts';
import { makePlace } from '../chaos/make-place.ts';
import { startProcess } from '../chaos/processes.ts';
import { messageFrom, pressFrom } from '../fakes/teams/activities.ts';
import { testStoreOn } from '../helpers/store.ts';
import { SERVER } from '../store/mssql-server.ts';
import { behindProxy } from '../store/mssql/behind-proxy.ts';
import type { BehindProxy } from '../store/mssql/behind-proxy.ts';

const TOLD = 100;
const common = { perSecond: 200, leaseMs: 15_000, skewMs: 0, batch: 20, stock: false, sendDeadlineMs: 1_000 };

if (SERVER === null)
  console.warn('SKIPPED: the service while SQL Server is away, as ALONGSIDE_TEST_MSSQL names no server');

(SERVER === null ? describe.skip : describe)('while SQL Server is away', function () {
  this.timeout(180_000);
  let wire: BehindProxy;
  beforeEach(async () => {
    wire = await behindProxy(SERVER ?? '', 'Request Timeout=2000');
  });
  afterEach(() => wire.drop());

  it('the tab is told to try again, in words and without a detail, and is answered once it is back', async () => {
    const engine = await openMssql(wire.connectionString);
    const company = await openCompany({ store: storeOn(engine, wrappingKeyOf(randomBytes(32))) });
    const ask = () => company.ask('GET /api/me', { token: company.tokenOf('mentee') });
    wire.proxy.close();
    wire.proxy.cut();
    const away = await ask();
    const { error } = away.body as ErrorAnswer;
    assert.deepEqual([away.status, error.code], [503, 'try-again']);
    assert.ok(error.message.length > 10);
    assert.doesNotMatch(away.text, /sql|database|socket|127\.0\.0\.1|driver/i);
    wire.proxy.open();
    let back = await ask();
    for (let attempt = 0; attempt < 20 && back.status === 503; attempt += 1) {
      await wait(100);
      back = await ask();
    }
    // Nobody of the company is in this database, which only an answer of the database can say.
    assert.equal((back.body as ErrorAnswer).error.code, 'not-in-directory');
    await company.close();
    await engine.close();
  });

  it('everybody lives, whoever presses or writes is told so, and all is said once, when it is back', async () => {
    const place = { ...(await makePlace()), mssql: wire.connectionString };
    const fake = await startFake('--conversation-limits');
    const store = testStoreOn(wire.direct, keyFile(place.keyFile));
    const { people, programmeId } = await seedCompany(store, {
      people: TOLD,
      pairs: 1,
      serviceUrl: fake.serviceUrl,
    });
    const planner = await startProcess('./planner-process.ts', { place, programmeId, occurrences: TOLD });
    await planner.gone;
    const fleet = new Fleet(1);
    await fleet.launch([1, 2].map(() => ({ ...common, place })));
    await wait(500);

    wire.proxy.close();
    wire.proxy.cut();
    const [person] = (await store.reads.people.byIds(people.slice(0, 1))).values();
    assert.ok(person !== undefined);
    const client = clientOf(person, fake.serviceUrl);
    const post = (activity: unknown) => bring(fleet.anyone() ?? '', activity);
    const press = await post(pressFrom(client, 'check-in.skip', {}));
    assert.deepEqual([press.status, press.text.includes('try-again')], [200, true]);
    assert.equal((await post(messageFrom({ ...client, conversationId: 'a:y' }, 'help'))).status, 503);
    await wait(2_000);
    wire.proxy.open();

    const back = performance.now();
    while ((await openOnes(store, programmeId)) > 0 && performance.now() - back < 120_000) await wait(200);
    assert.equal(await openOnes(store, programmeId), 0);
    const summary = await fake.summary();
    assert.equal(summary.duplicates, 0);
    const states = await store.reads.occurrences.countByState(programmeId);
    // Those of which nobody could write down how they went are unknown, whether they arrived or not.
    assert.equal(states.sent + states.unknown, TOLD, JSON.stringify(states));
    assert.ok(summary.named >= states.sent && states.sent > 0, JSON.stringify(states));
    assert.ok((await fleet.stop(25_000)).inTime);
    await fake.close();
  });
});
