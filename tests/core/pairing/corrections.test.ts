import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  joinPinned,
  placeCorrections,
  stillHolding,
  withCorrection,
} from '../../../bot/core/pairing/corrections.ts';
import type { PairingInput, PairingResult } from '../../../bot/core/pairing/input.ts';
import { pairRound } from '../../../bot/core/pairing/pair-round.ts';
import { Refusal } from '../../../bot/core/refusal.ts';
import type { Correction } from '../../../bot/core/round.ts';
import { anInput, aPoolMember, personId, pools } from '../../helpers/pools.ts';

const decide = (kind: Correction['kind'], one: string, other: string): Correction => ({
  kind,
  people: [personId(one), personId(other)],
});

function solve(input: PairingInput, corrections: readonly Correction[]): PairingResult {
  const placed = placeCorrections(input, corrections);
  return joinPinned(input, corrections, placed, pairRound(placed.rest));
}

const pairsOf = (result: PairingResult): readonly string[] =>
  result.suggestions.map(({ sides }) =>
    sides
      .map((side) => side.personId)
      .toSorted()
      .join('+'),
  );

const mentor = (id: string, changes: Parameters<typeof aPoolMember>[1] = {}) =>
  aPoolMember(id, { needs: [], freeAsMentee: 0, freeAsMentor: 1, ...changes });
const seeker = (id: string, changes: Parameters<typeof aPoolMember>[1] = {}) =>
  aPoolMember(id, { freeAsMentor: 0, ...changes });

const refuses = (rule: string) => (error: unknown) =>
  error instanceof Refusal && error.code === 'pin-breaks-rule' && error.facts['rule'] === rule;

describe('Corrections by hand', () => {
  it('put two people together and solve the rest around them', () => {
    const input = anInput([mentor('m1'), mentor('m2'), seeker('a'), seeker('b')]);
    for (const pinned of ['m1', 'm2']) {
      const result = solve(input, [decide('pin', 'a', pinned)]);
      assert.ok(pairsOf(result).includes(`a+${pinned}`));
      const { peoplePaired, maximum, leftOut, brokenRules, proposals, fitBands } = result.figures;
      assert.deepEqual([peoplePaired, maximum, leftOut, brokenRules, proposals], [2, 2, 0, 0, 2]);
      assert.equal(
        fitBands.reduce((sum, count) => sum + count, 0),
        2,
      );
    }
  });

  it('keep two people apart, also where that leaves one without company', () => {
    const input = anInput([mentor('m'), seeker('a')]);
    assert.deepEqual(pairsOf(solve(input, [])), ['a+m']);
    const apart = solve(input, [decide('forbid', 'm', 'a')]);
    assert.deepEqual([pairsOf(apart), apart.figures.leftOut], [[], 1]);
  });

  it('name what stands against a pin where the directory shows it, and all else as one thing', () => {
    const people = [
      mentor('m'),
      seeker('a'),
      mentor('french', { languages: ['fr'] }),
      mentor('full', { freeAsMentor: 0 }),
      mentor('above', { level: 3 }),
    ];
    const managed = new Map([[personId('a'), personId('above')]]);
    const input = anInput(people, { pool: { managerOf: managed } });
    const pin = (one: string, other: string) => () => solve(input, [decide('pin', one, other)]);
    assert.throws(pin('a', 'french'), refuses('between-them'));
    assert.throws(pin('a', 'full'), refuses('between-them'));
    assert.throws(pin('a', 'above'), refuses('reporting-line'));
    assert.throws(pin('a', 'nobody'), refuses('away'));
    const both = [decide('forbid', 'a', 'm'), decide('pin', 'm', 'a')];
    assert.throws(() => solve(input, both), refuses('between-them'));
    const circles = anInput([seeker('a'), seeker('b')], { settings: { mode: 'circles' } });
    assert.throws(() => solve(circles, [decide('pin', 'a', 'b')]), refuses('circles'));
  });

  it('tell that one does not want the other no otherwise than that they share no language', () => {
    const told = (input: ReturnType<typeof anInput>): unknown => {
      try {
        return solve(input, [decide('pin', 'a', 'm')]);
      } catch (error) {
        assert.ok(error instanceof Refusal);
        return [error.code, error.facts];
      }
    };
    const unwanted = anInput([mentor('m'), seeker('a')], {
      pool: { forbidden: [[personId('a'), personId('m')]] },
    });
    const foreign = anInput([mentor('m', { languages: ['fr'] }), seeker('a')]);
    assert.deepEqual(told(unwanted), ['pin-breaks-rule', { rule: 'between-them' }]);
    assert.deepEqual(told(unwanted), told(foreign));
  });

  it('never give away the same place twice', () => {
    const input = anInput([mentor('m'), seeker('a'), seeker('b')]);
    const twice = [decide('pin', 'a', 'm'), decide('pin', 'b', 'm')];
    assert.throws(() => solve(input, twice), refuses('between-them'));
    assert.deepEqual(stillHolding(input, twice), [twice[0]]);
  });

  it('make an exchange of two who may guide each other', () => {
    const result = solve(anInput([aPoolMember('a'), aPoolMember('b')]), [decide('pin', 'a', 'b')]);
    assert.deepEqual(
      result.suggestions.map(({ kind }) => kind),
      ['exchange'],
    );
    assert.deepEqual([result.figures.peoplePaired, result.figures.brokenRules], [2, 0]);
  });

  it('follow the last decision about the same two people', () => {
    const first = withCorrection([], [personId('a'), personId('b')], 'pin');
    const second = withCorrection(first, [personId('b'), personId('a')], 'forbid');
    assert.deepEqual(second, [decide('forbid', 'b', 'a')]);
    assert.deepEqual(withCorrection(second, [personId('a'), personId('b')], null), []);
  });

  for (const mode of ['mentoring', 'peers'] as const) {
    it(`break no rule and are kept, whatever the people (${mode})`, () => {
      let pinned = 0;
      fc.assert(
        fc.property(pools({ size: 8, mode }), fc.nat(7), fc.nat(7), (input, one, other) => {
          const members = input.pool.members;
          const [a, b] = [members[one % members.length], members[other % members.length]];
          if (a === undefined || b === undefined || a === b) return;
          const correction = decide('pin', a.personId, b.personId);
          const [kept] = stillHolding(input, [correction]);
          if (kept === undefined) return;
          pinned += 1;
          const result = solve(input, [kept]);
          const two = [a.personId, b.personId].toSorted().join('+');
          assert.ok(pairsOf(result).includes(two));
          assert.equal(result.figures.brokenRules, 0);
          const apart = solve(input, [decide('forbid', a.personId, b.personId)]);
          assert.ok(!pairsOf(apart).includes(two));
          assert.equal(apart.figures.brokenRules, 0);
        }),
        { numRuns: 1500 },
      );
      assert.ok(pinned > 20, `only ${pinned} pins were possible`);
    });
  }
});
