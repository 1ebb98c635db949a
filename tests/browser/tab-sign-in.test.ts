import assert from 'node:assert/strict';
import { tabBench } from './tab-bench.ts';

describe('signing in to the tab', function () {
  this.timeout(60_000);
  const bench = tabBench();

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

  it('says so when Teams is there and gives no sign-in, and goes on once it does', async () => {
    const page = await bench.blank();
    await page.route('**/demo/sign-in', async (route) => route.fulfill({ status: 403 }));
    await page.goto(`${bench.fake.url}/demo/frame?as=p1&view=team`);
    const tab = page.frameLocator('#tab');
    await tab.getByRole('heading', { name: 'Teams did not sign you in' }).waitFor();
    await page.unroute('**/demo/sign-in');
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByRole('heading', { name: 'Team', level: 1 }).waitFor();
  });

  it('asks once more with a new token when the server refuses one, without a word', async () => {
    const page = await bench.open('p0', 'my-space');
    await page.getByText('Tomasz Zieliński walks with you').waitFor();
    const before = bench.fake.signIns;
    let refusals = 0;
    await page.route('**/api/**', async (route) => {
      refusals += 1;
      if (refusals > 1) return route.fallback();
      return route.fulfill({
        status: 401,
        json: { error: { code: 'not-signed-in', message: 'no', facts: {} } },
      });
    });
    await page.getByRole('button', { name: 'Not now' }).click();
    await page.getByRole('status').getByText('That is fine').waitFor();
    assert.equal(bench.fake.signIns, before + 1);
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  it('does not take a missing sign-in for a missing connection', async () => {
    const page = await bench.blank();
    await page.goto(`${bench.fake.url}/demo/frame?as=p0&view=my-space`);
    const tab = page.frameLocator('#tab');
    await tab.getByText('Tomasz Zieliński walks with you').waitFor();
    await page.route('**/demo/sign-in', async (route) => route.fulfill({ status: 403 }));
    await page.route('**/api/proposals/**', async (route) =>
      route.fulfill({ status: 401, json: { error: { code: 'not-signed-in', message: 'no', facts: {} } } }),
    );
    await tab.getByRole('button', { name: 'Not now' }).click();
    await tab.getByRole('alert').getByText('Teams could not sign you in again').waitFor();
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
