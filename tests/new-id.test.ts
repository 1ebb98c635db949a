import assert from 'node:assert/strict';
import { idSource, newId } from '../bot/new-id.ts';

describe('A new id', () => {
  it('is a UUID of version 7 that holds the time', () => {
    const id = idSource(() => Date.UTC(2026, 10, 2))();
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), Date.UTC(2026, 10, 2));
  });

  it('is greater than the one before, within a millisecond too', () => {
    const source = idSource(() => 1_000_000);
    const ids = Array.from({ length: 20_000 }, source);
    assert.deepEqual(ids.toSorted(), ids);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('is greater than the one before when the clock goes back', () => {
    const times = [5000, 4000, 1, 5000, 5001];
    const source = idSource(() => times.shift() ?? 0);
    const ids = Array.from({ length: 5 }, source);
    assert.deepEqual(ids.toSorted(), ids);
  });

  it('differs between two processes at the same moment', () => {
    const [one, other] = [idSource(() => 1), idSource(() => 1)];
    assert.notEqual(one(), other());
    assert.notEqual(newId(), newId());
  });
});
