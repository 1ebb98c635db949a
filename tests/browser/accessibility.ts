import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What breaks a rule of WCAG 2.2 AA on this page, and where. */
export async function faults(page: Page): Promise<string[]> {
  // Fluent's invisible stops for its focus traps are hidden and focusable on purpose. What is called legacy leaves out
  // foreign frames, of which there are none, and takes half the time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(RULES)
    .exclude('[data-tabster-dummy]')
    .analyze();
  return violations.map(
    (one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}
