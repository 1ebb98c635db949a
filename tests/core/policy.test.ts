import assert from 'node:assert/strict';
import { may, RELATIONS } from '../../bot/core/policy.ts';

describe('the policy', () => {
  it('gives nothing to somebody without a relation', () => {
    assert.equal(may('see-topics', []), false);
    assert.equal(may('see-own', []), false);
    assert.equal(may('see-programme', []), false);
  });

  it('gives what any one relation gives', () => {
    assert.equal(may('see-programme', ['colleague', 'coordinator']), true);
    assert.equal(may('answer-proposal', ['colleague', 'partner']), true);
  });

  it('does not make a boss of a coordinator, nor a coordinator of a boss', () => {
    assert.equal(may('see-team-figures', ['coordinator']), false);
    assert.equal(may('see-programme', ['manager']), false);
  });

  it("lets nobody but oneself at one's own", () => {
    for (const permission of ['see-own', 'change-own', 'export-own', 'erase-own'] as const) {
      const allowed = RELATIONS.filter((relation) => may(permission, [relation]));
      assert.deepEqual(allowed, ['self'], permission);
    }
  });
});
