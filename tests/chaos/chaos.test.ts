import assert from 'node:assert/strict';
import { runChaos } from './run-chaos.ts';

describe('delivery, when everything goes wrong at once', () => {
  it('tells nobody twice, loses nothing, and keeps every answer that it acknowledged', async function () {
    this.timeout(180_000);
    const lines: string[] = [];
    const run = await runChaos({
      store: 'sqlite',
      occurrences: 3_000,
      workers: 3,
      kills: 6,
      zombies: 1,
      drainMs: 60_000,
      rateMs: 6_000,
      pairs: 10,
      pressesPerSecond: 20,
      seed: Date.now() % 1_000_000,
      note: (line) => lines.push(line),
    });
    const found = JSON.stringify(run);
    assert.deepEqual(
      [run.duplicates, run.lost, run.stuck, run.misfiled, run.answersMissing],
      [0, 0, 0, 0, 0],
      found,
    );
    assert.ok(run.unknown <= run.unknownAtMost, found);
    assert.ok(run.answersAcknowledged > 0 && run.answerFaults === 0, found);
    assert.ok(run.kills >= 6 && run.zombies >= 1 && run.ambiguousInjected > 0, found);
    assert.ok(run.maxTotalPerSecond <= 50 && run.throttled === 0, found);
    assert.ok(
      run.control.duplicates > 0,
      'without our protection the same run finds people who were told twice',
    );
  });
});
