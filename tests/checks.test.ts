import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const passes = (tool: string, ...words: string[]): void => {
  const run = spawnSync('npm', ['exec', '--offline', '--', tool, ...words], { encoding: 'utf8' });
  assert.equal(run.status, 0, `${run.stdout}${run.stderr}`);
};

describe('the code', function () {
  this.timeout(180_000);

  it('type-checks, with the core fenced off', () => passes('tsc', '-b', '.', 'tests/browser'));
  it('keeps to the rules of the house', () => passes('oxlint', '--type-aware', '--deny-warnings'));
  it('is formatted', () => passes('prettier', '--check', '.'));
});
