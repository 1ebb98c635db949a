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

  it('leaves this thread free, and stops when it is called off', async () => {
    const controller = new AbortController();
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
      if (ticks === 3) controller.abort();
    }, 5);
    // Some hundred million pairs: never done before the third tick.
    await assert.rejects(pairInWorker(anInput(people(10_000)), controller.signal), { name: 'AbortError' });
    clearInterval(timer);
    assert.ok(ticks >= 3);
  });
});
