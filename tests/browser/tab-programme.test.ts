import assert from 'node:assert/strict';
import { person } from '../fakes/api/people.ts';
import { CALM, DRAFT } from '../fakes/api/programme.ts';
import { tabBench } from './tab-bench.ts';

describe('team and programme in the tab', function () {
  this.timeout(60_000);
  const bench = tabBench();

  it('shows a manager meetings in bands beside the pilot, as a correlation', async () => {
    const page = await bench.open('p1', 'team');
    const row = page.getByRole('table').getByRole('row', { name: /^4–8/ });
    await row.getByRole('cell', { name: '15' }).waitFor();
    await row.getByRole('cell', { name: '86%' }).waitFor();
    await page.getByText('It does not show that more meetings were the cause').waitFor();
    await page.getByRole('region', { name: 'Did it help?' }).getByText('Most said that it helped').waitFor();
  });

  it('withholds with one and the same sentence, whatever the reason', async () => {
    const page = await bench.open('p1', 'team');
    await page.getByLabel('Month', { exact: true }).selectOption('2026-09');
    await page.getByRole('region', { name: 'Taking part' }).getByText('about 20').waitFor();
    const hidden = page.getByText('Not shown for a group this small or this alike');
    assert.equal(await hidden.count(), 4);
  });

  it('tells a manager what nobody sees, and names only those who agreed', async () => {
    const page = await bench.open('p1', 'team');
    await page.getByText('How one person feels: only they see that themselves').waitFor();
    const shown = page.getByRole('region', { name: 'Pairings you may see' });
    assert.equal(await shown.getByRole('listitem').count(), 2);
  });

  it('hides from everyone the views that are not theirs, even by address', async () => {
    const page = await bench.open('p0', 'programme');
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    assert.deepEqual(await page.getByRole('tab').allInnerTexts(), ['My space']);
    assert.deepEqual(
      bench.fake.asked.filter((asked) => asked.includes('programmes')),
      [],
    );
  });

  it('shows a coordinator how the programme stands', async () => {
    const page = await bench.open('p2', 'programme');
    const messages = page.getByRole('region', { name: 'Messages' });
    await messages.getByText('812').waitFor();
    assert.match((await messages.textContent()) ?? '', /Waiting.*32/);
    await page.getByText('Everyone is covered, whatever their country').waitFor();
  });

  it('names who may not have been told, and sends again on somebody’s word only, with a reason', async () => {
    const one = {
      id: 'm-1',
      person: person(7),
      kind: 'check-in',
      sentAt: '2026-11-09T09:00:00.000Z',
    } as const;
    const other = { ...one, id: 'm-2', person: person(8), kind: 'proposal' } as const;
    bench.fake.world.delivery = { ...CALM, unclear: [one, other] };
    const page = await bench.open('p2', 'programme');
    const region = page.getByRole('region', { name: 'Perhaps not received' });
    const row = region.getByRole('listitem').filter({ hasText: one.person.name });
    await row.getByText('Check-in').waitFor();
    const asked = () => bench.fake.asked.filter((line) => line.includes('resend'));
    await row.getByRole('button', { name: 'Send again' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('It may have arrived after all; then it is there twice.').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    assert.deepEqual(asked(), [], 'asking is not sending');
    await row.getByRole('button', { name: 'Send again' }).click();
    await dialog.getByRole('radio', { name: 'Teams was down at the time' }).check();
    await dialog.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('It goes out again, at the person’s own hours.').waitFor();
    await row.waitFor({ state: 'detached' });
    await region.getByRole('listitem').filter({ hasText: other.person.name }).waitFor();
    assert.deepEqual(asked(), ['POST /api/messages-sent/m-1/resend']);
  });

  it('says nothing of what is unclear while nothing is, and until when Teams wants a pause', async () => {
    const calm = await bench.open('p2', 'programme');
    await calm.getByRole('region', { name: 'Messages' }).waitFor();
    assert.equal(await calm.getByRole('region', { name: 'Perhaps not received' }).count(), 0);
    bench.fake.world.delivery = { ...CALM, pausedUntil: '2026-11-09T09:00:00.000Z' };
    const paused = await bench.open('p2', 'programme');
    await paused.getByText('Teams has asked us to pause until').waitFor();
  });

  it('finds people by name and pages through them', async () => {
    const page = await bench.open('p2', 'programme/people');
    await page.getByText('1–25 of 108').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('26–50 of 108').waitFor();
    await page.getByRole('searchbox', { name: 'Search by name' }).fill('lindq');
    await page.getByText('1–1 of 1').waitFor();
    assert.equal(
      await page
        .getByRole('grid')
        .getByRole('row', { name: /Mara Lindqvist/ })
        .count(),
      1,
    );
    await page.getByRole('searchbox').fill('nobody at all');
    await page.getByRole('heading', { name: 'Nobody by that name' }).waitFor();
  });

  it('filters pairings by their state', async () => {
    const page = await bench.open('p2', 'programme/pairings');
    await page.getByText('1–25 of 54').waitFor();
    await page.getByLabel('State').selectOption('quiet');
    await page.getByText(/of 11$/).waitFor();
    assert.equal(await page.getByRole('grid').getByText('Active', { exact: true }).count(), 0);
  });

  it('previews a round, shows whom and why, and sends it after a second word', async () => {
    const page = await bench.open('p2', 'programme/rounds');
    await page.getByRole('button', { name: 'Preview a round' }).click();
    await page.getByText('Proven: no round under these rules could pair more people').waitFor();
    await page.getByRole('figure', { name: /40 to 50 %: 6 proposals/ }).waitFor();
    await page.getByText('2 hours in common instead of 3 would give 4 people').waitFor();
    assert.equal(await page.getByRole('list', { name: 'Reasons' }).count(), 12);
    await page.getByRole('button', { name: 'Send this round' }).click();
    assert.equal(bench.fake.world.rounds[0]?.state, 'previewed');
    await page
      .getByRole('dialog', { name: 'Send to 106 people?' })
      .getByRole('button', { name: 'Send now' })
      .click();
    await page.getByRole('status').getByText('The round is on its way.').waitFor();
    assert.equal(bench.fake.world.rounds[0]?.state, 'sent');
    assert.equal(await page.getByRole('button', { name: 'Send this round' }).count(), 0);
  });

  it('discards a preview and goes back to the rounds', async () => {
    const page = await bench.open('p2', 'programme/rounds');
    await page.getByRole('button', { name: 'Preview a round' }).click();
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('link', { name: /Discarded/ }).waitFor();
    assert.equal(bench.fake.world.rounds[0]?.state, 'discarded');
  });

  it('holds the rules to their limits before it sends them', async () => {
    const page = await bench.open('p2', 'programme/settings');
    const form = page.getByRole('region', { name: 'Rules of the programme' });
    const save = form.getByRole('button', { name: 'Save' });
    await form.getByLabel('Hours in common', { exact: true }).fill('13');
    await form.getByText('A whole number from 0 to 12, please.').waitFor();
    assert.equal(await save.isDisabled(), true);
    await form.getByLabel('Hours in common', { exact: true }).fill('4');
    await form.getByLabel('Check-ins in week').fill('1, 2, 14');
    await form.getByText('A check-in cannot come after the pairing has ended.').waitFor();
    await form.getByLabel('Check-ins in week').fill('1, 2, 4');
    await save.click();
    await page.getByRole('status').getByText('The rules are saved.').waitFor();
    const { settings, version } = bench.fake.world.programme;
    assert.deepEqual([settings.commonHours, settings.checkInWeeks, version], [4, [1, 2, 4], 4]);
    assert.equal(await save.isDisabled(), true);
  });

  it('says kindly that somebody else was faster, and keeps what was typed until told otherwise', async () => {
    const page = await bench.open('p2', 'programme/settings');
    const hours = page.getByLabel('Hours in common', { exact: true });
    await hours.fill('5');
    const { programme } = bench.fake.world;
    bench.fake.world.programme = {
      ...programme,
      version: 9,
      settings: { ...programme.settings, commonHours: 2 },
    };
    await page.getByRole('region', { name: 'Rules of' }).getByRole('button', { name: 'Save' }).click();
    await page.getByText('Somebody else was a little faster').waitFor();
    assert.equal(await hours.inputValue(), '5');
    await page.getByRole('button', { name: 'Load the newest rules' }).click();
    assert.equal(await hours.inputValue(), '2');
  });

  it('starts a programme only when it says whom people can call', async () => {
    bench.fake.world.programme = DRAFT;
    const page = await bench.open('p2', 'programme');
    await page.getByRole('button', { name: 'Add a contact' }).click();
    await page.getByRole('button', { name: 'Add a contact' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a contact' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Please give a name.').waitFor();
    await dialog.getByLabel('Country').selectOption('DE');
    await dialog.getByLabel('Name').fill('Employee assistance');
    await dialog.getByLabel('Phone').fill('+49 800 1110111');
    await dialog.getByLabel('Hours').fill('every day');
    await dialog.getByLabel('Emergency number').fill('112');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByText('The help contacts are saved.').waitFor();
    await page.getByRole('tab', { name: 'Overview' }).click();
    await page.getByRole('button', { name: 'Start the programme' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start the programme' }).click();
    await page.getByText('Running', { exact: true }).waitFor();
    assert.equal(bench.fake.world.programme.helpContacts[0]?.country, 'DE');
  });

  it('removes a help contact after a second word', async () => {
    const page = await bench.open('p2', 'programme/settings');
    await page.getByRole('button', { name: 'Remove International line' }).click();
    assert.equal(bench.fake.world.programme.helpContacts.length, 2);
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('status').getByText('The help contacts are saved.').waitFor();
    assert.deepEqual(
      bench.fake.world.programme.helpContacts.map((contact) => contact.country),
      ['DE'],
    );
  });
});
