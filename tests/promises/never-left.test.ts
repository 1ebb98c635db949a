import assert from 'node:assert/strict';
import { array, assert as check, asyncProperty, constantFrom, record } from 'fast-check';
import type { Store } from '../../bot/core/ports/store.ts';
import { openOutbox } from '../delivery/outbox.ts';
import type { Outbox } from '../delivery/outbox.ts';
import { aPerson, later } from '../helpers/builders.ts';

const PEOPLE = 4;
/** Longer than a claim holds. */
const LONG_MS = 61_000;

/** What becomes of a transaction: kept; refused; or kept, and the answer lost on its way. */
type Fate = 'kept' | 'refused' | 'kept unheard';

/** A store as an instance sees it, whose transactions meet their fates one after the other. */
function storeOf(store: Store, fate: () => Fate): Store {
  return {
    get reads() {
      return store.reads;
    },
    transaction: async (work, how) => {
      const mine = fate();
      if (mine === 'refused') throw new Error('ECONNREFUSED');
      const result = await store.transaction(work, how);
      if (mine === 'kept unheard') throw new Error('ECONNRESET');
      return result;
    },
    clock: () => store.clock(),
    close: () => Promise.resolve(),
  };
}

/** Others go on until nothing is open. */
async function finish(outbox: Outbox): Promise<void> {
  const other = outbox.worker();
  for (let round = 0; round < 10; round += 1) {
    outbox.now = later(outbox.now, LONG_MS);
    await other.runOnce();
  }
}

const countOf = (outbox: Outbox) => outbox.store.reads.occurrences.countByState(outbox.programme.id);

describe('what was committed to sending and never left', () => {
  it('is given back by an instance that lives, whenever the store goes; what may have arrived is not', async function () {
    this.timeout(120_000);
    const fates = array(constantFrom<Fate>('kept', 'kept', 'refused', 'kept unheard'), { maxLength: 14 });
    const nap = record({ long: constantFrom(false, true), others: constantFrom(false, true) });
    const answers = array(constantFrom('clear', 'clear', 'accept-then-reset', 'reset'), { maxLength: 6 });
    await check(
      asyncProperty(fates, array(nap, { maxLength: 8 }), answers, async (fates, naps, answers) => {
        const people = Array.from({ length: PEOPLE }, () => aPerson());
        const outbox = await openOutbox(people, { limits: false });
        const ids = await Promise.all(people.map((person) => outbox.plan(person)));
        const left = { fates: [...fates], naps: [...naps], answers: [...answers] };
        let unclear = 0;
        outbox.fake.faults.always(() => {
          const kind = left.answers.shift() ?? 'clear';
          if (kind === 'clear') return null;
          unclear += 1;
          return { kind };
        });
        const other = outbox.worker();
        const worker = outbox.worker({
          store: storeOf(outbox.store, () => left.fates.shift() ?? 'kept'),
          wait: async (ms) => {
            const nap = left.naps.shift();
            outbox.now = later(outbox.now, nap?.long === true ? LONG_MS : ms);
            // Meanwhile somebody else finds that the lease has run out.
            if (nap?.others === true) await other.runOnce();
          },
        });
        for (let round = 0; round < 3; round += 1) await worker.runOnce().catch(() => undefined);
        await worker.stop();
        await finish(outbox);
        const states = await countOf(outbox);
        assert.deepEqual([states.sent, states.unknown], [PEOPLE - unclear, unclear]);
        assert.equal(outbox.fake.ledger.count('send'), PEOPLE, 'one request for each, clear or not');
        for (const id of ids) assert.ok(outbox.told(id) <= 1);
        await outbox.close();
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('is unknown for ever where the instance does not live to say so', async () => {
    const people = Array.from({ length: PEOPLE }, () => aPerson());
    const outbox = await openOutbox(people, { limits: false });
    await Promise.all(people.map((person) => outbox.plan(person)));
    // Claimed, looked through, and committed to sending; then it hears and says nothing any more.
    const fates: Fate[] = ['kept', 'kept', 'kept unheard'];
    const worker = outbox.worker({ store: storeOf(outbox.store, () => fates.shift() ?? 'refused') });
    await assert.rejects(worker.runOnce());
    await finish(outbox);
    const states = await countOf(outbox);
    assert.ok(states.unknown > 0, JSON.stringify(states));
    assert.equal(outbox.fake.ledger.count('send'), states.sent, 'nothing of the unknown ones had left');
    await outbox.close();
  });

  it('and what did leave is written down however long the store was away', async () => {
    const ada = aPerson();
    const outbox = await openOutbox([ada], { limits: false });
    const id = await outbox.plan(ada);
    const fates: Fate[] = ['kept', 'kept', 'kept', ...Array.from({ length: 30 }, () => 'refused' as const)];
    await outbox.worker({ store: storeOf(outbox.store, () => fates.shift() ?? 'kept') }).runOnce();
    assert.deepEqual([(await outbox.stateOf(id)).state, outbox.told(id), fates.length], ['sent', 1, 0]);
    await outbox.close();
  });

  it('is no attempt: eight moments missed are not eight answers of Teams', async () => {
    const ada = aPerson();
    const outbox = await openOutbox([ada], { limits: false });
    const id = await outbox.plan(ada);
    let unheard = 8;
    for (let round = 0; round < 20; round += 1) {
      let transactions = 0;
      const fate = (): Fate => ((transactions += 1) === 3 && (unheard -= 1) >= 0 ? 'kept unheard' : 'kept');
      const worker = outbox.worker({ store: storeOf(outbox.store, fate) });
      await worker.runOnce().catch(() => undefined);
      await worker.stop();
      outbox.now = later(outbox.now, 10_000);
    }
    assert.ok(unheard < 0);
    assert.deepEqual([(await outbox.stateOf(id)).state, outbox.told(id)], ['sent', 1]);
    await outbox.close();
  });
});
