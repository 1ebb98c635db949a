import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { previewedRound } from '../fakes/api/programme.ts';
import { faults } from './accessibility.ts';
import { tabBench } from './tab-bench.ts';

describe('rounds in the tab', function () {
  this.timeout(60_000);
  const bench = tabBench();

  const openPreview = async (): Promise<Page> => {
    bench.fake.world.rounds = [previewedRound('round-2'), ...bench.fake.world.rounds];
    return bench.open('p2', 'programme/rounds/round-2');
  };
  const choose = async (page: Page, label: string, name: string): Promise<void> => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox', { name: label }).fill(name);
    await dialog
      .getByRole('radio', { name: new RegExp(name) })
      .first()
      .click();
  };

  it('says what stands in the way of those left out, and goes on to compare what would help', async () => {
    const page = await openPreview();
    const outlook = page.getByRole('region', { name: 'What stands in the way' });
    await outlook.getByText('Too few working hours at the same time').waitFor();
    await outlook.getByText('One of 2 would have somebody.').waitFor();
    await page.getByText(/^14 who guide are the best fit of more people/).waitFor();
    await outlook.getByRole('link', { name: 'Compare' }).click();
    // Coming from a hint, both rounds are there at once.
    const row = page.getByRole('row', { name: /Of them with a proposal/ });
    await row.waitFor();
    assert.deepEqual(await row.getByRole('cell').allInnerTexts(), ['106', '108', '+2']);
    assert.equal(await page.getByLabel('Hours in common', { exact: true }).inputValue(), '2');
  });

  it('shows two rounds side by side and saves nothing until the rules are chosen', async () => {
    const page = await bench.open('p2', 'programme/rounds');
    await page.getByRole('button', { name: 'Compare rules' }).click();
    await page.getByLabel('Hours in common', { exact: true }).fill('2');
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.getByRole('figure', { name: /^These rules: .*50 to 60 %: 13 proposals/ }).waitFor();
    await page.getByRole('region', { name: 'For whom' }).getByText('Grace Albrecht').waitFor();
    assert.deepEqual(await faults(page), []);
    assert.equal(bench.fake.world.programme.settings.commonHours, 3);
    await page.getByRole('button', { name: 'Use these rules' }).click();
    await page.getByRole('heading', { name: 'This is a preview' }).waitFor();
    assert.equal(bench.fake.world.programme.settings.commonHours, 2);
  });

  it('tells how the last rounds treated those who had waited', async () => {
    const page = await bench.open('p2', 'programme/rounds');
    const table = page.getByRole('table', { name: 'Over rounds' });
    await table.getByRole('row', { name: /6 October 2026.*3 found somebody.*one waits on/ }).waitFor();
    await page.getByText(/^Proven of these rounds/).waitFor();
    assert.deepEqual(await faults(page), []);
  });

  it('suggests weights only when asked to, with their uncertainty, and saves none by itself', async () => {
    const page = await bench.open('p2', 'programme/settings');
    const form = page.getByRole('region', { name: 'Rules of the programme' });
    await form.getByRole('switch', { name: 'Let answers suggest weights' }).check();
    assert.equal(await page.getByRole('table', { name: 'What answers suggest' }).count(), 0);
    await form.getByRole('button', { name: 'Save' }).click();
    const row = page
      .getByRole('table', { name: 'What answers suggest' })
      .getByRole('row', { name: /^A lived/ });
    await row.getByText('300 and 500').waitFor();
    assert.deepEqual(await faults(page), []);
    await page.getByRole('button', { name: 'Put into the form' }).click();
    assert.equal(await page.getByLabel('A lived experience in common', { exact: true }).inputValue(), '400');
    assert.equal(bench.fake.world.programme.settings.weights.experience, 300);
  });

  it('calls a preview off, without a word of trouble, and lets another follow', async () => {
    bench.fake.twists.set('previewRound', 'unanswered');
    const page = await bench.open('p2', 'programme/rounds');
    const [look, callOff] = ['Preview a round', 'Call it off'].map((name) =>
      page.getByRole('button', { name }),
    );
    const hungUp = page.waitForEvent('requestfailed');
    await look?.click();
    await callOff?.click();
    assert.equal(new URL((await hungUp).url()).pathname, '/api/programmes/programme-1/rounds');
    await look?.waitFor();
    assert.deepEqual([await page.getByRole('alert').count(), await callOff?.count()], [0, 0]);
    bench.fake.twists.clear();
    await look?.click();
    await page.getByRole('heading', { name: 'This is a preview' }).waitFor();
  });

  it('does not compare what the server would not take', async () => {
    const page = await bench.open('p2', 'programme/rounds/compare');
    await page.getByLabel('Steps ahead, at least').fill('3');
    await page.getByText('This must not be less than the smallest step.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Compare', exact: true }).isDisabled(), true);
  });

  it('parts a pair of a preview, says how many others it moved, and takes it back', async () => {
    const page = await openPreview();
    await page.getByRole('button', { name: 'Not these two: Mara Lindqvist and Jonas Weber' }).click();
    await page.getByRole('status').getByText('Done. 2 others meet somebody else, or nobody.').waitFor();
    const decided = page.getByRole('region', { name: 'Decided by hand' });
    await decided.getByText('Apart', { exact: true }).waitFor();
    assert.deepEqual(await faults(page), []);
    await decided.getByRole('button', { name: /^Take back/ }).click();
    await decided.getByText('Nothing so far.').waitFor();
  });

  it('puts two members together, or says which rule stands against it', async () => {
    const page = await openPreview();
    await page.getByRole('button', { name: 'Put two together' }).click();
    await choose(page, 'One person', 'Mara Lindqvist');
    await choose(page, 'And who with them', 'Aisha Karimi');
    assert.deepEqual(await faults(page), []);
    const dialog = page.getByRole('dialog', { name: 'Put two people together' });
    await dialog.getByRole('button', { name: 'Put them together' }).click();
    await dialog.getByRole('alert').getByText('The server says: pin-breaks-rule.').waitFor();
    await dialog.getByRole('button', { name: 'Somebody else' }).nth(1).click();
    await choose(page, 'And who with them', 'Elif Demir');
    await dialog.getByRole('button', { name: 'Put them together' }).click();
    await page.getByRole('region', { name: 'Decided by hand' }).getByText('Elif Demir').waitFor();
    await dialog.waitFor({ state: 'detached' });
  });
});
