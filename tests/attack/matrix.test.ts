import assert from 'node:assert/strict';
import { assert as check, asyncProperty, integer } from 'fast-check';
import { ROUTES } from '../../bot/chat/routes.ts';
import { attackCompany, controlDisagreements } from './matrix/matrix.ts';
import { verbNeeds } from './matrix/over-chat.ts';
import { STANDINGS } from './matrix/oracle.ts';

describe('everybody asking for everything, in random companies', function () {
  this.timeout(120_000);
  const seen = new Set<string>();

  it('gets what is theirs, and for all else the answer of what does not exist', async () => {
    await check(
      asyncProperty(integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const { disagreements, standings } = await attackCompany(seed, 45);
        for (const label of standings) seen.add(label);
        assert.deepEqual(disagreements, []);
      }),
      { numRuns: 2, seed: 20_261_123 },
    );
  });

  it('is tried by people of every standing', () => {
    assert.deepEqual([...seen].toSorted(), STANDINGS.toSorted());
  });

  it('would be found where everybody passed for a coordinator', async () => {
    assert.ok((await controlDisagreements(45)) > 20);
  });

  it('has an oracle for every button, and none by chance', () => {
    for (const verb of Object.keys(ROUTES)) assert.ok(verbNeeds(verb), verb);
    assert.equal(verbNeeds('pairing.of-somebody-else'), undefined);
    assert.equal(verbNeeds('constructor'), undefined);
  });
});
