import assert from 'node:assert/strict';
import { startTabBench } from './tab-bench.ts';
import type { TabBench } from './tab-bench.ts';

describe('signing in to the tab', function () {
  this.timeout(60_000);
  let bench: TabBench;
  before(async () => {
    bench = await startTabBench();
  });
  afterEach(async () => bench.sweep());
  after(async () => bench.close());

  it('lets one choose who one is, remembers it, and lets one change', async () => {
    const page = await bench.blank();
    await page.goto(`${bench.fake.url}/tab/`);
    await page.getByRole('button', { name: /Jonas Weber/ }).click();
    await page.getByText('You are: Jonas Weber').waitFor();
    assert.deepEqual(await page.getByRole('tab').allInnerTexts(), ['My space', 'Team']);
    await page.reload();
    await page.getByRole('button', { name: 'change who you are' }).click();
    await page.getByRole('button', { name: /Aisha Karimi/ }).click();
    await page.getByRole('tab', { name: 'Programme' }).waitFor();
  });

  it('opens at the view that a link names', async () => {
    const page = await bench.open('p1', 'my-space');
    await page.goto(`${bench.fake.url}/tab/?view=team`);
    await page.getByRole('heading', { name: 'Team', level: 1 }).waitFor();
    assert.match(await page.title(), /^Team/);
  });

  it('sends people to Teams where there is no demonstration', async () => {
    bench.fake.demo = false;
    const page = await bench.blank({ locale: 'de' });
    await page.goto(`${bench.fake.url}/tab/`);
    await page.getByRole('heading', { name: 'Öffne Alongside in Microsoft Teams' }).waitFor();
    const link = page.getByRole('link', { name: 'Microsoft Teams öffnen' });
    assert.equal(await link.getAttribute('href'), 'https://teams.microsoft.com/');
  });

  it('renews its token in silence before it ends', async () => {
    bench.fake.signInSeconds = 120;
    const page = await bench.open('p0', 'my-space');
    await page.getByText('Tomasz Zieliński walks with you').waitFor();
    const before = bench.fake.signIns;
    await page.getByRole('button', { name: 'Not now' }).click();
    await page.getByRole('status').getByText('That is fine').waitFor();
    assert.ok(bench.fake.signIns > before);
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  it('signs in through the host around it, and follows its theme as it changes', async () => {
    const page = await bench.blank();
    await page.goto(`${bench.fake.url}/demo/frame?as=p1&theme=dark&view=team`);
    const tab = page.frameLocator('#tab');
    await tab.getByRole('heading', { name: 'Team', level: 1 }).waitFor();
    await tab.locator('[data-theme=dark]').first().waitFor();
    assert.equal(await tab.getByText('You are:').count(), 0);
    await page.locator('#theme').selectOption('contrast');
    await tab.locator('[data-theme=contrast]').first().waitFor();
    await page.locator('#theme').selectOption('default');
    await tab.locator('[data-theme=default]').first().waitFor();
  });

  it('says so when the host around it never answers, and tries again', async () => {
    const page = await bench.blank();
    await page.clock.install();
    await page.route('**/silent', async (route) =>
      route.fulfill({ contentType: 'text/html', body: '<iframe id="tab" src="/tab/"></iframe>' }),
    );
    await page.goto(`${bench.fake.url}/silent`);
    const tab = page.frameLocator('#tab');
    await tab.getByText('One moment').waitFor();
    await page.clock.fastForward(11_000);
    await tab.getByRole('heading', { name: 'Teams has not answered' }).waitFor();
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByText('One moment').waitFor();
  });
});
