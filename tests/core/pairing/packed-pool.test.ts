import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { packPool, peopleIn } from '../../../bot/core/pairing/packed-pool.ts';
import type { PackedPool } from '../../../bot/core/pairing/packed-pool.ts';
import { DEFAULT_HOURS } from '../../../bot/core/person.ts';
import type { PairingPool } from '../../../bot/core/ports/rounds.ts';
import { anInput, aPoolMember, personId, pools } from '../../helpers/pools.ts';

function unpacked(packed: PackedPool): PairingPool {
  const { members, managerOf, forbidden } = peopleIn(packed);
  return { members: [...members], managerOf: new Map(managerOf), forbidden: [...forbidden] };
}

const withTimesGuided = (pool: PairingPool) => ({
  ...pool,
  members: pool.members.map((member) => ({ guidedLately: 0, ...member })),
});

describe('a packed pool', () => {
  it('is the same pool again after it crossed to another thread', () => {
    fc.assert(
      fc.property(pools({ size: 8, mode: 'mentoring' }), ({ pool }) => {
        assert.deepEqual(unpacked(structuredClone(packPool(pool))), withTimesGuided(structuredClone(pool)));
      }),
      { numRuns: 200 },
    );
  });

  it('holds managers and people kept apart who are not members', () => {
    const [boss, other] = [personId('boss'), personId('other')];
    const { pool } = anInput([aPoolMember('one')], {
      pool: { managerOf: new Map([[personId('one'), boss]]), forbidden: [[other, boss]] },
    });
    assert.deepEqual(unpacked(packPool(pool)), withTimesGuided(pool));
  });

  it('gives those who are alike the same lists, so that many thousands hold few', () => {
    const hours = structuredClone(DEFAULT_HOURS);
    const { pool } = anInput([aPoolMember('one'), aPoolMember('other', { hours, languages: ['en'] })]);
    const [one, other] = unpacked(structuredClone(packPool(pool))).members;
    assert.equal(one?.hours, other?.hours);
    assert.equal(one?.languages, other?.languages);
  });
});
