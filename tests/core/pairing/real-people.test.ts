import assert from 'node:assert/strict';
import { pairRound } from '../../../bot/core/pairing/pair-round.ts';
import { needsRealPeople, REAL_PEOPLE } from '../../helpers/people-file.ts';
import { realPool } from '../../helpers/real-pool.ts';

describe('a round over 1,000 real people', function () {
  this.timeout(60_000);
  before(function () {
    needsRealPeople(this);
  });

  it('pairs everyone who can be paired, breaks no rule, and explains the others', () => {
    const { figures, leftOut, suggestions } = pairRound(realPool(REAL_PEOPLE));
    console.log(
      `      1,000 real people: ${figures.peoplePaired} of ${figures.peoplePaired + figures.leftOut} with a need` +
        ` have a proposal, ${figures.maximum} is the proven maximum, ${figures.brokenRules} broken rules`,
    );
    assert.equal(figures.brokenRules, 0);
    assert.equal(figures.peoplePaired + figures.leftOut, 740);
    assert.equal(figures.peoplePaired, figures.maximum);
    assert.ok(leftOut.every(({ causes }) => causes.length > 0));
    assert.ok(suggestions.every(({ reasons }) => reasons.some((reason) => reason.kind === 'topic')));
  });
});
