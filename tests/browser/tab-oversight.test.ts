import assert from 'node:assert/strict';
import { tabBench } from './tab-bench.ts';

describe('who runs a programme and who looked, in the tab', function () {
  this.timeout(60_000);
  const bench = tabBench();

  it('finds a colleague by name and makes them a coordinator', async () => {
    const page = await bench.open('p2', 'programme/coordinators');
    await page.getByText('added by IT').waitFor();
    await page.getByRole('button', { name: 'Add a coordinator' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a coordinator' });
    assert.equal(await dialog.getByRole('button', { name: 'Add', exact: true }).isDisabled(), true);
    await dialog.getByRole('searchbox').fill('elif');
    await dialog.getByRole('radio', { name: /Elif Demir/ }).check();
    await dialog.getByRole('button', { name: 'Add Elif Demir' }).click();
    await page.getByRole('status').getByText('Elif Demir is now a coordinator.').waitFor();
    await page.getByText('added by Aisha Karimi').waitFor();
    assert.equal(bench.fake.world.coordinators.length, 2);
  });

  it('says so where nobody has that name', async () => {
    const page = await bench.open('p2', 'programme/coordinators');
    await page.getByRole('button', { name: 'Add a coordinator' }).click();
    await page.getByRole('dialog').getByRole('searchbox').fill('nobody at all');
    await page.getByRole('dialog').getByText('Nobody by that name').waitFor();
  });

  it('keeps the last coordinator, and says why', async () => {
    const page = await bench.open('p2', 'programme/coordinators');
    await page.getByRole('button', { name: 'Remove Aisha Karimi as a coordinator' }).click();
    const dialog = page.getByRole('dialog', { name: 'Stop being a coordinator?' });
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await dialog.getByText('The server says: last-coordinator.').waitFor();
    assert.equal(bench.fake.world.coordinators.length, 1);
  });

  it('shows who looked, at what and when, page by page, and that the record is whole', async () => {
    const page = await bench.open('p2', 'programme/looked');
    await page.getByText('all 30 entries are as they were written').waitFor();
    const grid = page.getByRole('grid', { name: 'Who looked' });
    await grid
      .getByRole('row', { name: /Jonas Weber.*Looked at the figures of their team.*as a manager/ })
      .first()
      .waitFor();
    await grid
      .getByRole('row', { name: /Added a coordinator.*about Priya Raghunathan/ })
      .first()
      .waitFor();
    await page.getByText('1–25 of 30').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('26–30 of 30').waitFor();
  });

  it('warns where the record was changed', async () => {
    bench.fake.world.chain = { entries: 16, brokenAt: 17, head: null, next: null };
    const page = await bench.open('p2', 'programme/looked');
    await page.getByText('from entry 17 on it cannot be trusted').waitFor();
  });

  it('gives IT roles and the record, and nothing of the programme', async () => {
    const page = await bench.open('p3', 'it');
    await page.getByRole('region', { name: 'Coordinators' }).getByText('Aisha Karimi').waitFor();
    await page.getByRole('grid', { name: 'Who looked' }).waitFor();
    assert.deepEqual(await page.getByRole('tab').allInnerTexts(), ['My space', 'IT']);
    const asked = bench.fake.asked.filter((one) => one.includes('programmes'));
    assert.ok(asked.every((one) => /coordinators|audit/.test(one)));
  });
});
