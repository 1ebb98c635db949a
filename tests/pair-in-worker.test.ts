import assert from 'node:assert/strict';
import { pairRound } from '../bot/core/pairing/pair-round.ts';
import { Refusal } from '../bot/core/refusal.ts';
import { pairInWorker } from '../bot/pair-in-worker.ts';
import { anInput, aPoolMember } from './helpers/pools.ts';

const people = (count: number) => Array.from({ length: count }, (_none, at) => aPoolMember(`p${at}`));

describe('pairInWorker', () => {
  it('gives what the computation gives', async () => {
    const input = anInput(people(20));
    assert.deepEqual(await pairInWorker(input), pairRound(input));
  });

  it('hands a refusal over as one', async () => {
    await assert.rejects(
      pairInWorker(anInput(people(2), { settings: { commonHours: -1 } })),
      (error) => error instanceof Refusal && error.code === 'bad-settings',
    );
  });

  it('says what it is doing', async () => {
    const stages: string[] = [];
    await pairInWorker(anInput(people(20)), { onStage: (stage) => stages.push(stage) });
    assert.deepEqual(stages, [
      'preparing',
      'finding',
      'counting',
      'bidding',
      'repairing',
      'proving',
      'explaining',
    ]);
  });

  it('answers with the best so far when its time is over, and claims nothing of all pairs', async () => {
    const { figures, suggestions } = await pairInWorker(anInput(people(2000)), { limitMs: 0 });
    assert.ok(suggestions.length > 0);
    assert.deepEqual([figures.maximum, figures.gap, figures.brokenRules], [null, undefined, 0]);
    assert.equal(figures.stopped?.over, 'at-hand');
  });

  it('leaves this thread free, and stops when it is called off', async () => {
    const controller = new AbortController();
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
      if (ticks === 3) controller.abort();
    }, 5);
    // Some hundred million pairs: never done before the third tick.
    await assert.rejects(pairInWorker(anInput(people(10_000)), { signal: controller.signal }), {
      name: 'AbortError',
    });
    clearInterval(timer);
    assert.ok(ticks >= 3);
  });
});
