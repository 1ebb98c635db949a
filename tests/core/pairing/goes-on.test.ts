import assert from 'node:assert/strict';
import { withoutOne } from '../../../bot/core/pairing/goes-on.ts';
import type { Pairing, PairingKind } from '../../../bot/core/round.ts';
import { personId } from '../../helpers/pools.ts';

const of = (kind: PairingKind, size: number): Pick<Pairing, 'kind' | 'people'> => ({
  kind,
  people: Array.from({ length: size }, (_none, at) => ({ personId: personId(`p${at}`), role: 'peer' })),
});

describe('A pairing that one person leaves', () => {
  it('goes on as a circle of at least three, and as the two of a trio', () => {
    assert.deepEqual([withoutOne(of('circle', 5)), withoutOne(of('circle', 4))], ['circle', 'circle']);
    assert.equal(withoutOne(of('trio', 3)), 'peers');
  });

  it('ends otherwise', () => {
    for (const two of [of('circle', 3), of('peers', 2), of('mentoring', 2), of('exchange', 2)]) {
      assert.equal(withoutOne(two), null);
    }
  });
});
