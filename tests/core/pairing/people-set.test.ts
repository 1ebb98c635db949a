import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { PeopleSet } from '../../../bot/core/pairing/people-set.ts';

const PEOPLE = 299;
const places = fc.uniqueArray(fc.nat(PEOPLE - 1), { size: 'large' });

function setOf(members: readonly number[]): PeopleSet {
  const set = new PeopleSet(PEOPLE);
  for (const place of members) set.add(place);
  return set;
}

describe('PeopleSet', () => {
  it('counts and lists as sets do', () => {
    fc.assert(
      fc.property(places, places, places, (one, other, third) => {
        const [set, others] = [setOf(one), [setOf(other), setOf(third)]];
        const both = one.filter((place) => other.includes(place));
        assert.equal(set.countIn(setOf(other)), both.length);
        assert.deepEqual(
          set.placesIn(setOf(other)),
          both.toSorted((a, b) => a - b),
        );
        const outside = one.filter((place) => !other.includes(place) && !third.includes(place));
        assert.equal(set.countOutside(others), outside.length);
        const counts = set.countKinds(setOf(other), [setOf(third)], {
          kinds: Int32Array.from({ length: PEOPLE }, (_none, place) => place % 4),
          count: 4,
        });
        const meant = both.filter((place) => !third.includes(place));
        for (const [kind, count] of counts.entries()) {
          assert.equal(count, meant.filter((place) => place % 4 === kind).length);
        }
        assert.equal(set.isEmpty, one.length === 0);
      }),
    );
  });

  it('takes in others, and those of a kind', () => {
    fc.assert(
      fc.property(places, places, (one, other) => {
        const set = setOf(one);
        set.addAll(setOf(other));
        const kinds = Int32Array.from({ length: PEOPLE }, (_none, place) => (place * 7) % 3);
        const ofKinds = setOf(one);
        ofKinds.addOfKinds(kinds, Uint8Array.of(0, 1, 1));
        for (let place = 0; place < PEOPLE; place += 1) {
          assert.equal(set.has(place), one.includes(place) || other.includes(place));
          assert.equal(ofKinds.has(place), one.includes(place) || kinds[place] !== 0);
        }
        assert.equal(ofKinds.countIn(ofKinds), ofKinds.placesIn(ofKinds).length);
      }),
    );
  });

  it('loses whoever is taken out, and everyone when it is cleared', () => {
    const set = setOf([0, 31, 32, 69]);
    set.delete(31);
    set.delete(5);
    assert.deepEqual(set.placesIn(set), [0, 32, 69]);
    assert.deepEqual([set.has(31), set.has(32)], [false, true]);
    set.clear();
    assert.ok(set.isEmpty);
  });
});
