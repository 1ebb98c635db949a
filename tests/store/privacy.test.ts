import assert from 'node:assert/strict';
import { followAudit } from '../../bot/actions/follow-audit.ts';
import { confide } from '../../bot/core/confidential.ts';
import type { AuditAction } from '../../bot/core/audit.ts';
import { asId } from '../../bot/core/ids.ts';
import type { CheckInId, PersonId } from '../../bot/core/ids.ts';
import type { AuditEntry, PrivacyReads } from '../../bot/core/ports/privacy.ts';
import type { Pairing } from '../../bot/core/round.ts';
import { newId } from '../../bot/new-id.ts';
import { auditChain, STRETCH } from '../../bot/store/audit.ts';
import { aPerson, DAY_MS, later, NOW } from '../helpers/builders.ts';
import { seedPairing, seedProgramme } from '../helpers/seed.ts';
import { onEveryEngine } from './engines.ts';

const FROM = new Date('2026-12-01T00:00:00.000Z');
const TO = new Date('2027-01-01T00:00:00.000Z');

onEveryEngine('The answers of a period', ({ store }) => {
  const setUp = async () => {
    const { id, people } = await seedProgramme(store(), { people: [aPerson(), aPerson(), aPerson()] });
    const [one, two, three] = people;
    assert.ok(one && two && three);
    const pairing = await seedPairing(store(), id, [one.id, two.id]);
    const of = async (person: PersonId) =>
      (await store().reads.privacy.answersOfPeriod(id, FROM, TO)).find((each) => each.personId === person);
    return { id, one: one.id, two: two.id, three: three.id, pairing, of };
  };
  let week = 0;
  const say = async (pairing: Pairing, personId: PersonId, at: Date): Promise<void> => {
    week += 1;
    const id = asId<CheckInId>(newId());
    const { id: pairingId, programmeId } = pairing;
    await store().transaction(async (tx) => {
      await tx.checkIns.plan({ id, programmeId, pairingId, personId, week, dueAt: at });
      await tx.checkIns.setMood(id, confide(3), at);
      await tx.checkIns.setHelped(id, confide(5), at);
      await tx.checkIns.setConnected(id, 'yes', at);
    });
  };

  it('are those from its first moment until before its last', async () => {
    const { one, pairing, of } = await setUp();
    for (const at of [later(FROM, -1), FROM, later(TO, -1), TO]) await say(pairing, one, at);
    const answers = await of(one);
    assert.deepEqual(answers?.moods, [3, 3]);
    assert.deepEqual(answers.helped, [5, 5]);
    assert.equal(answers.meetings, 3, 'talks are counted from the start of the pairing');
  });

  it('count talks to the ninetieth day of a pairing', async () => {
    const { two, pairing, of } = await setUp();
    const end = later(pairing.startedAt, 90 * DAY_MS);
    await say(pairing, two, later(end, -1));
    await say(pairing, two, end);
    const all = await store().reads.privacy.answersOfPeriod(pairing.programmeId, FROM, later(end, DAY_MS));
    assert.equal(all.find((each) => each.personId === two)?.meetings, 1);
    assert.equal((await of(two))?.meetings, 0, 'neither had been told by the end of the period');
  });

  it('say who was a member throughout, and who was in a pairing at some moment', async () => {
    const { id, one, two, three, pairing, of } = await setUp();
    assert.deepEqual([(await of(three))?.joined, (await of(three))?.paired], [true, false]);
    await store().transaction(async (tx) => {
      await tx.members.setState(id, one, 'left', null, later(TO, -1));
      await tx.members.setState(id, two, 'left', null, TO);
      await tx.pairings.setState(pairing.id, 'ended', FROM);
    });
    assert.deepEqual([(await of(one))?.joined, (await of(one))?.paired], [false, true]);
    assert.deepEqual([(await of(two))?.joined, (await of(two))?.paired], [true, true]);
    await store().write(({ db }) =>
      db
        .updateTable('pairings')
        .set({ endedAt: later(FROM, -1) })
        .execute(),
    );
    assert.equal((await of(two))?.paired, false);
  });

  it('stay readable for others when one person has erased theirs', async () => {
    const { one, two, pairing, of } = await setUp();
    await say(pairing, one, FROM);
    await say(pairing, two, FROM);
    await store().transaction((tx) => tx.privacy.erase(one, later(FROM, 1)));
    assert.deepEqual((await of(one))?.moods, []);
    assert.deepEqual((await of(two))?.moods, [3]);
  });
});

