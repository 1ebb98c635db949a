import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { AssignmentProblem } from '../../../../bot/core/pairing/assignment.ts';
import { sortedSides } from '../../../../bot/core/pairing/engine/sorted-sides.ts';
import { problemOf } from '../../../helpers/assignments.ts';

interface Arc {
  readonly seeker: number;
  readonly mentor: number;
  readonly cost: number;
  readonly tie: number;
  readonly isIn: boolean;
}

const [SEEKERS, MENTORS] = [6, 5];
const ARCS = fc.uniqueArray(
  fc.record({
    seeker: fc.nat(SEEKERS - 1),
    mentor: fc.nat(MENTORS - 1),
    cost: fc.oneof(fc.nat(3), fc.nat(5000), fc.nat(2 ** 26 - 2)),
    tie: fc.oneof(fc.nat(3), fc.nat(65535)),
    isIn: fc.boolean(),
  }),
  { selector: ({ seeker, mentor }) => seeker * MENTORS + mentor },
);

const problemWith = (arcs: readonly Arc[]): AssignmentProblem =>
  problemOf(
    Array.from({ length: SEEKERS }, (_none, own) =>
      arcs
        .filter(({ seeker }) => seeker === own)
        .map(({ mentor, cost, tie }) => [mentor, cost, tie] as const),
    ),
    Array.from({ length: MENTORS }, () => 1),
    Array.from({ length: SEEKERS }, () => 0),
  );

describe('sortedSides', () => {
  it('puts every arc into a row and a column, each in order of cost, tie and other end, as comparing does', () => {
    fc.assert(
      fc.property(ARCS, fc.constantFrom(1, 2, 512, 65536), (drawn, tieRange) => {
        const arcs = drawn.toSorted((a, b) => a.seeker - b.seeker);
        const units = { bonusStep: 1, costUnit: tieRange === 1 ? 1 : 100_000, tieRange };
        const orderOf = ({ tie }: Arc): number => tie % (tieRange === 1 ? 2048 : tieRange);
        const kept = arcs.filter(({ isIn }) => isIn);
        const counts = (ends: number, endOf: (arc: Arc) => number): Int32Array =>
          Int32Array.from({ length: ends }, (_none, end) => kept.filter((arc) => endOf(arc) === end).length);
        const sides = sortedSides(problemWith(arcs), units, {
          arcs: Int32Array.from(arcs.keys()).filter((at) => arcs[at]?.isIn),
          ofSeeker: counts(SEEKERS, ({ seeker }) => seeker),
          ofMentor: counts(MENTORS, ({ mentor }) => mentor),
        });
        const expected = (own: keyof Arc, other: 'seeker' | 'mentor', end: number) =>
          kept
            .filter((arc) => arc[own] === end)
            .sort((a, b) => a.cost - b.cost || orderOf(a) - orderOf(b) || a[other] - b[other])
            .map((arc) => [arc[other], arc.cost * units.costUnit + (arc.tie % tieRange)]);
        for (const [own, other, { start, to, cost }] of [
          ['seeker', 'mentor', sides.rows],
          ['mentor', 'seeker', sides.columns],
        ] as const) {
          for (let end = 0; end + 1 < start.length; end += 1) {
            const found = [...to.subarray(start[end], start[end + 1])].map((there, at) => [
              there,
              cost[(start[end] ?? 0) + at],
            ]);
            assert.deepEqual(found, expected(own, other, end));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('refuses costs that are too large beside the ties, rather than put them in a wrong order', () => {
    const problem = problemOf([[[0, 2 ** 31 - 1, 0]]], [1], [0]);
    const some = { arcs: Int32Array.of(0), ofSeeker: Int32Array.of(1), ofMentor: Int32Array.of(1) };
    assert.throws(
      () => sortedSides(problem, { bonusStep: 1, costUnit: 65536, tieRange: 65536 }, some),
      RangeError,
    );
  });
});
