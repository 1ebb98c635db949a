import assert from 'node:assert/strict';
import { pairRound } from '../../../bot/core/pairing/pair-round.ts';
import type { PoolMember } from '../../../bot/core/ports/rounds.ts';
import { anInput, aPoolMember } from '../../helpers/pools.ts';

const seeker = aPoolMember('seeker', { freeAsMentor: 0 });
const mentor = (id: string, changes: Partial<PoolMember>): PoolMember =>
  aPoolMember(id, { needs: [], freeAsMentee: 0, ...changes });
const mentorsOf = (members: readonly PoolMember[]): readonly string[] =>
  pairRound(anInput(members)).suggestions.map(({ sides }) => sides[0]?.personId ?? '');

describe('Asking mentors again', () => {
  it('goes round: of two who fit alike, the rested one is asked', () => {
    for (const tired of ['a', 'b']) {
      const two = ['a', 'b'].map((id) => mentor(id, { guidedLately: id === tired ? 1 : 0 }));
      assert.deepEqual(mentorsOf([seeker, ...two]), [tired === 'a' ? 'b' : 'a']);
    }
  });

  it('yields to a clearly better fit after one time, and not after three', () => {
    // A level below the best step against one level ahead.
    const near = { level: 4 } as const;
    const far = { level: 5, department: 'Engineering' } as const;
    const asked = (guidedLately: number): readonly string[] =>
      mentorsOf([seeker, mentor('near', { ...near, guidedLately }), mentor('far', far)]);
    assert.deepEqual([asked(0), asked(1), asked(3)], [['near'], ['near'], ['far']]);
  });

  it('never costs anybody their mentor', () => {
    assert.deepEqual(mentorsOf([seeker, mentor('only', { guidedLately: 9 })]), ['only']);
  });
});
