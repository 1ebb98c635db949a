import assert from 'node:assert/strict';
import { confide } from '../../bot/core/confidential.ts';
import { releaseFigures } from '../../bot/actions/release-figures.ts';
import type { CheckInId, PersonId, ProgrammeId } from '../../bot/core/ids.ts';
import { asId } from '../../bot/core/ids.ts';
import type { Mood } from '../../bot/core/check-in.ts';
import { byPeriod } from '../../bot/core/privacy/periods.ts';
import type { Programme } from '../../bot/core/programme.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson } from '../helpers/builders.ts';
import { seedPairing, seedPeople, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

/** Members join early in November: December is the first month in which all who joined then were members throughout. */
const DECEMBER = new Date('2026-12-10T10:00:00.000Z');
const JANUARY = new Date('2027-01-01T00:00:00.000Z');
const MANAGER_REPORTS = 12;

interface Lived {
  readonly store: TestStore;
  readonly programme: Programme;
  readonly boss: PersonId;
  readonly reports: readonly PersonId[];
}

/** A boss with twelve reports and twelve people elsewhere, all of them members and paired across. */
async function aCompany(): Promise<Lived> {
  const store = await openTestStore();
  const boss = aPerson({ managesPeople: true });
  const reports = Array.from({ length: MANAGER_REPORTS }, () => aPerson({ managerId: boss.id }));
  const others = Array.from({ length: MANAGER_REPORTS }, () => aPerson());
  // People outside the programme, so that it is not so of everyone that they joined.
  await seedPeople(store, [boss, ...Array.from({ length: 6 }, () => aPerson({ managerId: boss.id }))]);
  await seedPeople(
    store,
    Array.from({ length: 8 }, () => aPerson()),
  );
  const { id } = await seedProgramme(store, { people: [...reports, ...others] });
  for (const [at, report] of reports.entries()) {
    const other = others[at];
    if (other !== undefined) await answered(store, id, [other.id, report.id], at);
  }
  const programme = await store.reads.programmes.byId(id);
  assert.ok(programme);
  return { store, programme, boss: boss.id, reports: reports.map((report) => report.id) };
}

/** A pairing in which both answered a check-in in December; every other pair had a good month. */
async function answered(
  store: TestStore,
  programmeId: ProgrammeId,
  pair: readonly [PersonId, PersonId],
  at: number,
): Promise<void> {
  const pairing = await seedPairing(store, programmeId, pair);
  const good: Mood = at % 2 === 0 ? 5 : 2;
  await store.transaction(async (tx) => {
    for (const personId of pair) {
      const id = asId<CheckInId>(newId());
      await tx.checkIns.plan({ id, programmeId, pairingId: pairing.id, personId, week: 5, dueAt: DECEMBER });
      await tx.checkIns.setMood(id, confide(good), DECEMBER);
      await tx.checkIns.setConnected(id, 'yes', DECEMBER);
      await tx.checkIns.setHelped(id, confide(good), DECEMBER);
    }
  });
}

const release = (lived: Lived, now: Date): Promise<readonly string[]> =>
  releaseFigures({ store: lived.store, now: () => now, newId }, lived.programme);

const shownTo = async ({ store, programme }: Lived, scope: PersonId | null): Promise<unknown> =>
  byPeriod(await store.reads.privacy.released(programme.id, scope));

describe('releasing the figures of a month', () => {
  let lived: Lived;
  beforeEach(async () => {
    lived = await aCompany();
  });
  afterEach(() => lived.store.close());

  it('tells nothing before the month has ended', async () => {
    assert.deepEqual(await release(lived, new Date(JANUARY.getTime() - 1)), ['2026-11']);
    assert.deepEqual(await shownTo(lived, lived.boss), []);
  });

  it('tells a manager of her reports, and the coordinators of all', async () => {
    assert.deepEqual(await release(lived, JANUARY), ['2026-11', '2026-12']);
    const [december] = (await shownTo(lived, lived.boss)) as [Record<string, unknown>];
    assert.equal(december['period'], '2026-12');
    assert.deepEqual(december['mood'], { shown: true, value: 'half' });
    assert.deepEqual(december['helped'], { shown: true, value: 'half' });
    assert.deepEqual(december['members'], { shown: true, value: 10 });
    const [all] = (await shownTo(lived, null)) as [Record<string, unknown>];
    assert.deepEqual(all['mood'], { shown: true, value: 'half' });
    assert.deepEqual(all['members'], { shown: true, value: 25 });
  });

  it('leaves out those who joined in the course of the month', async () => {
    await release(lived, JANUARY);
    const [, november] = (await shownTo(lived, null)) as [unknown, Record<string, unknown>];
    assert.equal(november['period'], '2026-11');
    for (const question of ['members', 'paired', 'meetings', 'helped', 'mood']) {
      assert.deepEqual(november[question], { shown: false }, question);
    }
  });

  it('changes nothing when it runs again', async () => {
    await release(lived, JANUARY);
    const before = [await shownTo(lived, lived.boss), await shownTo(lived, null)];
    assert.deepEqual(await release(lived, JANUARY), []);
    assert.deepEqual([await shownTo(lived, lived.boss), await shownTo(lived, null)], before);
  });

  it('changes nothing when somebody has their data erased later', async () => {
    await release(lived, JANUARY);
    const before = [await shownTo(lived, lived.boss), await shownTo(lived, null)];
    const [first] = lived.reports;
    assert.ok(first);
    await lived.store.transaction((tx) => tx.privacy.erase(first, JANUARY));
    assert.deepEqual(await release(lived, JANUARY), []);
    assert.deepEqual([await shownTo(lived, lived.boss), await shownTo(lived, null)], before);
  });

  it('releases a month once when two instances come at the same time', async () => {
    const both = await Promise.all([release(lived, JANUARY), release(lived, JANUARY)]);
    assert.deepEqual(both.flat().sort(), ['2026-11', '2026-12']);
  });

  it('does nothing for a programme that has not started', async () => {
    const { store, programme } = lived;
    const draft = { ...programme, startedAt: null };
    assert.deepEqual(await releaseFigures({ store, now: () => JANUARY, newId }, draft), []);
  });
});
