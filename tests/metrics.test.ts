import assert from 'node:assert/strict';
import type { BatchObservableCallback, BatchObservableResult, Observable } from '@opentelemetry/api';
import { observeDelivery } from '../bot/metrics.ts';
import { aPerson, later, NOW } from './helpers/builders.ts';
import { openOutbox } from './delivery/outbox.ts';

describe('metrics of delivery', () => {
  it('count every state, and say what is due for longest, the rate and a pause', async () => {
    const people = [aPerson(), aPerson(), aPerson()];
    const outbox = await openOutbox(people);
    const [ada, bo, cy] = people;
    assert.ok(ada && bo && cy);
    await outbox.plan(ada);
    await outbox.plan(bo);
    await outbox.worker().runOnce();
    await outbox.plan(cy);
    outbox.now = later(outbox.now, 500);
    const { tenantId } = cy;
    await outbox.store.transaction((tx) => tx.occurrences.pauseUntil(tenantId, later(outbox.now, 30_000)));

    const names = new Map<Observable, string>();
    const callbacks: BatchObservableCallback[] = [];
    observeDelivery(
      {
        createObservableGauge: (name) => {
          const gauge: Observable = { addCallback: () => undefined, removeCallback: () => undefined };
          names.set(gauge, name);
          return gauge;
        },
        addBatchObservableCallback: (callback) => void callbacks.push(callback),
      },
      { store: outbox.store, now: () => outbox.now },
    );
    const seen: Record<string, number> = {};
    const result: BatchObservableResult = {
      observe: (gauge, value, attributes) => {
        seen[
          `${names.get(gauge) ?? ''}${attributes === undefined ? '' : ` ${String(attributes['state'])}`}`
        ] = value;
      },
    };
    for (const callback of callbacks) await callback(result);
    assert.equal(seen['alongside.occurrences sent'], 2);
    assert.equal(seen['alongside.occurrences due'], 1);
    assert.equal(seen['alongside.occurrences unknown'], 0);
    assert.equal(seen['alongside.sent_in_last_second'], 2);
    assert.equal(seen['alongside.paused'], 30);
    assert.equal(seen['alongside.oldest_due'], Math.round((outbox.now.getTime() - NOW.getTime()) / 1000));
    await outbox.close();
  });
});
