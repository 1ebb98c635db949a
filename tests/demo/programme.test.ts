import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { chooseTopics } from '../../bot/actions/choose-topics.ts';
import { importPeople } from '../../bot/actions/import-people.ts';
import { joinProgramme } from '../../bot/actions/join-programme.ts';
import { previewRound } from '../../bot/actions/preview-round.ts';
import type { Pair } from '../../bot/actions/solve-round.ts';
import type { ImportRow } from '../../bot/core/import.ts';
import { pairRound } from '../../bot/core/pairing/pair-round.ts';
import type { Person } from '../../bot/core/person.ts';
import { byPeriod } from '../../bot/core/privacy/periods.ts';
import type { Cast } from '../../bot/demo/cast.ts';
import { DEMO_COMPANY, companyRows, generateCompany } from '../../bot/demo/company.ts';
import { fillProgramme, findCast } from '../../bot/demo/programme.ts';
import type { Joining } from '../../bot/demo/programme/joining.ts';
import { calendarOf } from '../../bot/demo/programme/calendar.ts';
import { DEMO_TENANT } from '../../bot/demo-tenant.ts';
import { openPeopleCsv } from '../../bot/directory/csv/people-csv.ts';
import { newId } from '../../bot/new-id.ts';
import { REAL_PEOPLE, needsRealPeople } from '../helpers/people-file.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

const NOW = new Date('2026-11-23T10:00:00.000Z');
const DAY_MS = 86_400_000;

const pair: Pair = async (input) => pairRound(input);

function demoOn(store: TestStore) {
  const deps = { store, now: () => NOW, newId };
  return {
    deps: { ...deps, pair },
    fill: async (rows: AsyncIterable<ImportRow>, joining: Joining): Promise<Cast> => {
      await importPeople(deps, { tenantId: DEMO_TENANT, rows, dryRun: false, skipBadRows: false });
      const cast = await fillProgramme(deps, { tenantId: DEMO_TENANT, pair, joining });
      assert.ok(cast);
      return cast;
    },
  };
}

/** Lets someone join as the bot does, with everything that the directory suggests. */
async function join({ deps }: ReturnType<typeof demoOn>, { programme }: Cast, person: Person): Promise<void> {
  const member = { programmeId: programme.id, personId: person.id };
  await joinProgramme(deps, member);
  const suggested = await deps.store.reads.people.suggestedTopics(person.id);
  for (const side of ['offer', 'need'] as const) {
    const topics = suggested.filter((one) => one.side === side).map((one) => one.topicId);
    await chooseTopics(deps, { ...member, side, topics });
  }
}

async function partnersOf(demo: ReturnType<typeof demoOn>, cast: Cast): Promise<readonly string[]> {
  await join(demo, cast, cast.newcomer);
  await join(demo, cast, cast.guide);
  const round = await previewRound(demo.deps, { programmeId: cast.programme.id, by: null });
  const proposals = await demo.deps.store.reads.rounds.proposalsOfRound(round.id, { offset: 0, limit: 500 });
  return proposals
    .filter(({ sides }) => sides.some((one) => one.personId === cast.newcomer.id && one.role === 'mentee'))
    .flatMap(({ sides }) => sides.filter((one) => one.role === 'mentor').map((one) => one.personId));
}

