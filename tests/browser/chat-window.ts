import type { Browser, Page } from 'playwright-core';

const PATIENCE_MS = 30_000;

/** One person's window of the Agents Playground, driven as that person would. */
export interface ChatWindow {
  readonly page: Page;
  say(text: string): Promise<void>;
  /** Presses the newest button of that name, once it is there. */
  press(name: string | RegExp): Promise<void>;
  /** Resolves once the chat shows these words. */
  sees(words: string | RegExp): Promise<void>;
}

/** Opens the Playground at this address and waits until it has greeted the bot. */
export async function openChatWindow(browser: Browser, url: string): Promise<ChatWindow> {
  const page = await browser.newPage({ viewport: { width: 820, height: 940 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url);
  await page.getByText('Connected.').first().waitFor();
  await page.getByTitle('Hide log panel').click();
  return {
    page,
    say: async (text) => {
      const box = page.getByRole('textbox').last();
      await box.fill(text);
      await box.press('Enter');
    },
    press: async (name) => {
      await page
        .getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
        .last()
        .click();
    },
    sees: async (words) => {
      await page.getByText(words).last().waitFor();
    },
  };
}
