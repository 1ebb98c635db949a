import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';

const CHECKS = {
  'type-checks, with the core fenced off': ['tsc', '-b', '.', 'tests/browser'],
  'keeps to the rules of the house': ['oxlint', '--type-aware', '--deny-warnings'],
  'is formatted': ['prettier', '--check', '.'],
} as const;

/** What a tool says against the code; null where it passes. */
const against = (words: readonly string[]): Promise<string | null> =>
  new Promise((resolve) => {
    execFile('npm', ['exec', '--offline', '--', ...words], { maxBuffer: 2 ** 26 }, (error, out, err) =>
      resolve(error === null ? null : `${out}${err}` || error.message),
    );
  });

describe('the code', function () {
  this.timeout(180_000);
  const found = new Map<string, Promise<string | null>>();

  // Side by side, as each leaves cores idle.
  before(() => {
    for (const [name, words] of Object.entries(CHECKS)) found.set(name, against(words));
  });

  for (const name of Object.keys(CHECKS)) {
    it(name, async () => assert.equal(await found.get(name), null));
  }
});
