import assert from 'node:assert/strict';
import { confide } from '../../bot/core/confidential.ts';
import type {
  Me,
  MyData,
  MyMoods,
  MySpace,
  Page,
  ProgrammeOverview,
  ProgrammePairing,
  ProgrammePerson,
  RoundDetail,
  RoundRow,
  Team,
  TopicChip,
} from '../../bot/api/contract.ts';
import { asId } from '../../bot/core/ids.ts';
import type { CheckInId } from '../../bot/core/ids.ts';
import { newId } from '../../bot/new-id.ts';
import { DAY_MS, later, NOW } from '../helpers/builders.ts';
import { openCompany } from './company.ts';
import type { Company, Part } from './company.ts';

describe('what the tab gets', () => {
  let company: Company;
  beforeEach(async () => {
    company = await openCompany();
  });
  afterEach(() => company.close());

  async function get<T>(address: string, as: Part): Promise<T> {
    const answer = await company.ask(`GET ${address}`, { token: company.tokenOf(as) });
    assert.equal(answer.status, 200, answer.text);
    return answer.body as T;
  }
  const send = (address: string, as: Part, body?: unknown) =>
    company.ask(address, { token: company.tokenOf(as), ...(body === undefined ? {} : { body }) });

  const changes = (part: Part, membership: unknown) => send('PUT /api/my-space/membership', part, membership);
  const membership = async () => (await get<MySpace>('/api/my-space', 'outsider')).membership;
  const team = () => get<Team>('/api/team', 'boss');

  /** Somebody's check-in with a hard day, answered a day ago. */
  async function aHardDay(part: Part): Promise<void> {
    const { store, people, programme: programmeId, pairing } = company;
    const id = asId<CheckInId>(newId());
    const at = later(NOW, -DAY_MS);
    await store.transaction(async (tx) => {
      const personId = people[part].id;
      await tx.checkIns.plan({ id, programmeId, pairingId: pairing.id, personId, week: 1, dueAt: at });
      await tx.checkIns.setMood(id, confide(1), at);
    });
  }

  it('tells each who they are and what they are here', async () => {
    const boss = await get<Me>('/api/me', 'boss');
    assert.deepEqual([boss.manager, boss.coordinates, boss.member], [true, [], null]);
    assert.equal(boss.programme?.id, company.programme);
    const coordinator = await get<Me>('/api/me', 'coordinator');
    assert.deepEqual(
      coordinator.coordinates.map((one) => one.id),
      [company.programme],
    );
    const mentee = await get<Me>('/api/me', 'mentee');
    assert.deepEqual([mentee.manager, mentee.member, mentee.person.name], [false, 'joined', 'Max Mentee']);
  });

  it('shows a pairing to its sides, with reasons in words and ways to reach each other', async () => {
    const { pairings, proposals, waiting, needs } = await get<MySpace>('/api/my-space', 'mentee');
    assert.equal(pairings.length, 1);
    const [pairing] = pairings;
    assert.ok(pairing);
    assert.deepEqual([pairing.myRole, pairing.partners[0]?.name], ['mentee', 'Mira Mentor']);
    assert.match(pairing.partners[0]?.chatUrl ?? '', /^https:\/\/teams\.microsoft\.com\/l\/chat/);
    assert.match(pairing.meetUrl ?? '', /^https:\/\/teams\.microsoft\.com\/l\/meeting/);
    assert.ok(pairing.reasons.length > 0 && pairing.reasons.every((reason) => reason.length > 10));
    assert.deepEqual([proposals, waiting], [[], null]);
    assert.deepEqual(
      needs.map((need) => need.name),
      ['Back from parental leave'],
    );
  });

  it('shows a proposal without the answer of the other and without ways to reach them', async () => {
    await send(`POST /api/proposals/${company.proposal.id}/answer`, 'asked', { answer: 'yes' });
    const mine = (await get<MySpace>('/api/my-space', 'asked')).proposals[0];
    const theirs = (await get<MySpace>('/api/my-space', 'askedToo')).proposals[0];
    assert.deepEqual([mine?.myAnswer, theirs?.myAnswer], ['yes', null]);
    assert.equal(theirs?.partners[0]?.chatUrl, null);
    const { text } = await send('GET /api/my-space', 'askedToo');
    assert.ok(!text.includes('"yes"') && !text.includes(company.people.asked.email));
  });

  it('makes a pairing of two yes', async () => {
    const address = `POST /api/proposals/${company.proposal.id}/answer`;
    for (const part of ['asked', 'askedToo'] as const) {
      assert.equal((await send(address, part, { answer: 'yes' })).status, 200);
    }
    assert.equal((await get<MySpace>('/api/my-space', 'asked')).pairings.length, 1);
    assert.equal((await send(address, 'asked', { answer: 'not-now' })).status, 409);
  });

  it('joins, pauses, comes back and leaves, with what goes with it', async () => {
    assert.equal(
      (await changes('outsider', { state: 'joined', rhythm: 'monthly', mentorCapacity: 3 })).status,
      200,
    );
    assert.deepEqual(await membership(), {
      state: 'joined',
      pausedUntil: null,
      rhythm: 'monthly',
      mentorCapacity: 3,
      visibleToManager: false,
    });
    await changes('outsider', { state: 'paused', pausedUntil: '2027-01-03' });
    assert.equal((await membership())?.pausedUntil, '2027-01-03');
    await changes('outsider', { state: 'joined', visibleToManager: true });
    assert.deepEqual([(await membership())?.state, (await membership())?.visibleToManager], ['joined', true]);
    await changes('outsider', { state: 'left' });
    assert.equal((await membership())?.state, 'left');
  });

  it('keeps nothing of a change that is refused half-way', async () => {
    const body = { state: 'paused', pausedUntil: '2020-01-01', rhythm: 'monthly' };
    assert.equal((await send('PUT /api/my-space/membership', 'mentee', body)).status, 422);
    const { membership } = await get<MySpace>('/api/my-space', 'mentee');
    assert.deepEqual([membership?.state, membership?.rhythm], ['joined', 'weekly']);
  });

  it('keeps what one sets for oneself', async () => {
    const set = {
      locale: 'de',
      timeZone: 'America/New_York',
      languages: ['de', 'fr'],
      days: [1, 3, 5],
      startMinute: 480,
      endMinute: 960,
    };
    assert.equal((await send('PUT /api/my-space/preferences', 'mentee', set)).status, 200);
    assert.deepEqual((await get<MySpace>('/api/my-space', 'mentee')).preferences, set);
    assert.equal((await get<Me>('/api/me', 'mentee')).person.timeZone, 'America/New_York');
  });

  it('finds topics by what people call them, a page at a time', async () => {
    const all = await get<Page<TopicChip>>('/api/topics?limit=1', 'outsider');
    assert.deepEqual([all.rows.length, all.total], [1, 2]);
    const found = await get<Page<TopicChip>>('/api/topics?search=changing%20carer', 'outsider');
    assert.equal(found.rows[0]?.name, 'Changing career');
  });

  it('shows moods to the one whose they are, for as long as they are kept', async () => {
    await aHardDay('mentee');
    const { moods, keptDays } = await get<MyMoods>('/api/my-space/moods', 'mentee');
    assert.deepEqual([moods.map((one) => one.mood), keptDays], [[1], 90]);
    assert.deepEqual((await get<MyMoods>('/api/my-space/moods', 'mentor')).moods, []);
  });

  it('shows a manager names only where both agreed', async () => {
    assert.deepEqual(await team(), { people: 2, periods: [], visiblePairings: [] });
    await changes('mentee', { state: 'joined', visibleToManager: true });
    assert.deepEqual((await team()).visiblePairings, []);
    await changes('mentor', { state: 'joined', visibleToManager: true });
    const [visible] = (await team()).visiblePairings;
    assert.deepEqual(visible?.people.map((person) => person.name).sort(), ['Max Mentee', 'Mira Mentor']);
  });

  it('tells manager and coordinator nothing of how anyone is', async () => {
    const addresses = {
      boss: ['/api/team'],
      coordinator: ['', '/people', '/pairings', '/rounds'].map(
        (path) => `/api/programmes/${company.programme}${path}`,
      ),
    };
    const look = async (): Promise<readonly string[]> => {
      const texts: string[] = [];
      for (const [part, paths] of Object.entries(addresses)) {
        for (const path of paths) texts.push((await send(`GET ${path}`, part as Part)).text);
      }
      return texts;
    };
    const before = await look();
    await aHardDay('mentee');
    assert.deepEqual(await look(), before);
  });

  it('shows the coordinator people, pairings and rounds', async () => {
    const at = `/api/programmes/${company.programme}`;
    const overview = await get<ProgrammeOverview>(at, 'coordinator');
    assert.deepEqual([overview.members.joined, overview.pairings.active], [4, 1]);
    const people = await get<Page<ProgrammePerson>>(`${at}/people?search=mira`, 'coordinator');
    assert.deepEqual(
      people.rows.map((one) => one.name),
      ['Mira Mentor'],
    );
    const pairings = await get<Page<ProgrammePairing>>(`${at}/pairings?state=active`, 'coordinator');
    assert.deepEqual(
      pairings.rows.map((one) => one.id),
      [company.pairing.id],
    );
    const ended = await get<Page<ProgrammePairing>>(`${at}/pairings?state=ended`, 'coordinator');
    assert.equal(ended.total, 0);
    const detail = await get<RoundDetail>(`/api/rounds/${company.round.id}`, 'coordinator');
    assert.deepEqual(
      detail.proposals.rows.map((row) => row.id),
      [company.draft.id],
    );
    assert.ok((detail.proposals.rows[0]?.reasons.length ?? 0) > 0);
    assert.deepEqual(
      detail.leftOut.map((one) => one.person.name),
      ['Ana Asked'],
    );
  });

  it('never tells the coordinator who said no', async () => {
    await send(`POST /api/proposals/${company.proposal.id}/answer`, 'askedToo', { answer: 'not-this-one' });
    const { text } = await send(`GET /api/rounds/${company.proposal.roundId}`, 'coordinator');
    assert.ok(text.includes('declined') && !text.includes('not-this-one'));
  });

  it('previews a round that replaces the earlier preview, and discards it', async () => {
    const preview = await send(`POST /api/programmes/${company.programme}/rounds`, 'coordinator');
    assert.equal(preview.status, 200, preview.text);
    const { id, state } = preview.body as RoundRow;
    assert.equal(state, 'previewed');
    const rounds = await get<Page<RoundRow>>(`/api/programmes/${company.programme}/rounds`, 'coordinator');
    assert.equal(rounds.rows.find((one) => one.id === company.round.id)?.state, 'discarded');
    assert.equal((await send(`POST /api/rounds/${id}/discard`, 'coordinator')).status, 200);
    assert.equal((await send(`POST /api/rounds/${id}/discard`, 'coordinator')).status, 409);
  });

  it('hands over everything about oneself, and erases it', async () => {
    await aHardDay('mentee');
    const { tables, exportedAt } = await get<MyData>('/api/my-data', 'mentee');
    assert.equal(exportedAt, NOW.toISOString());
    assert.ok(JSON.stringify(tables).includes('Max Mentee'));
    assert.equal((await send('DELETE /api/my-data', 'mentee')).status, 200);
    assert.deepEqual((await get<MyMoods>('/api/my-space/moods', 'mentee')).moods, []);
    assert.notEqual((await get<Me>('/api/me', 'mentee')).member, 'joined');
  });

  it('puts on record who looked at figures, took data and changed settings', async () => {
    const { programme, people, store } = company;
    await get('/api/team', 'boss');
    await get(`/api/programmes/${programme}`, 'coordinator');
    await get('/api/my-data', 'mentee');
    await send('GET /api/team', 'outsider');
    const { entries } = await store.reads.privacy.audit(programme, { offset: 0, limit: 50 });
    const byAction = new Map(entries.map((entry) => [entry.action, [entry.actor, entry.relation]]));
    assert.equal(entries.length, 3);
    assert.deepEqual(Object.fromEntries(byAction), {
      'view-team-figures': [people.boss.id, 'manager'],
      'view-programme-figures': [people.coordinator.id, 'coordinator'],
      'export-my-data': [people.mentee.id, 'self'],
    });
  });
});
