import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const SECRET = 'my-boss-frightens-me';

/** A process of its own, held back as the service is, that goes on like this. */
function run(rest: string, holds = true): { code: number | null; printed: string } {
  const begin = `
    import { holdBack } from './bot/last-resort.ts';
    import { createLog } from './bot/log.ts';
    ${holds ? "holdBack(createLog('debug'));" : ''}
    const secret = ${JSON.stringify(SECRET)};`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', `${begin}\n${rest}`],
    { cwd: new URL('..', import.meta.url), encoding: 'utf8' },
  );
  return { code: status, printed: stdout + stderr };
}

const ENDS: readonly (readonly [name: string, code: string])[] = [
  ['an error that nobody catches', 'setTimeout(() => { throw new TypeError(secret) }, 1);'],
  ['a promise that nobody waits for', 'void Promise.reject(new Error(secret, { cause: { secret } }));'],
  ['something thrown that is no error', 'setTimeout(() => { throw secret }, 1);'],
];

describe('the last resort of the service', () => {
  for (const [name, code] of ENDS)
    it(`ends with ${name}, and without its words`, () => {
      const held = run(code);
      assert.equal(held.code, 1, held.printed);
      assert.match(held.printed, /"msg":"not caught"/);
      assert.ok(!held.printed.includes(SECRET), held.printed);
      const free = run(code, false);
      assert.ok(free.printed.includes(SECRET), 'Node by itself prints them');
    });

  it('says where it arose', () => {
    assert.match(run('function deep() { throw new TypeError(secret) } setTimeout(deep, 1);').printed, /deep/);
  });

  it('prints nothing that a library writes to the console', () => {
    const write = 'console.error("token", secret); console.log({ secret }); console.table([secret]);';
    const held = run(write);
    assert.ok(!held.printed.includes(SECRET), held.printed);
    assert.equal(held.printed.match(/a library wrote to the console/g)?.length, 3);
    assert.ok(run(write, false).printed.includes(SECRET));
  });
});
