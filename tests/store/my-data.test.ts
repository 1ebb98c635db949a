import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { asId } from '../../bot/core/ids.ts';
import type { OccurrenceId } from '../../bot/core/ids.ts';
import type { Person } from '../../bot/core/person.ts';
import type { Pairing } from '../../bot/core/round.ts';
import { NAMING } from '../../bot/store/naming.ts';
import { TABLES } from '../../bot/store/tables.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson, aRound, later, NOW, TENANT } from '../helpers/builders.ts';
import { seedOpenProposal, seedPairing, seedProgramme } from '../helpers/seed.ts';
import type { SeededProgramme } from '../helpers/seed.ts';
import { onEveryEngine } from './engines.ts';
import { sayEverything } from './said.ts';

/** Where a table's rows stand in what a person gets, when not under its own name. */
const SHOWN_AS: Readonly<Record<string, string>> = {
  personTopics: 'suggestedTopics',
  coordinators: 'coordinates',
  members: 'memberships',
  memberTopics: 'topics',
  proposalPeople: 'proposals',
  pairingPeople: 'pairings',
  dataKeys: 'dataKey',
  conversations: 'conversation',
  dialogs: 'dialog',
  occurrences: 'messages',
  releasedCohorts: 'countedIn',
};
/** Names people and says nothing of them that is not said elsewhere. */
const NOT_MINE: Readonly<Record<string, string>> = {
  stagedPeople: 'a row of an HR export while it is being read',
  roundCorrections: 'what a coordinator changed in a preview; what came of it are suggestions',
  directoryPrints: 'whether the export names other topics than last time',
};