describe('the programme of the demonstration', function () {
  this.timeout(60_000);
  let store: TestStore;
  let demo: ReturnType<typeof demoOn>;
  let cast: Cast;
  before(async () => {
    store = await openTestStore();
    demo = demoOn(store);
    cast = await demo.fill(companyRows(generateCompany(DEMO_COMPANY)), 'many');
  });
  after(() => store.close());

  it('has members in every state, pairings in every state, and answers of every kind', async () => {
    const members = await store.reads.members.countByState(cast.programme.id);
    assert.ok(members.joined >= 180 && members.joined <= 240, `${members.joined} joined`);
    assert.ok(members.paused > 0 && members.left > 0);
    const { active, quiet, ended } = await store.reads.pairings.countByState(cast.programme.id);
    assert.ok(active >= 50 && quiet >= 5 && ended >= 3, JSON.stringify({ active, quiet, ended }));
    const [round] = await store.reads.rounds.ofProgramme(cast.programme.id, 1);
    assert.ok(round);
    assert.deepEqual([round.state, round.figures.brokenRules], ['sent', 0]);
    const proposals = await store.reads.rounds.proposalsOfRound(round.id, { offset: 0, limit: 500 });
    const states = new Set(proposals.map((proposal) => proposal.state));
    assert.ok(states.has('accepted') && states.has('declined'));
  });

  it('has check-ins with moods and help across the scale, and none in the future', async () => {
    const moods = new Set<number>();
    const helped = new Set<number>();
    const { pairings } = await store.reads.pairings.page(cast.programme.id, {
      state: null,
      offset: 0,
      limit: 500,
    });
    let unanswered = 0;
    for (const { personId } of pairings.flatMap((pairing) => pairing.people))
      for (const checkIn of await store.reads.checkIns.ofPerson(personId, 50)) {
        assert.ok(checkIn.dueAt < NOW && (checkIn.answeredAt ?? NOW) <= NOW);
        if (checkIn.answeredAt === null) unanswered += 1;
        if (checkIn.mood !== null) moods.add(checkIn.mood.reveal());
        if (checkIn.helped !== null) helped.add(checkIn.helped.reveal());
      }
    assert.deepEqual([moods.size, helped.size], [5, 5]);
    assert.ok(unanswered > 20);
  });

  it('has figures for the coordinator and for the manager', async () => {
    for (const scope of [null, cast.manager.id]) {
      const [month] = byPeriod(await store.reads.privacy.released(cast.programme.id, scope));
      assert.ok(month);
      assert.equal(month.period, '2026-10');
      for (const figure of ['members', 'paired', 'meetings'] as const)
        assert.ok(month[figure].shown, `${figure} of ${scope ?? 'the programme'}`);
      assert.ok(month.mood.shown || month.helped.shown);
    }
  });

  it('has said everything that it had to say until now', async () => {
    const oldest = await store.reads.occurrences.oldestDue(NOW);
    assert.ok(oldest === null || oldest > NOW);
    const { sent, expired, unknown } = await store.reads.occurrences.countByState(cast.programme.id);
    assert.ok(sent > 200);
    assert.deepEqual([expired, unknown], [0, 0]);
  });

  it('has whom to call in every country of the company', () => {
    const { helpContacts } = cast.programme;
    assert.ok(helpContacts.some((contact) => contact.country === '*'));
    for (const country of ['DE', 'GB', 'US', 'IN', 'PL', 'ES', 'BR'])
      assert.ok(
        helpContacts.some((contact) => contact.country === country),
        country,
      );
  });

  it('finds its cast again', async () => {
    assert.deepEqual(await findCast(demo.deps, DEMO_TENANT), cast);
  });

  it('leaves two who have not joined and are each other’s natural match', async () => {
    assert.equal(await store.reads.members.one(cast.programme.id, cast.newcomer.id), null);
    assert.equal(await store.reads.members.one(cast.programme.id, cast.guide.id), null);
    assert.deepEqual(await partnersOf(demo, cast), [cast.guide.id]);
  });

  it('is made of a real company in the same way, with everyone who has a topic', async function () {
    needsRealPeople(this);
    const real = await openTestStore();
    try {
      const realDemo = demoOn(real);
      const started = performance.now();
      const realCast = await realDemo.fill((await openPeopleCsv(REAL_PEOPLE)).rows, 'everyone');
      assert.ok(performance.now() - started < 50_000);
      const [round] = await real.reads.rounds.ofProgramme(realCast.programme.id, 1);
      assert.ok(round && round.figures.peoplePaired >= 700);
      assert.equal(round.figures.brokenRules, 0);
      const { newcomer, guide, manager, coordinator } = realCast;
      assert.equal(new Set([newcomer.id, guide.id, manager.id, coordinator.id]).size, 4);
      assert.equal(guide.level - newcomer.level, 1);
      assert.ok((await real.reads.people.reports(manager.id)).length >= 25);
      assert.deepEqual(await partnersOf(realDemo, realCast), [guide.id]);
    } finally {
      await real.close();
    }
  });
});

describe('the calendar of the demonstration', () => {
  it('always has a month that has ended after the round, within twelve weeks', () => {
    const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (now) => {
        const { startedAt, roundAt } = calendarOf(now);
        const lastMonth = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1);
        assert.ok(roundAt.getTime() <= lastMonth + DAY_MS);
        const days = (now.getTime() - startedAt.getTime()) / DAY_MS;
        assert.ok(days >= 56 - 7 && days <= 12 * 7, `${days} days`);
        assert.deepEqual([startedAt.getUTCDay(), roundAt.getUTCDay()], [1, 2]);
      }),
    );
  });
});
