import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readConfig } from '../../bot/config.ts';
import { startDemonstration } from '../../bot/demo/start.ts';
import type { Demonstration } from '../../bot/demo/start.ts';
import { wordsIn } from '../../bot/words/words.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { ON_SERVER, ownDatabase } from '../store/mssql-server.ts';
import type { OwnDatabase } from '../store/mssql-server.ts';
import { openChatWindow } from './chat-window.ts';
import type { ChatWindow } from './chat-window.ts';

const PICTURES = 'tests/browser/screenshots';
const SETTLE_MS = 700;
const silent = (): void => undefined;

/** The whole way, once: two colleagues in two real chat windows, then the tab for each who may look. */
describe('the whole way', function () {
  this.timeout(300_000);
  let folder: string;
  let demo: Demonstration;
  let database: OwnDatabase | null = null;
  let browser: Browser;
  let mira: ChatWindow;
  let samira: ChatWindow;
  let picture = 0;

  const look = async (page: Page, name: string): Promise<void> => {
    await page.waitForTimeout(SETTLE_MS);
    picture += 1;
    await page.screenshot({ path: `${PICTURES}/${String(picture).padStart(2, '0')}-${name}.png` });
  };
  const openTab = async (personId: string, place: string): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1180, height: 1000 }, locale: 'en-GB' });
    page.setDefaultTimeout(20_000);
    await page.goto(`${demo.url}/demo/frame?as=${personId}#/${place}`);
    return page;
  };

  before(async () => {
    await rm(PICTURES, { recursive: true, force: true });
    await mkdir(PICTURES, { recursive: true });
    folder = await mkdtemp(join(tmpdir(), 'alongside-journey-'));
    database = ON_SERVER === null ? null : await ownDatabase(ON_SERVER);
    const env = {
      PORT: '0',
      ALONGSIDE_SQLITE: join(folder, 'alongside.sqlite'),
      ALONGSIDE_KEY_FILE: join(folder, 'alongside.key'),
      // Few connections: each has to learn every statement.
      ...(database !== null && { ALONGSIDE_MSSQL: `${database.connectionString};Max Pool Size=3` }),
    };
    demo = await startDemonstration({
      ...readConfig(env),
      command: { args: [], locale: 'en', say: wordsIn('en', 'cli'), print: silent, note: silent },
      fresh: true,
      peopleFile: null,
      windows: 2,
      thinkMs: 50,
    });
    assert.equal(demo.windows.length, 2, 'both chat windows are open');
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  // Each step stands on the one before it: after a failure the rest would only say so again.
  let failed = false;
  beforeEach(function () {
    if (failed) this.skip();
  });
  afterEach(function () {
    failed ||= this.currentTest?.isFailed() ?? false;
  });

  it('greets on installation, and says who can see what before anything else', async () => {
    mira = await openChatWindow(browser, demo.windows[0]?.url ?? '');
    await mira.sees('Hi Mira Vogt, I am Alongside');
    await mira.sees(/your manager never sees how you are/);
    await look(mira.page, 'welcome');
  });

  it('lets someone join by typing, and asks whether it understood', async () => {
    await mira.say('join');
    await answerUntil(mira, 'What are you facing now?', {
      'What have you come through?': 'Save',
      ...GUIDES_ONE,
    });
    await mira.say('i just moved to managing ppl');
    await mira.sees('Did I get that right?');
    const understood = mira.page.getByRole('checkbox', { name: 'Leading people for the first time' }).last();
    assert.ok(await understood.isChecked());
    await look(mira.page, 'understood');
    await mira.press('Yes, add');
    await answerUntil(mira, 'You are in', { 'What are you facing now?': 'Save', ...GUIDES_ONE, ...THE_REST });
    await look(mira.page, 'joined');
  });

  it('lets someone who came through it join by tapping', async () => {
    samira = await openChatWindow(browser, demo.windows[1]?.url ?? '');
    await samira.press('Join');
    await answerUntil(samira, 'You are in', {
      'What have you come through?': 'Save',
      'What are you facing now?': 'Nothing for now',
      ...GUIDES_ONE,
      ...THE_REST,
    });
    await look(samira.page, 'guide-joined');
  });

  it('lets the coordinator preview a round and send it', async () => {
    const page = await openTab(demo.cast.coordinator.id, 'programme/rounds');
    const tab = page.frameLocator('#tab');
    await tab.getByRole('button', { name: 'Preview a round' }).click();
    await tab.getByText('This is a preview').waitFor();
    await tab.getByText('Every rule holds for every proposal').waitFor();
    await look(page, 'round-preview');
    await tab.getByRole('button', { name: 'Send this round' }).click();
    await tab.getByRole('button', { name: 'Send now' }).click();
    await tab.getByText('The round is on its way.').waitFor();
    await page.close();
  });

  it('suggests the two to each other, with the reasons', async () => {
    await mira.sees('Someone a few steps ahead of you');
    await mira.sees(/Samira/);
    await mira.sees(/Leading people for the first time/);
    await samira.sees('Someone you could help along');
    await look(mira.page, 'proposal');
    await look(samira.page, 'proposal-guide');
  });

  it('tells no one of the first yes, and introduces both at the second', async () => {
    await mira.press('Yes, introduce us');
    await mira.sees(/I have told no one yet/);
    await samira.press('Yes, introduce us');
    await samira.sees(/You have both said yes/);
    await samira.sees(/one early mistake. You go first/);
    await look(samira.page, 'introduced-guide');
    await mira.sees(/You have both said yes/);
    await look(mira.page, 'introduced');
    const chat = mira.page
      .getByRole('link', { name: /Write to/ })
      .or(mira.page.getByRole('button', { name: /Write to/ }));
    assert.ok((await chat.count()) > 0);
  });

  it('checks in after a week, mood first and private', async () => {
    const home = await browser.newPage({ locale: 'en-GB' });
    await home.goto(demo.url);
    await home.getByRole('button', { name: 'Next check-in' }).click();
    await mira.sees('How are you today?');
    await mira.sees(/Only you see this answer/);
    await look(mira.page, 'check-in');
    await mira.press(/Not so good/);
    await mira.sees(/Days like this happen/);
    await look(mira.page, 'check-in-hard-day');
    await mira.press('Nothing for now');
    await mira.press(/^Yes/);
    await mira.press(/^4/);
    await look(mira.page, 'check-in-done');
    await home.close();
  });

  it('shows the pairing and the own mood to its owner', async () => {
    const page = await openTab(demo.cast.newcomer.id, 'my-space');
    const tab = page.frameLocator('#tab');
    await tab.getByText(/You are walking alongside Samira/).waitFor();
    await look(page, 'my-space');
    await page.close();
  });

  it('shows a count to the manager, and no one person', async () => {
    const page = await openTab(demo.cast.manager.id, 'team');
    const tab = page.frameLocator('#tab');
    await tab.getByRole('heading', { name: 'Team' }).first().waitFor();
    await tab.getByText('In a pairing').first().waitFor();
    await tab.getByText(/^\d+$/).first().waitFor();
    await look(page, 'team');
    assert.equal(await tab.getByText('Not so good').count(), 0);
    await page.close();
  });

  it('shows the state to the coordinator', async () => {
    const page = await openTab(demo.cast.coordinator.id, 'programme/pairings');
    const tab = page.frameLocator('#tab');
    await tab
      .getByText(/Mira Vogt/)
      .first()
      .waitFor();
    await look(page, 'programme-pairings');
    await page.close();
  });
});

