import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Assignment, AssignmentProblem } from '../../../../bot/core/pairing/assignment.ts';
import { checkCertificate } from '../../../../bot/core/pairing/certificate.ts';
import { solveByAuction, solveByEngine } from '../../../../bot/core/pairing/engine/engine.ts';
import { dualGap } from '../../../../bot/core/pairing/engine/gap.ts';
import { solveByShortestPaths } from '../../../helpers/shortest-paths.ts';
import { aimsOf, bestByTrying, problemOf, problems } from '../../../helpers/assignments.ts';
import { diceOf } from '../../../bench/pairing/generator.ts';

/** Seekers, each with about eight of the mentors; costs are few on purpose, so that many results are equally good. */
function anInstance(options: {
  seekers: number;
  mentors: number;
  places: number;
  seed: number;
}): AssignmentProblem {
  const dice = diceOf(options.seed);
  const rows = Array.from({ length: options.seekers }, () => {
    const own = new Set(Array.from({ length: dice(16) }, () => dice(options.mentors)));
    return [...own].map((mentor) => [mentor, dice(40) ** 2 * 600, dice(65536)] as const);
  });
  const capacity = Array.from({ length: options.mentors }, () => dice(options.places + 1));
  return problemOf(
    rows,
    capacity,
    rows.map(() => dice(3)),
  );
}

/** The aims with ties as far as they still fit into whole numbers at this size. */
function aimsThatCount(problem: AssignmentProblem, { arcOf, units }: Assignment): readonly number[] {
  return aimsOf({ ...problem, arcTie: problem.arcTie.map((tie) => tie % units.tieRange) }, arcOf);
}

describe('solveByEngine', () => {
  it('reaches every aim in its order, against trying everything, and proves it', () => {
    fc.assert(
      fc.property(problems(7, 5), (problem) => {
        const result = solveByEngine(problem);
        assert.equal(checkCertificate(problem, result), null);
        assert.deepEqual(aimsOf(problem, result.arcOf), bestByTrying(problem));
        assert.equal(dualGap(problem, result), 0);
      }),
      { numRuns: 2000 },
    );
  });

  for (const [name, options] of Object.entries({
    'more places than seekers': { seekers: 2000, mentors: 1500, places: 3 },
    'about as many': { seekers: 2000, mentors: 1990, places: 2 },
    'far fewer': { seekers: 3000, mentors: 1000, places: 2 },
  })) {
    it(`agrees with shortest paths where there are ${name}`, () => {
      for (const seed of [1, 2, 3]) {
        const problem = anInstance({ ...options, seed });
        const result = solveByEngine(problem);
        assert.equal(checkCertificate(problem, result), null);
        const paths = solveByShortestPaths(problem);
        assert.deepEqual(aimsThatCount(problem, result), aimsThatCount(problem, paths));
      }
    });
  }

  it('gives the same result to the bit when it is asked twice', () => {
    const problem = anInstance({ seekers: 800, mentors: 700, places: 2, seed: 4 });
    assert.deepEqual(solveByEngine(problem), solveByEngine(problem));
  });

  it('seats as many and proves it from whatever earlier result it starts, also at rough prices', () => {
    const problem = anInstance({ seekers: 900, mentors: 700, places: 2, seed: 8 });
    const best = solveByEngine(problem);
    const dice = diceOf(9);
    const before = best.arcOf.map((_arc, seeker) => {
      const row = problem.arcMentor.subarray(problem.arcStart[seeker], problem.arcStart[seeker + 1]);
      return row[dice(row.length + 1)] ?? -1;
    });
    const again = solveByAuction(problem, { likely: before });
    assert.equal(checkCertificate(problem, again), null);
    assert.deepEqual(aimsThatCount(problem, again), aimsThatCount(problem, best));
    const rough = solveByAuction(problem, { likely: before, isRough: true });
    assert.deepEqual(aimsOf(problem, rough.arcOf).slice(0, 4), aimsOf(problem, best.arcOf).slice(0, 4));
  });

  it('answers for a mentor with more places than there are people', () => {
    const problem = problemOf([[[0, 9, 1]], [[0, 4, 2]]], [2_000_000_000], [0, 0]);
    const result = solveByEngine(problem);
    assert.deepEqual([...result.arcOf], [0, 1]);
    assert.equal(checkCertificate(problem, result), null);
  });

  it('names its stages in their order', () => {
    const stages: string[] = [];
    solveByAuction(anInstance({ seekers: 50, mentors: 40, places: 2, seed: 5 }), {
      onStage: (stage) => stages.push(stage),
    });
    assert.deepEqual(stages, ['counting', 'bidding', 'repairing', 'proving']);
  });

  it('returns as many pairs when it is stopped at any time, not proven, with a gap that holds', () => {
    const problem = anInstance({ seekers: 600, mentors: 420, places: 2, seed: 6 });
    const best = solveByEngine(problem);
    const [pairs, ...rest] = aimsOf(problem, best.arcOf);
    for (const patience of [0, 1, 2, 3, 5]) {
      let asked = 0;
      const result = solveByAuction(problem, { stop: () => (asked += 1) > patience });
      assert.equal(aimsOf(problem, result.arcOf)[0], pairs);
      assert.deepEqual(aimsOf(problem, result.arcOf).slice(1, 4), rest.slice(0, 3));
      const worse = aimsOf(problem, best.arcOf).at(-2) ?? 0;
      const lost = worse - (aimsOf(problem, result.arcOf).at(-2) ?? 0);
      assert.ok(dualGap(problem, result) >= lost * result.units.costUnit);
      if (asked > patience) assert.notEqual(checkCertificate(problem, result), null);
    }
  });

  it('is refused with any one price changed', () => {
    const problem = anInstance({ seekers: 60, mentors: 50, places: 2, seed: 7 });
    const proven = solveByEngine(problem);
    for (const [seeker, arc] of proven.arcOf.entries()) {
      const forged = structuredClone(proven);
      if (arc === -1) forged.surplus[seeker] = 1;
      else forged.surplus[seeker] = (forged.surplus[seeker] ?? 0) - 1;
      assert.notEqual(checkCertificate(problem, forged), null);
    }
  });
});
