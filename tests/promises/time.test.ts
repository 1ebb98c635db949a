import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import type { OccurrenceId } from '../../bot/core/ids.ts';
import type { Person } from '../../bot/core/person.ts';
import { DEFAULT_HOURS } from '../../bot/core/person.ts';
import { openOutbox } from '../delivery/outbox.ts';
import { aPerson, later } from '../helpers/builders.ts';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Africa/Casablanca',
] as const;
const HALF_HOUR_MS = 1_800_000;

interface Told {
  readonly person: Person;
  readonly id: OccurrenceId;
}

/** Steps through the weeks in which clocks change, twice a day's hour, with two instances whose clocks differ. */
async function live(from: string, days: number, skewMs = 0) {
  const people = ZONES.map((timeZone) => aPerson({ timeZone }));
  const outbox = await openOutbox(people, { limits: false });
  const start = new Date(from);
  const told: Told[] = [];
  for (let day = 0; day < days; day += 7)
    for (const person of people) {
      // Both due at the same moment, whatever time it is for them.
      const dueAt = later(start, day * 86_400_000);
      const common = { dueAt, expiresAt: later(dueAt, 7 * 86_400_000) };
      told.push({ person, id: await outbox.plan(person, common) });
      told.push({ person, id: await outbox.plan(person, { ...common, kind: 'nudge' }) });
    }
  const other = outbox.worker({ now: () => later(outbox.now, skewMs) });
  const worker = outbox.worker();
  for (let at = start; at < later(start, days * 86_400_000); at = later(at, HALF_HOUR_MS)) {
    outbox.now = at;
    await Promise.all([worker.runOnce(), other.runOnce()]);
  }
  return { outbox, told };
}

describe('time', () => {
  for (const [name, from] of [
    ['when clocks go back in the north and forward in the south', '2026-10-19T00:00:00Z'],
    ['when clocks go forward in the north and back in the south', '2027-03-08T00:00:00Z'],
    ['over a leap day', '2028-02-21T00:00:00Z'],
  ] as const)
    it(`tells each thing once, in their hours and one a day, ${name}`, async function () {
      this.timeout(60_000);
      const { outbox, told } = await live(from, 21);
      const entries = outbox.fake.ledger.messages();
      const days = new Set<string>();
      for (const { person, id } of told) {
        const { state } = await outbox.stateOf(id);
        assert.equal(state, 'sent', `${person.timeZone} ${id}`);
        assert.equal(outbox.told(id), 1);
        const sentAt = await sentAtOf(outbox, id);
        const local = DateTime.fromJSDate(sentAt, { zone: person.timeZone });
        const minute = local.hour * 60 + local.minute;
        assert.ok(
          DEFAULT_HOURS.days.some((day) => day === local.weekday),
          `${person.timeZone} ${local.toISO()}`,
        );
        assert.ok(
          minute >= DEFAULT_HOURS.startMinute && minute < DEFAULT_HOURS.endMinute,
          local.toISO() ?? '',
        );
        days.add(`${person.id} ${local.toISODate()}`);
      }
      assert.equal(days.size, told.length, 'never two on one day of theirs');
      assert.equal(entries.length, told.length);
      await outbox.close();
    });

  it('tells each thing once with instances whose clocks are five minutes apart', async function () {
    this.timeout(60_000);
    for (const skewMs of [-300_000, 300_000]) {
      const { outbox, told } = await live('2026-10-26T00:00:00Z', 7, skewMs);
      assert.ok(told.every(({ id }) => outbox.told(id) <= 1));
      const states = await outbox.store.reads.occurrences.countByState(outbox.programme.id);
      assert.equal(states.sent, told.length);
      await outbox.close();
    }
  });

  it('follows somebody who moves to another zone', async () => {
    const ada = aPerson({ timeZone: 'Europe/Berlin' });
    const outbox = await openOutbox([ada]);
    const id = await outbox.plan(ada, { dueAt: new Date('2026-11-02T09:00:00Z') });
    await outbox.store.transaction((tx) =>
      tx.people.setPreferences(ada.id, {
        locale: 'en',
        hours: DEFAULT_HOURS,
        timeZone: 'America/Los_Angeles',
        languages: null,
      }),
    );
    outbox.now = new Date('2026-11-02T09:00:00Z');
    await outbox.worker().runOnce();
    assert.equal((await outbox.stateOf(id)).dueAt.toISOString(), '2026-11-02T17:00:00.000Z');
    outbox.now = new Date('2026-11-02T17:00:00Z');
    await outbox.worker().runOnce();
    assert.equal(outbox.told(id), 1);
    await outbox.close();
  });

  it('tells at night, and twice a day, who works around the clock and has just done something twice', async () => {
    const ada = aPerson({ timeZone: 'Europe/Berlin' });
    const outbox = await openOutbox([ada]);
    const dueAt = new Date('2026-11-07T01:30:00Z');
    const ids = [
      await outbox.plan(ada, { dueAt, kind: 'introduction' }),
      await outbox.plan(ada, { dueAt, kind: 'pairing-ended' }),
    ];
    await outbox.store.transaction((tx) =>
      tx.people.setPreferences(ada.id, {
        locale: 'en',
        hours: { days: [1, 2, 3, 4, 5, 6, 7], startMinute: 0, endMinute: 1_440 },
        timeZone: null,
        languages: null,
      }),
    );
    outbox.now = dueAt;
    await outbox.worker().runOnce();
    await outbox.worker().runOnce();
    for (const id of ids)
      assert.equal(outbox.told(id), 1, 'nothing but their hours and the one a day kept it');
    await outbox.close();
  });

  it('drops a check-in that is two days late', async () => {
    const ada = aPerson();
    const outbox = await openOutbox([ada]);
    const id = await outbox.plan(ada, { expiresAt: later(outbox.now, 2 * 86_400_000) });
    outbox.now = later(outbox.now, 2 * 86_400_000);
    await outbox.worker().runOnce();
    assert.equal((await outbox.stateOf(id)).state, 'expired');
    assert.equal(outbox.told(id), 0);
    await outbox.close();
  });
});

async function sentAtOf(outbox: Awaited<ReturnType<typeof openOutbox>>, id: OccurrenceId): Promise<Date> {
  const row = await outbox.store.write(({ db }) =>
    db.selectFrom('occurrences').where('id', '=', id).select('sentAt').executeTakeFirstOrThrow(),
  );
  assert.ok(row.sentAt);
  return row.sentAt;
}
