import assert from 'node:assert/strict';
import { syncDirectory } from '../../bot/actions/sync-directory.ts';
import type { DirectoryCounts } from '../../bot/core/ports/directory.ts';
import type { Person } from '../../bot/core/person.ts';
import { createGraphUsers } from '../../bot/directory/graph/graph-users.ts';
import { newId } from '../../bot/new-id.ts';
import { startFakeGraph } from '../fakes/graph/fake-graph.ts';
import type { FakeGraph } from '../fakes/graph/fake-graph.ts';
import { aPerson, later, NOW, TENANT } from '../helpers/builders.ts';
import { seedPeople } from '../helpers/seed.ts';
import { onEveryEngine } from '../store/engines.ts';

const oid = (nr: number): string => `00000000-0000-4000-8000-${String(nr).padStart(12, '0')}`;
const NONE = { new: 0, changed: 0, gone: 0 };

onEveryEngine('People from Microsoft Graph', ({ store }) => {
  let graph: FakeGraph;
  let waits: number[];
  let now = NOW;
  beforeEach(async () => {
    graph = await startFakeGraph({ pageSize: 3 });
    waits = [];
    now = NOW;
    for (let nr = 1; nr <= 8; nr += 1)
      graph.put({
        id: oid(nr),
        displayName: `Person ${nr}`,
        mail: `p${nr}@example.com`,
        usageLocation: 'DE',
        preferredLanguage: 'de-AT',
        accountEnabled: true,
        userType: 'Member',
        // Managers come on later pages than some of those who report to them.
        manager: nr === 8 ? null : oid(8),
      });
  });
  afterEach(() => graph.close());

  const sync = (): Promise<DirectoryCounts | null> =>
    syncDirectory(
      { store: store(), now: () => now, newId },
      {
        tenantId: TENANT,
        source: createGraphUsers({
          graphUrl: graph.graphUrl,
          token: () => Promise.resolve('for-graph'),
          wait: (ms) => Promise.resolve(void waits.push(ms)),
          dice: () => 0.5,
          deadlineMs: 2000,
        }),
      },
    );
  const person = async (nr: number): Promise<Person> => {
    const found = await store().reads.people.byObjectId(TENANT, oid(nr));
    assert.ok(found, `person ${nr} is not there`);
    return found;
  };
  const managerNumber = async (nr: number): Promise<string | null> => {
    const { managerId } = await person(nr);
    return managerId === null ? null : ((await store().reads.people.byId(managerId))?.objectId ?? null);
  };
  const here = async () => store().reads.people.count(TENANT);

  it('brings everyone in, page by page, with their managers', async () => {
    assert.deepEqual(await sync(), { ...NONE, new: 8 });
    const one = await person(1);
    assert.deepEqual(
      [one.displayName, one.email, one.country, one.timeZone, one.languages, one.leftAt],
      ['Person 1', 'p1@example.com', 'DE', 'Europe/Berlin', ['de', 'en'], null],
    );
    assert.equal(await managerNumber(1), oid(8));
    assert.equal(await managerNumber(8), null);
    assert.equal((await person(8)).managesPeople, true);
    assert.equal(graph.asked.length, 3);
    assert.match(graph.asked[0]?.searchParams.get('$select') ?? '', /displayName,.*accountEnabled,.*manager/);
    assert.deepEqual([...graph.tokens], ['Bearer for-graph']);
  });

  it('then asks for changes only: who moved, who left, who came, and whose manager is another', async () => {
    await sync();
    graph.put({ id: oid(1), jobTitle: 'Lead', manager: oid(2) });
    graph.put({ id: oid(2), manager: null });
    graph.put({ id: oid(9), displayName: 'Person 9', manager: oid(1) });
    graph.remove(oid(3));
    graph.asked.length = 0;
    assert.deepEqual(await sync(), { new: 1, changed: 1, gone: 1 });
    assert.ok(graph.asked.every((url) => !url.searchParams.has('$select')));
    assert.equal((await person(1)).jobTitle, 'Lead');
    assert.deepEqual(
      [await managerNumber(1), await managerNumber(2), await managerNumber(9), await managerNumber(4)],
      [oid(2), null, oid(1), oid(8)],
    );
    assert.deepEqual((await person(3)).leftAt, NOW);
    assert.deepEqual(await sync(), NONE);
  });

  it('counts guests and disabled accounts as nobody, and takes back who returns', async () => {
    await sync();
    graph.put({ id: oid(1), accountEnabled: false });
    graph.put({ id: oid(2), userType: 'Guest' });
    assert.deepEqual(await sync(), { ...NONE, gone: 2 });
    graph.put({ id: oid(1), accountEnabled: true });
    assert.deepEqual(await sync(), { ...NONE, changed: 1 });
    assert.equal((await person(1)).leftAt, null);
  });

  it('waits as long as Graph asks for, and tries a page that failed again', async () => {
    graph.fail(
      { status: 429, retryAfter: '17' },
      { status: 503 },
      { status: 500 },
      { status: 500, reset: true },
    );
    assert.deepEqual(await sync(), { ...NONE, new: 8 });
    assert.deepEqual(waits, [17_000, 2000, 4000, 8000]);
  });

  it('cut off in the middle, changes nobody, and goes on at the page that was missing', async () => {
    await sync();
    graph.forgetTokens();
    let pages = 0;
    graph.onRequest = () => {
      pages += 1;
      if (pages === 3) graph.fail(...Array.from({ length: 6 }, () => ({ status: 503 })));
    };
    await assert.rejects(sync(), /503/);
    assert.equal(await here(), 8);
    graph.onRequest = () => undefined;
    graph.asked.length = 0;
    graph.remove(oid(8));
    assert.notEqual(await sync(), null);
    // The rest of the round alone, from the token that was kept.
    assert.ok(graph.asked[0]?.searchParams.has('$skiptoken'));
    assert.equal((await person(1)).leftAt, null);
  });

  it('reads everyone anew when Graph has forgotten where it was, and loses only who is really gone', async () => {
    await sync();
    graph.remove(oid(2));
    graph.forgetTokens();
    now = later(NOW, 1000);
    const before = await person(1);
    assert.deepEqual(await sync(), { ...NONE, gone: 1 });
    assert.deepEqual((await person(2)).leftAt, now);
    assert.deepEqual(await person(1), before);
    graph.put({ id: oid(4), displayName: 'Changed since' });
    assert.deepEqual(await sync(), { ...NONE, changed: 1 });
  });

  it('gives up when Graph does not know its own beginning', async () => {
    graph.fail({ status: 410 }, { status: 410 });
    await assert.rejects(sync(), /beginning/);
    assert.equal(await here(), 0);
  });

  it('knows the people of an HR export by their accounts, and leaves what only HR knows', async () => {
    const fromHr = {
      ...aPerson({ objectId: oid(1) }),
      directoryId: 'hr-1',
      level: 5 as const,
      yearsExperience: 20,
    };
    const withoutAccount = aPerson({ objectId: null });
    await seedPeople(store(), [fromHr, withoutAccount]);
    assert.deepEqual(await sync(), { new: 7, changed: 1, gone: 0 });
    const one = await person(1);
    assert.deepEqual(
      [one.id, one.directoryId, one.level, one.yearsExperience, one.displayName],
      [fromHr.id, 'hr-1', 5, 20, 'Person 1'],
    );
    assert.equal((await store().reads.people.byId(withoutAccount.id))?.leftAt, null);
  });

  it('refuses a round of everyone that names less than half of the company', async () => {
    const many = Array.from({ length: 20 }, (_none, nr) => aPerson({ objectId: oid(100 + nr) }));
    await seedPeople(store(), many);
    await assert.rejects(sync(), /less than half/);
    assert.equal(await here(), 20);
  });

  it('makes nobody their own boss', async () => {
    await sync();
    graph.put({ id: oid(8), manager: oid(1) });
    await sync();
    const lines = [await managerNumber(8), await managerNumber(1)];
    assert.ok(lines.includes(null), JSON.stringify(lines));
  });

  it('sends its token to Graph and nowhere else', async () => {
    await sync();
    await store().write(({ db }) =>
      db
        .updateTable('directorySyncs')
        .set({ link: 'http://127.0.0.1:9/v1.0/users/delta?$skiptoken=1' })
        .execute(),
    );
    await assert.rejects(sync(), /not its own/);
  });

  it('does nothing twice where another instance is ahead', async () => {
    const results = await Promise.all([sync(), sync()]);
    const added = results.map((counts) => counts?.new ?? 0);
    assert.equal(added[0] === 8 || added[1] === 8, true);
    assert.equal(await here(), 8);
  });
});
