import { equal, deepEqual } from 'node:assert/strict';
import { ArcRows } from '../../../../bot/core/pairing/engine/arc-rows.ts';

describe('rows of arcs', () => {
  it('keep what was added, row by row, beyond the room they began with', () => {
    const rows = new ArcRows(3, 2);
    for (let arc = 0; arc < 5000; arc += 1) {
      rows.add(arc, 2 * arc, 3 * arc);
      if (arc === 0) rows.close(0);
    }
    rows.close(1);
    rows.close(2);
    const { arcStart, arcMentor, arcCost, arcTie } = rows.arcs();
    deepEqual([...arcStart], [0, 1, 5000, 5000]);
    equal(arcMentor.length, 5000);
    for (const arc of [0, 1, 2, 3, 1023, 1024, 4999]) {
      deepEqual([arcMentor[arc], arcCost[arc], arcTie[arc]], [arc, 2 * arc, 3 * arc]);
    }
  });
});
