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
  /** Opens the tab as someone, at a place such as `team`, on a page that may have shown it before. */
  readonly open: (who: string, place: string, look?: Look) => Promise<Page>;
  /** Gives a page back before the test ends, for the next to be opened on it. */
  readonly leave: (page: Page) => Promise<void>;
  /** A new page that is signed in as nobody. */
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
    leave: (page) => now().leave(page),
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
  // On a page that has shown the tab before, its code is compiled: it is there in half the time.
  const idle = new Map<string, Page[]>();
  const inUse = new Map<Page, string>();
  const thrown: string[] = [];
  const keyOf = (look: Look): string => JSON.stringify([look.width, look.locale]);
  const newPage = async (look: Look) => {
    const context = contexts.get(keyOf(look)) ?? (await browser.newContext(viewOf(look)));
    contexts.set(keyOf(look), context);
    const page = await context.newPage();
    page.on('pageerror', (error) => thrown.push(error.message));
    page.setDefaultTimeout(10_000);
    return page;
  };
  const blank = async (look: Look = {}) => {
    const page = await newPage(look);
    pages.push(page);
    return page;
  };
  const open = async (who: string, place: string, look: Look = {}) => {
    if (look.locale) fake.world = newWorld(look.locale);
    const page = idle.get(keyOf(look))?.pop() ?? (await newPage(look));
    inUse.set(page, keyOf(look));
    // Behind another page it would be drawn once a second.
    await page.bringToFront();
    // On some other page of its origin, where what it keeps can be set before it loads.
    await page.goto(`${fake.url}/demo/words.js`);
    await page.evaluate((person) => {
      sessionStorage.clear();
      sessionStorage.setItem('alongside-demo-person', person);
    }, who);
    await page.goto(`${fake.url}/tab/?theme=${look.theme ?? 'default'}#/${place}`);
    return page;
  };
  const leave = async (page: Page) => {
    const key = inUse.get(page) ?? '';
    inUse.delete(page);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.goto('about:blank');
    idle.set(key, [...(idle.get(key) ?? []), page]);
  };
  const sweep = async () => {
    await Promise.all([...inUse.keys()].map(leave));
    await Promise.all(pages.splice(0).map(async (page) => page.close()));
    fake.reset();
    assert.deepEqual(thrown.splice(0), []);
  };
  const close = async () => {
    await browser.close();
    await fake.close();
  };
  return { fake, open, leave, blank, sweep, close };
}
