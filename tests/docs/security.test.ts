import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);
const PAGE = readFileSync(new URL('SECURITY.md', ROOT), 'utf8');

/** Threat, by whom, what stops it, the test, what remains. */
const THREATS = (PAGE.split('### What they would try')[1] ?? '')
  .split('### ')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('the threat model', () => {
  it('names tests that are there', () => {
    const named = [...PAGE.matchAll(/`(tests\/[\w/.-]+)`/g)].map(([, path = '']) => path);
    assert.ok(named.length > 15);
    assert.deepEqual(
      named.filter((path) => !existsSync(new URL(path, ROOT))),
      [],
    );
  });

  it('says of each threat who, and either the test that proves the measure or what remains', () => {
    assert.ok((THREATS?.length ?? 0) >= 15);
    for (const [threat = '', by = '', stops = '', test = '', remains = ''] of THREATS ?? []) {
      assert.ok(by !== '' && stops !== '', threat);
      assert.ok(test.includes('tests/') || remains !== '', threat);
    }
  });
});
