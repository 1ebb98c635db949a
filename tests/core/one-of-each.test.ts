import assert from 'node:assert/strict';
import { oneOfEach } from '../../bot/core/one-of-each.ts';

describe('oneOfEach', () => {
  it('hands out what was made for the first of each key', () => {
    const share = oneOfEach(
      (list: readonly string[]) => JSON.stringify(list),
      (list) => list,
    );
    const [first, other] = [
      ['en', 'de'],
      ['de', 'en'],
    ];
    assert.equal(share(first), first);
    assert.equal(share(['en', 'de']), first);
    assert.equal(share(other), other);
  });
});
