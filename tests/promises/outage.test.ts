import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { createTurnHandler } from '../../bot/chat/handler.ts';
import { openPlace } from '../chaos/place.ts';
import { makePlace } from '../chaos/make-place.ts';
import { bring, clientOf } from '../chaos/bring.ts';
import { seedCompany } from '../chaos/company.ts';
import { startFake } from '../chaos/fake.ts';
import { Fleet } from '../chaos/fleet.ts';
import { openOnes } from '../chaos/count.ts';
import { startProcess } from '../chaos/processes.ts';
import { chatDeps } from '../helpers/chat.ts';
import { messageFrom, pressFrom } from '../fakes/teams/activities.ts';
import { TENANT } from '../helpers/builders.ts';
import { startBot } from '../teams/bot-server.ts';

const common = { perSecond: 200, leaseMs: 3_000, skewMs: 0, batch: 20, stock: false };

describe('when the store is away', () => {
  it('everybody lives, a press says so within its time, and all is said once it is back', async function () {
    this.timeout(90_000);
    const place = await makePlace();
    const fake = await startFake('--conversation-limits');
    const store = await openPlace(place);
    const { people, programmeId } = await seedCompany(store, {
      people: 300,
      pairs: 1,
      serviceUrl: fake.serviceUrl,
    });
    const fleet = new Fleet(1);
    await fleet.launch([1, 2].map(() => ({ ...common, place, sendDeadlineMs: 1_000 })));
    const planner = await startProcess('./planner-process.ts', { place, programmeId, occurrences: 600 });
    await planner.gone;
    await wait(500);

    const away = new DatabaseSync(place.sqliteFile, { timeout: 10_000 });
    away.exec('begin immediate');
    const url = fleet.anyone() ?? '';
    const [person] = await store.reads.people.byIds(people.slice(0, 1)).then((map) => [...map.values()]);
    assert.ok(person !== undefined);
    const client = clientOf(person, fake.serviceUrl);
    const [press, message] = await Promise.all([
      bring(url, pressFrom(client, 'check-in.skip', {})),
      bring(url, messageFrom({ ...client, conversationId: 'a:y' }, 'help')),
    ]);
    assert.equal(press.status, 200);
    assert.match(press.text, /try-again/);
    assert.equal(message.status, 503);
    assert.ok(press.ms < 4_000 && message.ms < 4_000, `${press.ms} and ${message.ms} ms`);
    await wait(3_000);
    away.exec('rollback');
    away.close();

    const back = performance.now();
    while ((await openOnes(store, programmeId)) > 0 && performance.now() - back < 60_000) await wait(200);
    assert.equal(await openOnes(store, programmeId), 0);
    const summary = await fake.summary();
    assert.equal(summary.duplicates, 0);
    const states = await store.reads.occurrences.countByState(programmeId);
    assert.equal(summary.named + states.unknown, 600, JSON.stringify(states));
    const stopped = await fleet.stop(25_000);
    assert.ok(stopped.inTime);
    await store.close();
    await fake.close();
    await place.remove();
  });

  it('a store that throws anything is a press to be pressed again, not a lost answer', async () => {
    const broken = { reads: null, transaction: () => Promise.reject(new Error('ECONNRESET')) };
    const bot = await startBot({ handler: createTurnHandler(chatDeps(broken as never)) });
    const client = {
      tenantId: '11111111-1111-4111-8111-111111111111',
      objectId: TENANT,
      userId: '29:x',
      conversationId: 'a:x',
      serviceUrl: 'http://127.0.0.1:9/',
    };
    const { status, text } = await bot.post(pressFrom(client, 'check-in.skip', {}));
    assert.equal(status, 200);
    assert.equal(JSON.parse(text).statusCode, 503);
    assert.equal((await bot.post(messageFrom(client, 'help'))).status, 503);
    bot.close();
  });
});

describe('when asked to stop', () => {
  it('an instance finishes what is on its way and claims no more', async function () {
    this.timeout(60_000);
    const place = await makePlace();
    const fake = await startFake('--no-limits');
    const store = await openPlace(place);
    const { programmeId } = await seedCompany(store, { people: 200, pairs: 0, serviceUrl: fake.serviceUrl });
    const planner = await startProcess('./planner-process.ts', { place, programmeId, occurrences: 200 });
    await planner.gone;
    await fake.share(1, [{ kind: 'slow', delayMs: 3_000 }], 1);
    const fleet = new Fleet(1);
    await fleet.launch([{ ...common, place, sendDeadlineMs: 10_000, leaseMs: 60_000 }]);
    await wait(1_000);
    const { inTime, ms } = await fleet.stop(25_000);
    assert.ok(inTime && ms < 25_000, `${ms} ms`);
    const states = await store.reads.occurrences.countByState(programmeId);
    assert.deepEqual([states.claimed, states.sending, states.unknown], [0, 0, 0]);
    const { named } = await fake.summary();
    assert.equal(states.sent, named);
    assert.ok(named > 0 && named < 200, String(named));
    await store.close();
    await fake.close();
    await place.remove();
  });

  it('an instance that is killed instead leaves behind what nobody knows of', async function () {
    this.timeout(60_000);
    const place = await makePlace();
    const fake = await startFake('--no-limits');
    const store = await openPlace(place);
    const { programmeId } = await seedCompany(store, { people: 50, pairs: 0, serviceUrl: fake.serviceUrl });
    const planner = await startProcess('./planner-process.ts', { place, programmeId, occurrences: 50 });
    await planner.gone;
    await fake.share(1, [{ kind: 'slow', delayMs: 3_000 }], 1);
    const fleet = new Fleet(1);
    await fleet.launch([{ ...common, place, sendDeadlineMs: 10_000, leaseMs: 60_000 }]);
    for (let tries = 0; tries < 100 && (await fake.summary()).named === 0; tries += 1) await wait(50);
    await fleet.stop(0);
    const { sending } = await store.reads.occurrences.countByState(programmeId);
    assert.ok(sending > 0, 'it was on its way');
    await store.close();
    await fake.close();
    await place.remove();
  });
});
