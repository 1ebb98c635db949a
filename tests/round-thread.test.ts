import assert from 'node:assert/strict';
import { once } from 'node:events';
import { pairRound } from '../bot/core/pairing/pair-round.ts';
import { pairInWorker } from '../bot/pair-in-worker.ts';
import { leaveThread, takeThread } from '../bot/round-thread.ts';
import { anInput, aPoolMember } from './helpers/pools.ts';

const LARGE = 100_000;

describe('the thread of a round', () => {
  it('is kept after a small round for the next small one, and not after a large one', async () => {
    const first = takeThread(10);
    leaveThread(first, 10);
    const second = takeThread(LARGE);
    assert.notEqual(second, first);
    assert.equal(takeThread(10), first);
    leaveThread(first, LARGE);
    await once(first, 'exit');
    await second.terminate();
  });

  it('is forgotten when it ends by itself', async () => {
    const first = takeThread(10);
    leaveThread(first, 10);
    await first.terminate();
    const second = takeThread(10);
    assert.notEqual(second, first);
    await second.terminate();
  });

  it('answers a second round as it does a first one', async () => {
    const inputs = [3, 40, 12].map((count) =>
      anInput(Array.from({ length: count }, (_none, at) => aPoolMember(`p${at}`))),
    );
    for (const input of inputs) assert.deepEqual(await pairInWorker(input), pairRound(input));
  });
});