onEveryEngine('Released figures', ({ store }) => {
  it('never change once they are released', async () => {
    const { id, people } = await seedProgramme(store());
    const scope = people[0]?.id ?? null;
    const figure = { programmeId: id, period: '2026-11', question: 'members', releasedAt: NOW };
    await store().transaction((tx) =>
      tx.privacy.release([
        { ...figure, scope: null, value: { shown: true, value: 12 } },
        { ...figure, scope, value: { shown: false } },
      ]),
    );
    await store().transaction((tx) => tx.privacy.release([{ ...figure, scope: null, value: 'other' }]));
    const released = (...of: Parameters<PrivacyReads['released']>) => store().reads.privacy.released(...of);
    assert.deepEqual(await released(id, null), [
      { ...figure, scope: null, value: { shown: true, value: 12 } },
    ]);
    assert.deepEqual(await released(id, scope), [{ ...figure, scope, value: { shown: false } }]);
  });
});

onEveryEngine('Reporting lines for figures', ({ store }) => {
  it('hold everyone who was still there when the period ended', async () => {
    const boss = aPerson();
    const people = [
      boss,
      aPerson({ managerId: boss.id }),
      aPerson({ managerId: boss.id, leftAt: later(TO, -1) }),
      aPerson({ managerId: boss.id, leftAt: TO }),
    ];
    const { id } = await seedProgramme(store(), { people });
    const lines = await store().reads.privacy.reportingLines(id, TO);
    assert.deepEqual(
      lines,
      [people[0], people[1], people[3]]
        .map((person) => ({ personId: person?.id, managerId: person?.managerId }))
        .toSorted((a, b) => ((a.personId ?? '') < (b.personId ?? '') ? -1 : 1)),
    );
  });
});

const entry = (action: AuditAction): AuditEntry => ({
  at: NOW,
  actor: null,
  action,
  object: 'round',
  relation: 'coordinator',
});

onEveryEngine('The audit', ({ store, another }) => {
  const read = async (id: Parameters<typeof auditChain>[1]) =>
    store().write(async (db) => (await auditChain(db, id)).brokenAt);

  it('is a chain of each programme’s own, newest first', async () => {
    const [one, two] = [await seedProgramme(store()), await seedProgramme(store())];
    await store().transaction(async (tx) => {
      await tx.privacy.record(one.id, entry('view-delivery'));
      await tx.privacy.record(two.id, entry('export-my-data'));
      await tx.privacy.record(one.id, { ...entry('change-settings'), actor: one.people[0]?.id ?? null });
    });
    const page = await store().reads.privacy.audit(one.id, { offset: 0, limit: 5 });
    assert.deepEqual(
      page.entries.map(({ action }) => action),
      ['change-settings', 'view-delivery'],
    );
    assert.equal(await read(one.id), null);
  });

  it('holds when two write to it at once', async () => {
    const { id } = await seedProgramme(store());
    const stores = [store(), await another()];
    await Promise.all(
      stores.flatMap((each) =>
        [1, 2, 3, 4, 5].map(() => each.transaction((tx) => tx.privacy.record(id, entry('view-audit')))),
      ),
    );
    assert.equal((await store().reads.privacy.audit(id, { offset: 0, limit: 50 })).total, 10);
    assert.equal(await read(id), null);
  });

  it('is followed stretch by stretch, each from the entry that the one before ended with', async () => {
    const { id } = await seedProgramme(store());
    await store().transaction(async (tx) => {
      for (let count = 0; count < STRETCH + 2; count += 1) await tx.privacy.record(id, entry('view-audit'));
    });
    const chain = (after?: number) => store().reads.privacy.auditChain(id, after);
    assert.deepEqual(await chain().then(({ entries, next }) => [entries, next]), [STRETCH, STRETCH]);
    assert.deepEqual(await chain(STRETCH).then(({ entries, next }) => [entries, next]), [2, null]);
    const whole = await followAudit(store().reads, id);
    assert.deepEqual([whole.entries, whole.brokenAt], [STRETCH + 2, null]);
    await store().write(({ db }) =>
      db
        .updateTable('audit')
        .set({ actorId: null, action: 'x' as never })
        .where('sequence', '=', STRETCH + 1)
        .execute(),
    );
    assert.equal((await followAudit(store().reads, id)).brokenAt, STRETCH + 1);
    // Whoever asks to go on from an entry that is not there is not told that all is well.
    assert.equal((await chain(STRETCH + 9)).brokenAt, STRETCH + 9);
  });

  it('shows where an entry was changed, added or taken out', async () => {
    const { id } = await seedProgramme(store());
    await store().transaction(async (tx) => {
      for (const action of ['view-delivery', 'view-audit', 'view-delivery'] as const)
        await tx.privacy.record(id, entry(action));
    });
    const second = (db: Parameters<Parameters<ReturnType<typeof store>['write']>[0]>[0]) =>
      db.db.updateTable('audit').where('sequence', '=', 2);
    await store().write((db) => second(db).set({ action: 'change-settings' }).execute());
    assert.equal(await read(id), 2);
    await store().write((db) => second(db).set({ action: 'view-audit' }).execute());
    assert.equal(await read(id), null);
    await store().write(({ db }) => db.deleteFrom('audit').where('sequence', '=', 2).execute());
    assert.equal(await read(id), 2);
  });
});
