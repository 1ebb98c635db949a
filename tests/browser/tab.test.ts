import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { outsideSpace, waitingSpace } from '../fakes/api/my-space.ts';
import { tabBench } from './tab-bench.ts';

describe('my space in the tab', function () {
  this.timeout(60_000);
  const bench = tabBench();

  it('shows with whom I walk, why, and how to reach them', async () => {
    const page = await bench.open('p0', 'my-space');
    const card = page.getByRole('region', { name: 'Tomasz Zieliński walks with you' });
    await card.getByText('Two levels and six years ahead of you').waitFor();
    assert.match(
      (await card.getByRole('link', { name: 'Chat with Tomasz' }).getAttribute('href')) ?? '',
      /^https:\/\/teams\.microsoft\.com\/l\/chat/,
    );
    await card.getByRole('link', { name: 'Plan a meeting' }).waitFor();
    await card.getByRole('progressbar', { name: /^Week 5 of 12/ }).waitFor();
    assert.equal(bench.fake.language, 'en');
  });

  it('asks about a proposal, takes a yes, and says what comes next', async () => {
    const page = await bench.open('p0', 'my-space');
    const card = page.getByRole('region', { name: 'May we introduce you to Elif Demir?' });
    await card.getByRole('button', { name: 'Yes, introduce us' }).click();
    await card.getByText('You said yes. As soon as Elif Demir says yes too').waitFor();
    await page.getByRole('status').getByText('Thank you!').waitFor();
    assert.equal(bench.fake.world.space.proposals[0]?.myAnswer, 'yes');
    assert.equal(await card.getByRole('button').count(), 0);
  });

  for (const [name, answer] of [
    ['Not this one', 'not-this-one'],
    ['Not now', 'not-now'],
  ] as const) {
    it(`takes "${name}" without asking why`, async () => {
      const page = await bench.open('p0', 'my-space');
      await page.getByRole('button', { name }).click();
      await page.getByRole('status').getByText('That is fine.').waitFor();
      assert.equal(bench.fake.world.space.proposals[0]?.myAnswer, answer);
      assert.equal(await page.getByRole('dialog').count(), 0);
    });
  }

  it('ends a pairing after a confirmation, and not before', async () => {
    const page = await bench.open('p0', 'my-space');
    await page.getByRole('button', { name: 'End kindly' }).click();
    const dialog = page.getByRole('dialog', { name: 'End your time with Tomasz Zieliński?' });
    await dialog.getByRole('button', { name: 'Keep going' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal(bench.fake.world.space.pairings[0]?.state, 'active');
    await page.getByRole('button', { name: 'End kindly' }).click();
    await dialog.getByRole('button', { name: 'End kindly' }).click();
    await page.getByRole('region', { name: 'You walked with Tomasz Zieliński' }).waitFor();
    assert.equal(bench.fake.world.space.pairings[0]?.state, 'ended');
  });

  it('says why there is nobody yet', async () => {
    bench.fake.world.space = waitingSpace('en');
    const page = await bench.open('p0', 'my-space');
    const card = page.getByRole('region', { name: 'Nobody yet, and here is why' });
    await card.getByText('9 colleagues who came through your topics').waitFor();
    await card.getByText('2 rounds could not find anyone').waitFor();
  });

  it('lets someone join who has read who sees what', async () => {
    bench.fake.world.space = outsideSpace('en');
    const page = await bench.open('p0', 'my-space');
    await page.getByText('Your manager never sees how you are').waitFor();
    assert.equal(await page.getByRole('region', { name: 'How I take part' }).count(), 0);
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('region', { name: 'How I take part' }).waitFor();
    assert.equal(bench.fake.world.space.membership?.state, 'joined');
  });

  it('finds topics by typing, and saves only what has changed', async () => {
    const page = await bench.open('p0', 'my-space');
    await page.getByRole('button', { name: 'Edit my topics' }).click();
    const dialog = page.getByRole('dialog', { name: 'My topics' });
    await dialog.getByRole('combobox', { name: 'I am facing' }).pressSequentially('kube');
    await page.getByRole('option', { name: 'Kubernetes' }).click();
    await dialog.getByRole('button', { name: 'Speaking in front of many' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByText('Your topics are saved').waitFor();
    assert.deepEqual(
      bench.fake.world.space.needs.map((topic) => topic.id),
      ['t1', 't4'],
    );
    assert.equal(bench.fake.asked.filter((asked) => asked === 'PUT /api/my-space/topics').length, 1);
  });

  it('takes a pause until a day, and ends it', async () => {
    const page = await bench.open('p0', 'my-space');
    await page.getByRole('button', { name: 'Edit how I take part' }).click();
    const dialog = page.getByRole('dialog', { name: 'How I take part' });
    await dialog.getByRole('radio', { name: 'I take a break' }).check();
    await dialog.getByLabel('Until').fill('2027-01-03');
    await dialog.getByLabel('Whom I guide at the same time').selectOption('3');
    await dialog.getByRole('switch', { name: 'My manager may see with whom I walk' }).check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('You are paused until 3 January 2027').waitFor();
    const { membership } = bench.fake.world.space;
    assert.deepEqual([membership?.mentorCapacity, membership?.visibleToManager], [3, true]);
    await page.getByRole('button', { name: 'Take part again' }).click();
    await page.getByRole('status').getByText('Welcome back!').waitFor();
    assert.equal(bench.fake.world.space.membership?.state, 'joined');
  });

  it('refuses hours that run backwards, and speaks the language that is chosen', async () => {
    const page = await bench.open('p0', 'my-space');
    await page.getByRole('button', { name: 'Edit my hours and languages' }).click();
    const dialog = page.getByRole('dialog', { name: 'My hours and languages' });
    await dialog.getByLabel('To').fill('08:00');
    await dialog.getByText('The end must be after the start.').waitFor();
    assert.equal(await dialog.getByRole('button', { name: 'Save' }).isDisabled(), true);
    await dialog.getByLabel('To').fill('18:30');
    await dialog.getByLabel('Alongside speaks').selectOption('de');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Hallo Mara' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'de');
    await page.getByText('Mo–Fr, 09:00 bis 18:30').waitFor();
    assert.equal(bench.fake.language, 'de');
  });

  it('shows my own answers as a picture and as words, and says that nobody else sees them', async () => {
    const page = await bench.open('p0', 'my-space');
    const card = page.getByRole('region', { name: 'How you were' });
    await card.getByText('Only you see this').waitFor();
    await card
      .getByRole('figure', { name: 'Your last 10 answers over time. The latest: Very good' })
      .waitFor();
    await card.getByRole('button', { name: 'Show as a list' }).click();
    assert.equal(await card.getByRole('row').count(), 10);
  });

  it('shows the next check-in on my own clock', async () => {
    bench.fake.world.space = { ...bench.fake.world.space, nextCheckInAt: '2026-12-01T23:30:00.000Z' };
    const page = await bench.open('p0', 'my-space');
    await page
      .getByRole('region', { name: 'Next check-in' })
      .getByText(/Wednesday,? 2 December at 00:30/)
      .waitFor();
  });

  it('gives me my data as a file', async () => {
    const page = await bench.open('p0', 'my-space');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    assert.match(file.suggestedFilename(), /^alongside-\d{4}-\d\d-\d\d\.json$/);
    const data: unknown = JSON.parse(await readFile(await file.path(), 'utf8'));
    assert.ok(typeof data === 'object' && data !== null && 'tables' in data);
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Your topics' }).waitFor();
    await page.getByRole('dialog').getByText('Nothing is kept under: Check-ins.').waitFor();
  });

  it('erases my data once the word is typed', async () => {
    const page = await bench.open('p0', 'my-space');
    await page.getByRole('button', { name: 'Erase' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase my data?' });
    const confirm = dialog.getByRole('button', { name: 'Erase for good' });
    assert.equal(await confirm.isDisabled(), true);
    await dialog.getByRole('textbox').fill('Erase');
    await confirm.click();
    await page.getByRole('status').getByText('Your data is erased.').waitFor();
    assert.equal(bench.fake.world.erased, true);
  });
});
