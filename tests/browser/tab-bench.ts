import assert from 'node:assert/strict';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { buildTab } from '../../bot/demo/build-tab.ts';
import type { Locale } from '../../bot/core/person.ts';
import { startFakeApi } from '../fakes/api/fake-api.ts';
import type { FakeApi } from '../fakes/api/fake-api.ts';
import { newWorld } from '../fakes/api/world.ts';
import { launchChromium } from '../helpers/chromium.ts';

export type Theme = 'default' | 'dark' | 'contrast';

export interface Look {
  readonly width?: number;
  readonly theme?: Theme;
  readonly locale?: Locale;
}

/** A built tab, the fake of its API, and a browser; `p0` is an employee, `p1` a manager, `p2` the coordinator. */
interface TabBench {
  readonly fake: FakeApi;
  /** Opens the tab as someone, at a place such as `team`. */
  readonly open: (who: string, place: string, look?: Look) => Promise<Page>;
  /** A page that is signed in as nobody. */
  readonly blank: (look?: Look) => Promise<Page>;
}

interface Started extends TabBench {
  /** After each test: no page may have thrown anything. */
  readonly sweep: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The bench of one suite: started before its first test, swept after each, closed after the last. */
export function tabBench(): TabBench {
  let started: Started | undefined;
  before(async () => {
    started = await startTabBench();
  });
  afterEach(async () => started?.sweep());
  after(async () => started?.close());
  const now = (): Started => started ?? assert.fail('the bench has not started');
  return {
    get fake() {
      return now().fake;
    },
    open: (who, place, look) => now().open(who, place, look),
    blank: (look) => now().blank(look),
  };
}

function viewOf(look: Look): BrowserContextOptions {
  return {
    viewport: { width: look.width ?? 1280, height: 800 },
    locale: look.locale === 'de' ? 'de-DE' : 'en-GB',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  };
}

async function startTabBench(): Promise<Started> {
  await buildTab();
  const browser: Browser = await launchChromium();
  const fake = await startFakeApi();
  // One for each look, so that files once loaded stay loaded; who one is belongs to the page alone.
  const contexts = new Map<string, BrowserContext>();
  const pages: Page[] = [];
  const thrown: string[] = [];
  const blank = async (look: Look = {}) => {
    const key = JSON.stringify([look.width, look.locale]);
    const context = contexts.get(key) ?? (await browser.newContext(viewOf(look)));
    contexts.set(key, context);
    const page = await context.newPage();
    pages.push(page);
    page.on('pageerror', (error) => thrown.push(error.message));
    page.setDefaultTimeout(10_000);
    return page;
  };
  const open = async (who: string, place: string, look: Look = {}) => {
    if (look.locale) fake.world = newWorld(look.locale);
    const page = await blank(look);
    await page.addInitScript((person) => sessionStorage.setItem('alongside-demo-person', person), who);
    await page.goto(`${fake.url}/tab/?theme=${look.theme ?? 'default'}#/${place}`);
    return page;
  };
  const sweep = async () => {
    await Promise.all(pages.splice(0).map(async (page) => page.close()));
    fake.reset();
    assert.deepEqual(thrown.splice(0), []);
  };
  const close = async () => {
    await browser.close();
    await fake.close();
  };
  return { fake, open, blank, sweep, close };
}
