import assert from 'node:assert/strict';
import { differenceOf } from '../../../bot/core/pairing/compare.ts';
import { personId } from '../../helpers/pools.ts';

const pair = (mentor: string, mentee: string) => ({
  sides: [
    { personId: personId(mentor), role: 'mentor' as const },
    { personId: personId(mentee), role: 'mentee' as const },
  ],
});
const peers = (...people: string[]) => ({
  sides: people.map((id) => ({ personId: personId(id), role: 'peer' as const })),
});

describe('The difference of two rounds', () => {
  it('says who keeps, changes, finds and loses company, of those who look for somebody', () => {
    const before = [pair('m', 'same'), pair('n', 'moved'), pair('o', 'lost')];
    const after = [pair('o', 'gained'), pair('m', 'same'), pair('p', 'moved')];
    assert.deepEqual(differenceOf(before, after), {
      same: 1,
      moved: ['moved'],
      gained: ['gained'],
      lost: ['lost'],
    });
  });

  it('does not mind who is named first', () => {
    assert.deepEqual(differenceOf([peers('a', 'b', 'c')], [peers('c', 'a', 'b')]).same, 3);
    assert.deepEqual(differenceOf([peers('a', 'b')], [peers('a', 'b', 'c')]).moved, ['a', 'b']);
  });
});
