import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { attackConfidence } from './canaries/canaries.ts';
import { scannerFor } from './canaries/scanner.ts';

describe('words that people confide', function () {
  this.timeout(120_000);

  it('stand in no log, metric, error, file, chat or export but their own', async () => {
    const attack = await attackConfidence(40);
    assert.equal(attack.canariesFound, 0, JSON.stringify(attack.foundIn));
    assert.ok(attack.canaries > 300, `${attack.canaries}`);
    assert.ok(attack.ownFound > 0, 'their own export holds them');
    assert.ok(attack.faults > 0, 'some of it was said while the store failed');
    assert.ok(attack.controlFound > 0, 'what is not sealed is found');
  });

  const word = 'k0123456789abcdef';
  const scan = scannerFor(word);
  const hidden: readonly (readonly [name: string, bytes: Buffer | string])[] = [
    ['as it is', `mood ${word}1.`],
    ['in capitals', word.toUpperCase()],
    ['in UTF-16', Buffer.from(`..${word}`, 'utf16le')],
    ['in UTF-16, the other way round', Buffer.from(`..${word}`, 'utf16le').swap16()],
    ['in hex', Buffer.from(`x${word}`).toString('hex')],
    ['in hex of UTF-16', Buffer.from(word, 'utf16le').toString('hex').toUpperCase()],
    ...['', 'a', 'ab'].map(
      (before) =>
        [
          `in base64 after ${before.length} letters`,
          Buffer.from(`${before}${word} and more`).toString('base64'),
        ] as const,
    ),
    ['in base64 of UTF-16', Buffer.from(`.${word}`, 'utf16le').toString('base64url')],
  ];
  for (const [name, bytes] of hidden) it(`are found ${name}`, () => assert.ok(scan(bytes) > 0));

  it('are not found where they are not', () => {
    assert.equal(scan('k0123456789abcde and k1123456789abcdef'), 0);
  });
});
