import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { heaviestMatching } from '../../../bot/core/pairing/peers/blossom.ts';
import type { WeightedEdge } from '../../../bot/core/pairing/peers/tight-edges.ts';
import { pairRound } from '../../../bot/core/pairing/pair-round.ts';
import { anInput, aPoolMember } from '../../helpers/pools.ts';

function heaviestByTrying(size: number, edges: readonly WeightedEdge[]): number {
  const weightOf = new Map(edges.map((edge) => [edge.a * size + edge.b, edge.weight]));
  const known = new Map<number, number>();
  const best = (used: number): number => {
    const first = Array.from({ length: size }, (_none, at) => at).find((at) => ((used >> at) & 1) === 0);
    if (first === undefined) return 0;
    const before = known.get(used);
    if (before !== undefined) return before;
    const withFirst = used | (1 << first);
    let most = best(withFirst);
    for (let other = first + 1; other < size; other += 1) {
      const weight = weightOf.get(first * size + other);
      if (weight === undefined || ((used >> other) & 1) === 1) continue;
      most = Math.max(most, weight + best(withFirst | (1 << other)));
    }
    known.set(used, most);
    return most;
  };
  return best(0);
}

const graphs = fc.integer({ min: 1, max: 10 }).chain((size) => {
  const ends = fc.tuple(fc.nat(size - 1), fc.nat(size - 1)).filter(([a, b]) => a < b);
  const edge = fc.tuple(ends, fc.integer({ min: 1, max: 9 })).map(([[a, b], weight]) => ({ a, b, weight }));
  const edges: fc.Arbitrary<WeightedEdge[]> =
    size < 2 ? fc.constant([]) : fc.uniqueArray(edge, { selector: ({ a, b }) => a * size + b });
  return fc.record({ size: fc.constant(size), edges });
});

describe('heaviestMatching', () => {
  it('is as heavy as the best of all matchings, and mutual', () => {
    fc.assert(
      fc.property(graphs, ({ size, edges }) => {
        const partners = heaviestMatching(size, edges);
        for (const [person, partner] of partners.entries()) {
          if (partner !== -1) assert.equal(partners[partner], person);
        }
        const total = edges.reduce((sum, { a, b, weight }) => sum + (partners[a] === b ? weight : 0), 0);
        assert.equal(total, heaviestByTrying(size, edges));
      }),
      { numRuns: 3000 },
    );
  });

  it('opens blossoms within blossoms', () => {
    // Two triangles and a five-ring that share their bases; heavy where greed would go wrong.
    const edges = [
      [0, 1, 8],
      [1, 2, 9],
      [0, 2, 8],
      [2, 3, 10],
      [3, 4, 8],
      [4, 5, 9],
      [5, 3, 8],
      [5, 6, 7],
      [6, 7, 9],
      [7, 8, 8],
      [8, 4, 6],
    ].map(([a = 0, b = 0, weight = 0]) => ({ a: Math.min(a, b), b: Math.max(a, b), weight }));
    const partners = heaviestMatching(9, edges);
    const total = edges.reduce((sum, { a, b, weight }) => sum + (partners[a] === b ? weight : 0), 0);
    assert.equal(total, heaviestByTrying(9, edges));
  });
});

const peers = (count: number) =>
  anInput(
    Array.from({ length: count }, (_none, at) => aPoolMember(`p${at}`)),
    { settings: { mode: 'peers' } },
  );

const speaks = (at: number, languages: string[]) => aPoolMember(`p${at}`, { languages });

describe('a round of peers', () => {
  it('lets the odd one out join a pair as a trio', () => {
    const { suggestions, leftOut } = pairRound(peers(5));
    assert.deepEqual(suggestions.map(({ kind }) => kind).sort(), ['peers', 'trio']);
    assert.deepEqual(leftOut, []);
  });

  it('makes no trio where a rule stands between two of the three', () => {
    const input = peers(3);
    const members = [speaks(0, ['en', 'de']), speaks(1, ['en']), speaks(2, ['de'])];
    const { suggestions, leftOut, figures } = pairRound({ ...input, pool: { ...input.pool, members } });
    assert.deepEqual(
      suggestions.map(({ kind }) => kind),
      ['peers'],
    );
    assert.equal(leftOut.length, 1);
    assert.equal(figures.brokenRules, 0);
  });

  it('leaves out who has waited least', () => {
    for (const waiting of [1, 2]) {
      const members = [speaks(0, ['en', 'de']), speaks(1, ['en']), speaks(2, ['de'])].map((one, at) => ({
        ...one,
        roundsWaited: at === waiting ? 1 : 0,
      }));
      const input = peers(3);
      const { leftOut } = pairRound({ ...input, pool: { ...input.pool, members } });
      assert.deepEqual(
        leftOut.map((one) => one.personId),
        [`p${3 - waiting}`],
      );
    }
  });

  it('proves the maximum when everyone who can meet someone does', () => {
    assert.equal(pairRound(peers(4)).figures.maximum, 4);
  });

  it('answers for one person alone', () => {
    const { suggestions, leftOut } = pairRound(peers(1));
    assert.deepEqual(suggestions, []);
    assert.deepEqual(leftOut[0]?.causes, [{ rule: 'topic', count: 0 }]);
  });
});