const GUIDES_ONE = { 'talk with at the same time': '1' };
const THE_REST = {
  'How often would you like to meet?': 'Weekly',
  'When do you work?': 'That is right',
  'Which languages would you talk in?': 'That is right',
};

/** Answers each question that is put, in whatever order, until this one is. */
async function answerUntil(
  chat: ChatWindow,
  last: string,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  const questions = [last, ...Object.keys(answers)];
  let question = '';
  for (let answered = 0; answered < 8; answered += 1) {
    question = await nextQuestion(chat, questions, question);
    if (question.includes(last)) return;
    const answer = Object.entries(answers).find(([words]) => question.includes(words))?.[1];
    assert.ok(answer !== undefined);
    await chat.press(answer);
  }
  assert.fail(`never came to: ${last}`);
}

/** The newest of these questions once it is another than before: a card is answered by the next one. */
async function nextQuestion(
  { page }: ChatWindow,
  questions: readonly string[],
  before: string,
): Promise<string> {
  let newest = '';
  for (const until = Date.now() + 30_000; Date.now() < until; await page.waitForTimeout(200)) {
    newest = await page.getByRole('heading').last().innerText();
    if (newest !== before && questions.some((words) => newest.includes(words))) return newest;
  }
  return assert.fail(`a question that nobody expected: ${newest}`);
}
