import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { onLoops } from '../../../bot/core/reporting/loops.ts';

/** Follows everyone up as far as there are people. */
function byFollowing(managerOf: readonly number[]): readonly number[] {
  return managerOf.flatMap((first, person) => {
    let at = first;
    for (let steps = 0; steps < managerOf.length && at >= 0 && at !== person; steps += 1)
      at = managerOf[at] ?? -1;
    return at === person ? [person] : [];
  });
}

describe('loops in reporting lines', () => {
  it('are found as one finds them by following every line', () => {
    const lines = fc
      .integer({ min: 0, max: 12 })
      .chain((size) =>
        fc.array(fc.integer({ min: -1, max: size - 1 }), { minLength: size, maxLength: size }),
      );
    fc.assert(
      fc.property(lines, (managerOf) => {
        const found = [...onLoops(Int32Array.from(managerOf))].sort((a, b) => a - b);
        assert.deepEqual(found, byFollowing(managerOf));
      }),
      { numRuns: 2000 },
    );
  });

  it('are found in a line of a million without running out of stack', () => {
    const size = 1_000_000;
    const chain = Int32Array.from({ length: size }, (_, place) => place - 1);
    assert.deepEqual(onLoops(chain), []);
    chain[0] = size - 1;
    assert.equal(onLoops(chain).length, size);
  });
});
