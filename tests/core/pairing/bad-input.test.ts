import assert from 'node:assert/strict';
import { pairRound } from '../../../bot/core/pairing/pair-round.ts';
import type { PairingResult } from '../../../bot/core/pairing/input.ts';
import { Refusal } from '../../../bot/core/refusal.ts';
import { anInput, aPoolMember, personId } from '../../helpers/pools.ts';

const several = (count: number, changes: Parameters<typeof aPoolMember>[1] = {}) =>
  Array.from({ length: count }, (_none, at) => aPoolMember(`p${String(at).padStart(5, '0')}`, changes));

const outcome = ({ figures }: PairingResult): unknown[] => [
  figures.peoplePaired,
  figures.leftOut,
  figures.maximum,
  figures.brokenRules,
];

describe('a round over awkward input', function () {
  this.timeout(60_000);

  it('answers for nobody and for one person', () => {
    assert.deepEqual(outcome(pairRound(anInput([]))), [0, 0, 0, 0]);
    assert.deepEqual(outcome(pairRound(anInput(several(1)))), [0, 1, 0, 0]);
  });

  it('answers when nobody guides, and when nobody seeks', () => {
    assert.deepEqual(outcome(pairRound(anInput(several(20, { freeAsMentor: 0 })))), [0, 20, 0, 0]);
    assert.deepEqual(outcome(pairRound(anInput(several(20, { freeAsMentee: 0 })))), [0, 0, 0, 0]);
  });

  it('answers when everybody is kept apart from everybody', () => {
    const members = several(12);
    const ids = members.map((member) => member.personId);
    const forbidden = ids.flatMap((a) => ids.map((b) => [a, b] as const));
    const result = pairRound(anInput(members, { pool: { forbidden } }));
    assert.deepEqual(outcome(result), [0, 12, 0, 0]);
    assert.ok(result.leftOut.every(({ causes }) => causes.length > 0));
  });

  it('answers when the same pair is kept apart with somebody who is not there', () => {
    const forbidden = [
      [personId('p00000'), personId('gone')],
      [personId('gone'), personId('gone too')],
    ] as const;
    assert.deepEqual(outcome(pairRound(anInput(several(2), { pool: { forbidden } }))), [2, 0, 2, 0]);
  });

  it('pairs everyone where four million pairs are all alike', () => {
    const result = pairRound(anInput(several(2001)));
    assert.deepEqual(outcome(result), [2001, 0, 2001, 0]);
    assert.ok(result.figures.gap !== undefined && result.figures.gap < 0.0001);
  });

  it('pairs one of very many who all want the same mentor', () => {
    const mentor = aPoolMember('mentor', { needs: [], freeAsMentee: 0 });
    const members = [mentor, ...several(1000, { freeAsMentor: 0 })];
    assert.deepEqual(outcome(pairRound(anInput(members))), [1, 999, 1, 0]);
  });

  for (const [field, weights] of [
    ['experience', { experience: Number.NaN, skill: 1, step: 1, hours: 1, otherDepartment: 1 }],
    ['hours', { experience: 1, skill: 1, step: 1, hours: -5, otherDepartment: 1 }],
    ['step', { experience: 1, skill: 1, step: Infinity, hours: 1, otherDepartment: 1 }],
  ] as const) {
    it(`refuses a weight that is no weight: ${field}`, () => {
      assert.throws(
        () => pairRound(anInput(several(2), { settings: { weights } })),
        (error) => error instanceof Refusal && error.facts['field'] === field,
      );
    });
  }

  it('pairs by the rules alone when every weight is nothing', () => {
    const weights = { experience: 0, skill: 0, step: 0, hours: 0, otherDepartment: 0 };
    assert.deepEqual(outcome(pairRound(anInput(several(4), { settings: { weights } }))), [4, 0, 4, 0]);
  });
});