onEveryEngine('My data', ({ store }) => {
  let programme: SeededProgramme;
  let me: Person;
  let partner: Person;
  let third: Person;
  let pairing: Pairing;
  beforeEach(async () => {
    [me, partner, third] = ['Me Myself', 'Paula Partner', 'Theo Third'].map((displayName) =>
      aPerson({ displayName }),
    ) as [Person, Person, Person];
    programme = await seedProgramme(store(), { people: [me, partner, third], mentorCapacity: 3 });
    pairing = await seedPairing(store(), programme.id, [me.id, partner.id]);
    const said = (personId: Person, partnerOf: Person, canary: string) =>
      sayEverything(store(), programme, pairing, {
        personId: personId.id,
        partnerId: partnerOf.id,
        canary,
      });
    await said(me, partner, 'MINE');
    await said(partner, me, 'THEIRS');
    await store().transaction(async (tx) => {
      await tx.members.setDoNotPair(me.id, [third.id], NOW);
      await tx.members.setDoNotPair(third.id, [me.id], NOW);
      const round = aRound(programme.id);
      await tx.rounds.create(round, [], []);
      const apart = [{ kind: 'forbid', people: [third.id, me.id] }] as const;
      await tx.rounds.setCorrections(round.id, apart, partner.id, NOW);
      const counted = { programmeId: programme.id, period: '2026-09', question: 'mood' };
      await tx.privacy.keepCohort({ ...counted, people: new Map([[me.id, 'programme']]) });
      await tx.people.setPreferences(me.id, {
        locale: 'de',
        hours: { days: [1], startMinute: 0, endMinute: 60 },
        timeZone: null,
        languages: null,
      });
      await tx.conversations.remember(
        { personId: me.id, serviceUrl: 'https://x', conversationId: 'a:me', userId: '29:me', botId: '28:b' },
        NOW,
      );
      await tx.conversations.receive('a:me', '1', NOW);
      await tx.conversations.saveAnswer(`${me.id}|1|yes|1`, 'MINE press', NOW);
      await tx.conversations.saveAnswer(`${partner.id}|1|yes|1`, 'THEIRS press', NOW);
      await tx.occurrences.plan([
        {
          id: asId<OccurrenceId>(newId()),
          tenantId: TENANT,
          programmeId: programme.id,
          personId: me.id,
          kind: 'check-in',
          period: '1',
          subjectId: pairing.id,
          dueAt: NOW,
          expiresAt: later(NOW, 1000),
        },
      ]);
    });
  });
  const mine = () => store().reads.privacy.everythingAbout(me.id);

  it('is all there, with names in place of ids and what I said opened', async () => {
    const data = await mine();
    const empty = Object.entries(data).filter(([, rows]) => rows.length === 0);
    assert.deepEqual(
      empty.map(([table]) => table),
      ['suggestedTopics', 'coordinates', 'leftOut', 'audit'],
    );
    const text = JSON.stringify(data);
    for (const part of [
      'MINE ask 🌧️',
      'MINE note 🌧️',
      'MINE reflection 🌧️',
      'Paula Partner',
      'Theo Third',
      'Changing career',
      '"mood":2',
      '"helped":4',
      '29:me',
    ]) {
      assert.ok(text.includes(part), part);
    }
  });

  it('leaves out no table that names me', async () => {
    const names: string[] = [];
    for (const table of TABLES) {
      const { read, name: engine } = store().engine;
      const called = NAMING.columnOf(table);
      const columns =
        engine === 'sqlite'
          ? sql<{ name: string }>`select name from pragma_table_info(${called})`
          : sql<{ name: string }>`
              select COLUMN_NAME as name from INFORMATION_SCHEMA.COLUMNS where TABLE_NAME = ${called}`;
      const { rows } = await columns.execute(read);
      if (rows.some(({ name }) => /(^|_)(person_id|actor_id|accepted_by)$/.test(name))) names.push(table);
    }
    const exported = new Set(Object.keys(await mine()));
    assert.ok(names.length > 10);
    const missing = names.filter((table) => !exported.has(SHOWN_AS[table] ?? table) && !(table in NOT_MINE));
    assert.deepEqual(missing, []);
  });

  it('holds of others only the notes that they wrote to me', async () => {
    const text = JSON.stringify(await mine());
    assert.ok(text.includes('THEIRS note'));
    assert.ok(!text.includes('THEIRS ask'));
    assert.ok(!text.includes('THEIRS reflection'));
    const theirs = JSON.stringify(await store().reads.privacy.everythingAbout(third.id));
    assert.ok(theirs.includes('Me Myself'), 'their own list');
    await store().transaction((tx) => tx.members.setDoNotPair(third.id, [], NOW));
    const after = JSON.stringify(await store().reads.privacy.everythingAbout(third.id));
    assert.ok(!after.includes('Me Myself'), 'not that I asked for the same');
  });

  it('does not tell of a proposal that was never sent', async () => {
    const before = (await mine())['proposals']?.length;
    const proposal = await seedOpenProposal(store(), programme.id, [third.id, me.id]);
    assert.equal((await mine())['proposals']?.length, (before ?? 0) + 1);
    await store().write(({ db }) =>
      db
        .updateTable('proposals')
        .set({ state: 'draft', expiresAt: null })
        .where('id', '=', proposal.id)
        .execute(),
    );
    assert.equal((await mine())['proposals']?.length, before);
  });

  it('is gone once I erase it: only the directory’s facts and that I was there stay', async () => {
    await seedOpenProposal(store(), programme.id, [me.id, third.id]);
    await store().transaction((tx) => tx.privacy.erase(me.id, later(NOW, 5)));
    const data = await mine();
    const kept = Object.entries(data).filter(([, rows]) => rows.length > 0);
    assert.deepEqual(
      kept.map(([table]) => table),
      ['person', 'memberships', 'proposals', 'pairings', 'checkIns', 'notes', 'messages'],
    );
    assert.ok(!JSON.stringify(data).includes('MINE'));
    assert.ok(JSON.stringify(data['notes']).includes('THEIRS note'), 'the note is its writer’s');
    assert.deepEqual(data['checkIns']?.length, 1);
    const [checkIn] = await store().reads.checkIns.ofPerson(me.id, 1);
    assert.deepEqual(
      [checkIn?.mood, checkIn?.connected, checkIn?.helped, checkIn?.answeredAt],
      [null, null, null, null],
    );
    assert.equal(await store().reads.conversations.reference(me.id), null);
    assert.equal(await store().reads.conversations.dialog(me.id), null);
    assert.deepEqual(await store().reads.members.doNotPair(me.id), []);
    assert.equal(await store().reads.conversations.answered(`${me.id}|1|yes|1`), null);
    assert.equal(await store().reads.conversations.answered(`${partner.id}|1|yes|1`), 'THEIRS press');
  });

  it('takes me out of the programme and ends what I was in when I erase it', async () => {
    const open = await seedOpenProposal(store(), programme.id, [me.id, third.id]);
    await store().transaction((tx) => tx.privacy.erase(me.id, later(NOW, 5)));
    const { reads } = store();
    const member = await reads.members.one(programme.id, me.id);
    assert.deepEqual([member?.state, member?.offers, member?.needs], ['left', [], []]);
    const ended = await reads.pairings.byId(pairing.id);
    assert.deepEqual([ended?.state, ended?.endedAt, ended?.reasons], ['ended', later(NOW, 5), []]);
    assert.equal((await reads.rounds.proposal(open.id))?.state, 'withdrawn');
    assert.equal((await reads.occurrences.countByState(programme.id)).cancelled, 1);
  });

  it('leaves my partner’s as it was when I erase mine', async () => {
    await store().transaction((tx) => tx.privacy.erase(me.id, later(NOW, 5)));
    const text = JSON.stringify(await store().reads.privacy.everythingAbout(partner.id));
    for (const kind of ['ask', 'note', 'reflection']) assert.ok(text.includes(`THEIRS ${kind}`));
    assert.ok(!text.includes('MINE'));
    assert.ok(text.includes('Me Myself'), 'that we were paired is their history too');
  });

  it('can be erased twice, and begins anew when I join again', async () => {
    await store().transaction((tx) => tx.privacy.erase(me.id, later(NOW, 5)));
    await store().transaction((tx) => tx.privacy.erase(me.id, later(NOW, 6)));
    await store().transaction((tx) =>
      tx.members.join({
        programmeId: programme.id,
        personId: me.id,
        rhythm: 'weekly',
        mentorCapacity: 1,
        at: later(NOW, 7),
      }),
    );
    const again = await seedPairing(store(), programme.id, [third.id, me.id]);
    await sayEverything(
      store(),
      programme,
      { ...again },
      { personId: me.id, partnerId: third.id, canary: 'AGAIN' },
    );
    const text = JSON.stringify(await mine());
    assert.ok(text.includes('AGAIN reflection') && !text.includes('MINE'));
  });
});
