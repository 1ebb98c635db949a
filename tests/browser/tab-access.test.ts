import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { faults } from './accessibility.ts';
import { tabBench } from './tab-bench.ts';
import type { Look } from './tab-bench.ts';

/** Every place, by who goes there; one page goes from one to the next, since to load it takes longest. */
const WALKS = [
  ['p2', ['programme', 'programme/people', 'programme/pairings', 'programme/rounds']],
  ['p2', ['programme/settings', 'programme/coordinators', 'programme/looked']],
  ['p2', ['programme/rounds/round-1', 'programme/rounds/compare/commonHours=2']],
  ['p0', ['my-space']],
  ['p1', ['team']],
  ['p3', ['it']],
] as const;
const DIALOGS = [
  'Edit my topics',
  'Edit how I take part',
  'Edit my hours and languages',
  'Erase',
  'End kindly',
];

async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Loading').first().waitFor({ state: 'detached' });
}

/** Goes to another place on the same page, until what was there is gone and nothing is on its way. */
async function walkOn(page: Page, place: string): Promise<void> {
  const before = await page.locator('main').innerText();
  await page.evaluate((hash) => (location.hash = hash), `#/${place}`);
  await page.waitForFunction(
    (text) =>
      document.querySelector('main')?.innerText !== text && document.querySelector('.fui-Skeleton') === null,
    before,
  );
}

/** By how much anything is wider than the window. */
const overflow = async (page: Page): Promise<number> =>
  page.evaluate<number>(`
    Math.max(...[document.documentElement, ...document.querySelectorAll('main *, [role=dialog] *')]
      .filter((part) => getComputedStyle(part).position !== 'absolute')
      .map((part) => part.getBoundingClientRect().right)) - window.innerWidth`);

describe('the tab for everyone', function () {
  this.timeout(90_000);
  const bench = tabBench();

  /** Two walks at a time: while one loads the other is checked. */
  async function atEachPlace(look: Look, check: (page: Page, place: string) => Promise<void>): Promise<void> {
    const walks = WALKS.values();
    const walk = async (): Promise<void> => {
      for (const [who, [first, ...others]] of walks) {
        const page = await bench.open(who, first, look);
        await settled(page);
        await check(page, first);
        for (const place of others) {
          await walkOn(page, place);
          await check(page, place);
        }
        await bench.leave(page);
      }
    };
    await Promise.all([walk(), walk()]);
  }

  for (const theme of ['default', 'dark', 'contrast'] as const) {
    it(`breaks no rule of WCAG 2.2 AA in the theme ${theme}`, async () => {
      await atEachPlace({ theme }, async (page, place) => {
        assert.deepEqual(await faults(page), [], place);
      });
    });
  }

  it('breaks none in its dialogs and on its first page', async () => {
    const page = await bench.open('p0', 'my-space');
    for (const name of DIALOGS) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog').waitFor();
      assert.deepEqual(await faults(page), [], name);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'change who you are' }).click();
    await page.getByRole('heading', { name: 'Who would you like to be?' }).waitFor();
    assert.deepEqual(await faults(page), []);
  });

  for (const locale of ['en', 'de'] as const) {
    it(`fits 320 px without scrolling sideways, in ${locale}`, async () => {
      await atEachPlace({ width: 320, locale }, async (page, place) => {
        assert.ok((await overflow(page)) <= 0, `${place}: ${await overflow(page)} px too wide`);
      });
    });
  }

  it('fits 320 px in its dialogs too', async () => {
    const page = await bench.open('p0', 'my-space', { width: 320 });
    for (const name of DIALOGS) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog').waitFor();
      assert.ok((await overflow(page)) <= 0, `${name}: ${await overflow(page)} px too wide`);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  it('answers a proposal and ends a pairing by keyboard alone, never losing its place', async () => {
    const page = await bench.open('p0', 'my-space');
    await settled(page);
    await tabTo(page, 'Yes, introduce us');
    await page.keyboard.press('Enter');
    await page.getByText('You said yes').waitFor();
    await tabTo(page, 'End kindly');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(await focused(page), 'End kindly');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, 'End kindly');
    await page.keyboard.press('Enter');
    await page.getByText('You walked with Tomasz Zieliński').waitFor();
  });

  it('gives the keyboard back to what opened each dialog', async () => {
    const page = await bench.open('p0', 'my-space');
    for (const name of DIALOGS) {
      const opener = page.getByRole('button', { name, exact: true });
      await opener.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.waitForFunction('document.activeElement !== document.body');
      assert.equal(await focused(page), name);
    }
  });

  it('moves between views and sends a round by keyboard alone', async () => {
    const page = await bench.open('p2', 'my-space');
    await settled(page);
    await tabTo(page, 'My space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Rounds' }).waitFor();
    await tabTo(page, 'Overview');
    for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Preview a round' }).waitFor();
    await tabTo(page, 'Preview a round');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Send this round' }).waitFor();
    await tabTo(page, 'Send this round');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, 'Send now');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('The round is on its way.').waitFor();
  });
});

const focused = async (page: Page): Promise<string> =>
  page.evaluate<string>(
    `((part) => (part.getAttribute('aria-label') ?? part.textContent).trim())(document.activeElement)`,
  );

/** Presses Tab until something of that name has the keyboard. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) return;
  }
  throw new Error(`Tab never came to ${name}`);
}
