import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { AssignmentProblem } from '../../../bot/core/pairing/assignment.ts';
import { solveByAuction, solveByEngine } from '../../../bot/core/pairing/engine/engine.ts';
import { fitOf, shortfall } from '../../../bot/core/pairing/fit.ts';
import { coverMost } from '../../../bot/core/pairing/peers/cover-most.ts';
import { takeHalves, worthOfArcs } from '../../../bot/core/pairing/peers/halves.ts';
import { peerGraph } from '../../../bot/core/pairing/peers/peer-graph.ts';
import { raisedPrices } from '../../../bot/core/pairing/peers/peer-prices.ts';
import { arcsWithin } from '../../../bot/core/pairing/peers/slack-arcs.ts';
import { solvePeers } from '../../../bot/core/pairing/peers/solve-peers.ts';
import { prepare } from '../../../bot/core/pairing/prepare.ts';
import { isBetter, problemOf } from '../../helpers/assignments.ts';
import { pools } from '../../helpers/pools.ts';
import { company, diceOf } from '../../bench/pairing/generator.ts';

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly cost: number;
  readonly tie: number;
}

function graphOf(size: number, pairs: readonly Pair[], waiting: readonly number[]): AssignmentProblem {
  const rows: [number, number, number][][] = Array.from({ length: size }, () => []);
  for (const { a, b, cost, tie } of pairs) {
    rows[a]?.push([b, cost, tie]);
    rows[b]?.push([a, cost, tie]);
  }
  return problemOf(
    rows,
    rows.map(() => 1),
    waiting,
  );
}

const graphs = (most: number): fc.Arbitrary<Graph> =>
  fc.integer({ min: 1, max: most }).chain((size) => {
    const ends = fc.tuple(fc.nat(size - 1), fc.nat(size - 1)).filter(([a, b]) => a < b);
    const pair = fc.record({ ends, cost: fc.nat(4), tie: fc.nat(255) });
    const pairs: fc.Arbitrary<Pair[]> =
      size < 2
        ? fc.constant([])
        : fc
            .uniqueArray(pair, { selector: ({ ends: [a, b] }) => a * size + b, maxLength: 3 * size })
            .map((all) => all.map(({ ends: [a, b], cost, tie }) => ({ a, b, cost: cost * 1000, tie })));
    const waiting = fc.array(fc.nat(2), { minLength: size, maxLength: size });
    return fc.record({ size: fc.constant(size), pairs, waiting });
  });

interface Graph {
  readonly size: number;
  readonly pairs: readonly Pair[];
  readonly waiting: readonly number[];
}
const NO_AIMS: readonly number[] = [];

/** People paired, those of each class from the longest waiting, less cost, less tie. */
function aimsOf({ waiting, pairs }: Graph, taken: readonly Pair[]): readonly number[] {
  const classes = [...new Set(waiting)].sort((a, b) => b - a);
  const people = taken.flatMap(({ a, b }) => [a, b]);
  const counts = classes.map((own) => people.filter((person) => waiting[person] === own).length);
  assert.ok(taken.every((pair) => pairs.includes(pair)));
  const sum = (of: (pair: Pair) => number): number => taken.reduce((total, pair) => total + of(pair), 0);
  return [people.length, ...counts, -sum((pair) => pair.cost), -sum((pair) => pair.tie)];
}

function bestByTrying(graph: Graph): readonly number[] {
  let best = NO_AIMS;
  const tryFrom = (at: number, used: ReadonlySet<number>, taken: readonly Pair[]): void => {
    const pair = graph.pairs[at];
    if (pair === undefined) {
      const aims = aimsOf(graph, taken);
      if (best === NO_AIMS || isBetter(aims, best)) best = aims;
      return;
    }
    tryFrom(at + 1, used, taken);
    if (used.has(pair.a) || used.has(pair.b)) return;
    tryFrom(at + 1, new Set([...used, pair.a, pair.b]), [...taken, pair]);
  };
  tryFrom(0, new Set(), []);
  return best;
}

const takenOf = ({ pairs }: Graph, partners: Int32Array): Pair[] => {
  for (const [person, partner] of partners.entries()) {
    if (partner !== -1) assert.equal(partners[partner], person);
  }
  return pairs.filter(({ a, b }) => partners[a] === b);
};

const solved = (graph: Graph, exactUpTo?: number) =>
  solvePeers(
    graphOf(graph.size, graph.pairs, graph.waiting),
    solveByEngine,
    exactUpTo === undefined ? {} : { exactUpTo },
  );

