import assert from 'node:assert/strict';
import { judge } from './judge.ts';
import type { Judged } from './judge.ts';
import { runChaos } from './run-chaos.ts';
import type { ChaosReport } from './run-chaos.ts';
import { SHORT } from './short.ts';

const broken = (run: ChaosReport): readonly Judged[] =>
  judge(run, { short: true }).filter(({ kept }) => !kept);

describe('delivery, when everything goes wrong at once', () => {
  let run: ChaosReport;
  before(async function () {
    this.timeout(900_000);
    run = await runChaos({ ...SHORT, seed: Date.now() % 1_000_000, note: () => undefined });
  });

  it('tells nobody twice, loses nothing, keeps every answer that it acknowledged, and the rate', () => {
    assert.deepEqual(broken(run), [], JSON.stringify(run));
    assert.equal(run.occurrences, SHORT.occurrences);
    assert.ok(run.kills >= SHORT.kills && run.zombies >= SHORT.zombies && run.ambiguousInjected > 0);
  });

  it('finds people who were told twice once the connector’s own repeats are left in', () => {
    assert.ok(run.control.duplicates > 0, JSON.stringify(run.control));
  });

  it('would say so of each promise that was broken', () => {
    const wrong: readonly Partial<ChaosReport>[] = [
      { duplicates: 1 },
      { misfiled: 1 },
      { lost: 1 },
      { stuck: 1 },
      { unknown: run.unknownAtMost + 1 },
      { answersMissing: 1 },
      { answerFaults: 1 },
      { maxPerSecond: 31 },
      { maxTotalPerSecond: 51 },
      { throttled: 1 },
      { control: { duplicates: 0, occurrences: 120 } },
    ];
    for (const one of wrong)
      assert.equal(broken({ ...run, ...one }).length, 1 + broken(run).length, JSON.stringify(one));
  });
});
