import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { countBroken } from '../../../bot/core/pairing/check.ts';
import type { PairingInput, Suggestion } from '../../../bot/core/pairing/input.ts';
import { pairRound } from '../../../bot/core/pairing/pair-round.ts';
import { circleAgain } from '../../../bot/core/pairing/warm/circle-again.ts';
import { DEFAULT_HOURS } from '../../../bot/core/person.ts';
import type { PoolMember } from '../../../bot/core/ports/rounds.ts';
import { anInput, aPoolMember, personId, pools, topicId } from '../../helpers/pools.ts';

const circles = pools({ size: 9, mode: 'circles' });

const circle = (ids: readonly string[]): Suggestion => ({
  kind: 'circle',
  sides: ids.map((id) => ({ personId: personId(id), role: 'peer' })),
  fit: 0,
  reasons: [],
});

/** The same awkward people, but near enough that there is something to decide. */
const near = circles.map((input): PairingInput => ({
  ...input,
  pool: {
    ...input.pool,
    members: input.pool.members.map((member, at) => ({
      ...member,
      timeZone: at % 3 === 0 ? 'UTC' : 'Europe/Berlin',
      languages: [...new Set([...member.languages, at % 4 === 0 ? 'de' : 'en'])],
      level: member.level < 3 ? 3 : member.level,
      hours: DEFAULT_HOURS,
    })),
  },
}));

/** Every circle that no rule forbids, by the independent check alone, as bits of the members' places. */
function possible({ pool, ...input }: PairingInput): number[] {
  const ids = pool.members.map((member) => member.personId);
  const sets = Array.from({ length: 1 << ids.length }, (_none, bits) => bits);
  return sets.filter((bits) => {
    const own = ids.filter((_id, at) => ((bits >> at) & 1) === 1);
    return own.length >= 3 && own.length <= 5 && countBroken({ ...input, pool }, [circle(own)]) === 0;
  });
}

function mostPlaced(sets: readonly number[]): number {
  const known = new Map<number, number>();
  const best = (used: number): number => {
    const before = known.get(used);
    if (before !== undefined) return before;
    let most = used.toString(2).replaceAll('0', '').length;
    for (const set of sets) if ((set & used) === 0) most = Math.max(most, best(used | set));
    known.set(used, most);
    return most;
  };
  return best(0);
}

const many = (count: number, change: (at: number) => Partial<PoolMember> = () => ({})): PairingInput =>
  anInput(
    Array.from({ length: count }, (_none, at) => aPoolMember(`p${at}`, change(at))),
    { settings: { mode: 'circles' } },
  );

const sizes = (input: PairingInput): number[] =>
  pairRound(input)
    .suggestions.map(({ sides }) => sides.length)
    .sort((a, b) => a - b);

describe('a round of circles', () => {
  it('breaks no rule, has three to five in each circle, and nobody twice', () => {
    fc.assert(
      fc.property(circles, (input) => {
        const { suggestions, figures, leftOut } = pairRound(input);
        assert.equal(figures.brokenRules, 0);
        for (const { kind, sides, reasons } of suggestions) {
          assert.equal(kind, 'circle');
          assert.ok(sides.length >= 3 && sides.length <= 5);
          assert.ok(reasons.some((reason) => reason.kind === 'circle'));
        }
        assert.ok(leftOut.every(({ causes }) => causes.length > 0));
      }),
      { numRuns: 400 },
    );
  });

  it('places as many as trying everything, for up to nine people', () => {
    let rounds = 0;
    fc.assert(
      fc.property(near, (input) => {
        const most = mostPlaced(possible(input));
        const { peoplePaired, maximum } = pairRound(input).figures;
        assert.deepEqual([peoplePaired, maximum], [most, most]);
        rounds += most > 0 ? 1 : 0;
      }),
      { numRuns: 300, seed: 11 },
    );
    assert.ok(rounds > 50, `${rounds}`);
  });

  it('places hardly fewer by the way of many people, and breaks no rule', () => {
    const bigger = fc.tuple(near, near).map(([one, other]): PairingInput => {
      const renamed = other.pool.members.map((member) => ({
        ...member,
        personId: personId(`q-${member.personId}`),
      }));
      return { ...one, pool: { ...one.pool, members: [...one.pool.members, ...renamed] } };
    });
    let [placed, most] = [0, 0];
    fc.assert(
      fc.property(bigger, (input) => {
        fc.pre(input.pool.members.length > 12 && input.pool.members.length <= 15);
        const { figures } = pairRound(input);
        assert.equal(figures.brokenRules, 0);
        const best = mostPlaced(possible(input));
        if (figures.maximum !== null) assert.equal(figures.peoplePaired, best);
        placed += figures.peoplePaired;
        most += best;
      }),
      { numRuns: 12, seed: 5 },
    );
    assert.ok(placed <= most && placed >= most * 0.95, `${placed} of ${most}`);
  });

  it('leaves no one or two over where they fit in', () => {
    assert.deepEqual(sizes(many(3)), [3]);
    assert.deepEqual(sizes(many(5)), [5]);
    assert.deepEqual(sizes(many(6)), [3, 3]);
    assert.deepEqual(sizes(many(7)), [3, 4]);
    for (const count of [8, 9, 10, 11, 13, 14, 22]) {
      assert.equal(
        sizes(many(count)).reduce((sum, size) => sum + size, 0),
        count,
      );
    }
  });

  it('leaves two alone who are only two', () => {
    assert.deepEqual(sizes(many(2)), []);
    assert.equal(pairRound(many(2)).figures.maximum, 0);
  });

  it('asks one topic, one language and common hours of all, not only of every two', () => {
    const topics = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ].map((names) => names.map(topicId));
    assert.deepEqual(sizes(many(3, (at) => ({ needs: topics[at] ?? [], offers: [] }))), []);
    const languages = [
      ['en', 'de'],
      ['de', 'fr'],
      ['fr', 'en'],
    ];
    assert.deepEqual(sizes(many(3, (at) => ({ languages: languages[at] ?? [] }))), []);
    const days = [
      [1, 2],
      [2, 3],
      [3, 1],
    ] as const;
    const at9to5 = (own: readonly (1 | 2 | 3)[]) => ({ days: own, startMinute: 540, endMinute: 1020 });
    assert.deepEqual(sizes(many(3, (at) => ({ hours: at9to5(days[at] ?? [1]) }))), []);
  });

  it('is found out when a circle breaks what holds for all', () => {
    const topics = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ].map((names) => names.map(topicId));
    const input = many(3, (at) => ({ needs: topics[at] ?? [], offers: [] }));
    assert.equal(countBroken(input, [circle(['p0', 'p1', 'p2'])]), 1);
    assert.equal(countBroken(many(3), [circle(['p0', 'p1', 'p2'])]), 0);
    assert.equal(countBroken(many(3), [circle(['p0', 'p1'])]), 1);
    assert.equal(countBroken(many(6), [circle(['p0', 'p1', 'p2', 'p3', 'p4', 'p5'])]), 1);
  });

  it('goes on as a smaller circle as long as three remain', () => {
    const ids = ['p0', 'p1', 'p2', 'p3'].map(personId);
    assert.equal(circleAgain(many(4), ids.slice(1))?.sides.length, 3);
    assert.equal(circleAgain(many(4), ids.slice(2)), null);
  });

  it('does not care in which order the input comes', () => {
    fc.assert(
      fc.property(circles, (input) => {
        const other = { ...input, pool: { ...input.pool, members: input.pool.members.toReversed() } };
        assert.deepEqual(pairRound(other), pairRound(input));
      }),
      { numRuns: 200 },
    );
  });
});