describe('solvePeers', () => {
  it('reaches every aim in its order for up to nine people, against trying everything', () => {
    fc.assert(
      fc.property(graphs(9), (graph) => {
        const { partners, gap, shortfall: lacking } = solved(graph);
        const aims = aimsOf(graph, takenOf(graph, partners));
        assert.deepEqual(aims, bestByTrying(graph));
        assert.equal(gap, 0);
        assert.equal(lacking, -(aims.at(-2) ?? 0));
      }),
      { numRuns: 2000 },
    );
  });

  it('pairs as many and as fairly by the way of many people, and says no less than it loses', () => {
    fc.assert(
      fc.property(graphs(9), (graph) => {
        const { partners, gap } = solved(graph, 0);
        const aims = aimsOf(graph, takenOf(graph, partners));
        const best = bestByTrying(graph);
        assert.deepEqual(aims.slice(0, -2), best.slice(0, -2));
        if (gap !== null) assert.ok((best.at(-2) ?? 0) - (aims.at(-2) ?? 0) <= gap);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the same to the bit whether it sorts the arcs of peers from one end or from both', () => {
    for (const isRough of [false, true]) {
      const input = company({ people: 700, seed: 5, family: 's' });
      const { problem } = peerGraph({ pool: prepare(input), settings: input.settings }, { seed: 5 });
      const once = solveByAuction(problem, { isRough, isBothWays: true });
      assert.deepEqual(once, solveByAuction(problem, { isRough }));
    }
  });

  it('comes as near by the way of many people as the gap says, and finds what is exact by that of few', () => {
    for (const seed of [1, 2, 3]) {
      const input = company({ people: 600, seed, family: 's' });
      const { problem } = peerGraph({ pool: prepare(input), settings: input.settings }, { seed });
      const exact = solvePeers(problem, solveByEngine);
      const near = solvePeers(problem, solveByEngine, { exactUpTo: 0 });
      const count = (partners: Int32Array): number => partners.filter((partner) => partner !== -1).length;
      assert.equal(count(near.partners), count(exact.partners));
      assert.equal(exact.gap, 0);
      assert.ok(near.shortfall >= exact.shortfall);
      if (near.gap !== null) assert.ok(near.shortfall - exact.shortfall <= near.gap);
    }
  });
});

describe('raisedPrices', () => {
  it('price no pair below what it is worth, whatever was found, and say how much less it is worth', () => {
    fc.assert(
      fc.property(graphs(9), fc.boolean(), fc.nat(), ({ size, pairs, waiting }, isRough, seed) => {
        const problem = graphOf(size, pairs, waiting);
        const halves = takeHalves(problem, solveByAuction(problem, { isRough, isBothWays: true }));
        const dice = diceOf(seed);
        const shaken = halves.price.map((own) => own + (dice(3) - 1) * dice(5000));
        const { price, slack } = raisedPrices(problem, { ...halves, price: shaken });
        const worth = worthOfArcs(problem, halves.units);
        assert.ok(price.every((own) => own >= 0));
        for (let person = 0; person < size; person += 1) {
          for (let arc = problem.arcStart[person] ?? 0; arc < (problem.arcStart[person + 1] ?? 0); arc += 1) {
            const both = (price[person] ?? 0) + (price[problem.arcMentor[arc] ?? 0] ?? 0);
            assert.equal(slack[arc], both - (worth[arc] ?? 0));
            assert.ok((slack[arc] ?? -1) >= 0);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('arcsWithin', () => {
  it('are those of less slack, in their rows', () => {
    const all = {
      start: Int32Array.of(0, 3, 3, 5),
      to: Int32Array.of(1, 2, 0, 1, 0),
      slack: Float64Array.of(4, 0, 9, 3, 2),
    };
    assert.deepEqual(arcsWithin(all, 4), {
      start: Int32Array.of(0, 1, 1, 3),
      to: Int32Array.of(2, 1, 0),
      slack: Float64Array.of(0, 3, 2),
    });
  });
});

describe('coverMost', () => {
  it('alone reaches the first two aims, from whatever pairs it begins with', () => {
    fc.assert(
      fc.property(graphs(10), fc.nat(), (graph, seed) => {
        const dice = diceOf(seed);
        const partners = new Int32Array(graph.size).fill(-1);
        for (const { a, b } of graph.pairs) {
          if (partners[a] !== -1 || partners[b] !== -1 || dice(2) === 0) continue;
          partners[a] = b;
          partners[b] = a;
        }
        coverMost(graphOf(graph.size, graph.pairs, graph.waiting), partners);
        const aims = aimsOf(graph, takenOf(graph, partners));
        assert.deepEqual(aims.slice(0, -2), bestByTrying(graph).slice(0, -2));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('peerGraph', () => {
  it('knows what each pair costs as the fit says, both ways', () => {
    fc.assert(
      fc.property(pools({ size: 9, mode: 'peers' }), (input) => {
        const context = { pool: prepare(input), settings: input.settings };
        const { people, problem } = peerGraph(context, input);
        for (const [a, one] of people.entries()) {
          for (let arc = problem.arcStart[a] ?? 0; arc < (problem.arcStart[a + 1] ?? 0); arc += 1) {
            const other = people[problem.arcMentor[arc] ?? 0];
            assert.ok(other !== undefined);
            assert.equal(problem.arcCost[arc], shortfall(fitOf(context, one, other)));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps for each person at least the best few, or all there are', () => {
    const input = company({ people: 12_500, seed: 3, family: 's' });
    const context = { pool: prepare(input), settings: input.settings };
    const { people, problem, isComplete } = peerGraph(context, { seed: 3 });
    assert.equal(isComplete, false);
    for (const at of [0, 17, 4000, people.length - 1]) {
      const kept = (problem.arcStart[at + 1] ?? 0) - (problem.arcStart[at] ?? 0);
      assert.ok(kept >= 30, `${kept}`);
    }
  });
});
