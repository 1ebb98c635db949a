import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { buffersOf, memberAt, membersOf, packPool } from '../../../bot/core/pairing/packed-pool.ts';
import type { PackedPool } from '../../../bot/core/pairing/packed-pool.ts';
import { DEFAULT_HOURS } from '../../../bot/core/person.ts';
import type { PersonId } from '../../../bot/core/ids.ts';
import type { PairingPool } from '../../../bot/core/ports/rounds.ts';
import { anInput, aPoolMember, personId, pools, topicId } from '../../helpers/pools.ts';

function unpacked(packed: PackedPool): PairingPool {
  const { people, managers, forbidden } = packed;
  const nameOf = (place: number): PersonId => people[place] ?? personId('nobody');
  return {
    members: Array.from({ length: membersOf(packed) }, (_none, at) => memberAt(packed, at)),
    managerOf: new Map(
      [...managers].flatMap((manager, at): [PersonId, PersonId][] =>
        manager === -1 ? [] : [[nameOf(at), nameOf(manager)]],
      ),
    ),
    forbidden: Array.from({ length: forbidden.length / 2 }, (_none, at) => [
      nameOf(forbidden[2 * at] ?? -1),
      nameOf(forbidden[2 * at + 1] ?? -1),
    ]),
  };
}

const withTimesGuided = (pool: PairingPool) => ({
  ...pool,
  members: pool.members.map((member) => ({ guidedLately: 0, ...member })),
});

const across = (packed: PackedPool): PackedPool => structuredClone(packed, { transfer: buffersOf(packed) });

describe('a packed pool', () => {
  it('is the same pool again after it crossed to another thread', () => {
    fc.assert(
      fc.property(pools({ size: 8, mode: 'mentoring' }), ({ pool }) => {
        assert.deepEqual(unpacked(across(packPool(pool))), withTimesGuided(structuredClone(pool)));
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
    const [one, other] = unpacked(across(packPool(pool))).members;
    assert.equal(one?.hours, other?.hours);
    assert.equal(one?.languages, other?.languages);
  });

  it('holds more values than a byte can number', () => {
    const topics = Array.from({ length: 300 }, (_none, at) => topicId(`topic-${at}`));
    const members = topics.map((topic, at) =>
      aPoolMember(`person-${1000 + at}`, {
        yearsExperience: at / 4,
        offers: [topic],
        needs: topics.slice(at),
      }),
    );
    const { pool } = anInput(members);
    assert.deepEqual(unpacked(across(packPool(pool))), withTimesGuided(pool));
  });

  it('has its members in order of id, and is the same in whatever order they come', () => {
    const [a, b, c] = [aPoolMember('a', { level: 1 }), aPoolMember('b'), aPoolMember('c', { level: 5 })];
    const turned = anInput([c, a, b], { pool: { managerOf: new Map([[c.personId, a.personId]]) } });
    const { members, managerOf } = unpacked(packPool(turned.pool));
    assert.deepEqual(
      members.map(({ personId: id, level }) => [id, level]),
      [a, b, c].map(({ personId: id, level }) => [id, level]),
    );
    assert.deepEqual(managerOf, turned.pool.managerOf);
  });
});
