import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { checkCertificate } from '../../../../bot/core/pairing/certificate.ts';
import { solveByEngine } from '../../../../bot/core/pairing/engine/engine.ts';
import { aimsOf, bestByTrying, problems } from '../../../helpers/assignments.ts';

describe('solveByEngine', () => {
  it('reaches every aim in its order, against trying everything, and proves it', () => {
    fc.assert(
      fc.property(problems(6, 5), (problem) => {
        const result = solveByEngine(problem);
        assert.equal(checkCertificate(problem, result), null);
        assert.deepEqual(aimsOf(problem, result.arcOf), bestByTrying(problem));
      }),
      { numRuns: 3000 },
    );
  });
});
