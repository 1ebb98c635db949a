import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Assignment, AssignmentProblem } from '../../../bot/core/pairing/assignment.ts';
import { checkCertificate } from '../../../bot/core/pairing/certificate.ts';
import type { CertificateFault } from '../../../bot/core/pairing/certificate.ts';
import { solveByEngine } from '../../../bot/core/pairing/engine/engine.ts';
import { aimsOf, isBetter, problemOf, problems } from '../../helpers/assignments.ts';

/** Three seekers, two mentors with a place each; the second seeker has waited. */
const problem: AssignmentProblem = problemOf(
  [
    [
      [0, 100, 1],
      [1, 400, 2],
    ],
    [[0, 200, 3]],
    [
      [0, 50, 4],
      [1, 0, 5],
    ],
  ],
  [1, 1],
  [0, 1, 0],
);
const proven = solveByEngine(problem);

type Forgery = readonly [name: string, fault: CertificateFault, forge: (result: Assignment) => Assignment];

const changed = (values: Float64Array, at: number, value: number): Float64Array => {
  const copy = values.slice();
  copy[at] = value;
  return copy;
};

const FORGERIES: readonly Forgery[] = [
  ['a result for fewer people', 'not-an-arc', (it) => ({ ...it, arcOf: it.arcOf.slice(1) })],
  ['an arc of somebody else', 'not-an-arc', (it) => ({ ...it, arcOf: Int32Array.of(-1, 0, 4) })],
  ['an arc that does not exist', 'not-an-arc', (it) => ({ ...it, arcOf: Int32Array.of(-1, 2, 9) })],
  ['two in one place', 'over-capacity', (it) => ({ ...it, arcOf: Int32Array.of(0, 2, 4) })],
  ['a surplus below zero', 'negative-price', (it) => ({ ...it, surplus: changed(it.surplus, 0, -1) })],
  ['half a price', 'negative-price', (it) => ({ ...it, price: changed(it.price, 1, 0.5) })],
  ['a price that is no number', 'negative-price', (it) => ({ ...it, price: changed(it.price, 1, NaN) })],
  [
    'a price beyond whole numbers',
    'negative-price',
    (it) => ({ ...it, price: changed(it.price, 0, 2 ** 60) }),
  ],
  [
    'no prices at all',
    'arc-worth-more',
    (it) => ({ ...it, surplus: it.surplus.map(() => 0), price: it.price.map(() => 0) }),
  ],
  [
    'a seeker left out for nothing',
    'slack-not-complementary',
    (it) => ({ ...it, arcOf: Int32Array.of(-1, 2, -1) }),
  ],
  [
    'a surplus for who is alone',
    'slack-not-complementary',
    (it) => ({ ...it, surplus: changed(it.surplus, 0, (it.surplus[0] ?? 0) + 1) }),
  ],
  [
    'a bonus that a cost could outweigh',
    'units-too-small',
    (it) => ({ ...it, units: { ...it.units, bonusStep: 500 } }),
  ],
  [
    'a cost that ties could outweigh',
    'units-too-small',
    (it) => ({ ...it, units: { ...it.units, costUnit: 1 } }),
  ],
  ['no range of ties', 'units-too-small', (it) => ({ ...it, units: { ...it.units, tieRange: 0 } })],
  [
    'units that are not whole',
    'units-too-small',
    (it) => ({ ...it, units: { ...it.units, bonusStep: it.units.bonusStep + 0.5 } }),
  ],
];

describe('checkCertificate against forgeries', () => {
  it('accepts what was not tampered with', () => assert.equal(checkCertificate(problem, proven), null));

  for (const [name, fault, forge] of FORGERIES) {
    it(`refuses ${name}`, () => assert.equal(checkCertificate(problem, forge(proven)), fault));
  }

  it('refuses every worse result under the prices of the best', () => {
    fc.assert(
      fc.property(problems(6, 4), fc.nat(), (random, chance) => {
        const best = solveByEngine(random);
        const seeker = random.waiting.length === 0 ? -1 : chance % random.waiting.length;
        const first = random.arcStart[seeker] ?? 0;
        const arcs = (random.arcStart[seeker + 1] ?? 0) - first;
        const other = best.arcOf.slice();
        if (seeker >= 0) other[seeker] = arcs === 0 ? -1 : first - 1 + (chance % (arcs + 1));
        if (seeker >= 0 && (other[seeker] ?? 0) < first) other[seeker] = -1;
        const isWorse = isBetter(aimsOf(random, best.arcOf), aimsOf(random, other));
        const fault = checkCertificate(random, { ...best, arcOf: other });
        if (isWorse) assert.notEqual(fault, null);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses a price or a surplus that is off by one', () => {
    fc.assert(
      fc.property(problems(6, 4), fc.constantFrom(1, -1), (random, by) => {
        const best = solveByEngine(random);
        for (const [seeker, arc] of best.arcOf.entries()) {
          const surplus = changed(best.surplus, seeker, (best.surplus[seeker] ?? 0) + by);
          const fault = checkCertificate(random, { ...best, surplus });
          if (arc !== -1 || by > 0 || (best.surplus[seeker] ?? 0) === 0) assert.notEqual(fault, null);
        }
      }),
      { numRuns: 300 },
    );
  });
});
