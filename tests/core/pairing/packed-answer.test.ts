import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { SuggestionPacker, SuggestionUnpacker } from '../../../bot/core/pairing/packed-answer.ts';
import type { PackedSuggestions } from '../../../bot/core/pairing/packed-answer.ts';
import { pairRound } from '../../../bot/core/pairing/pair-round.ts';
import type { Suggestion } from '../../../bot/core/pairing/input.ts';
import { personId, pools } from '../../helpers/pools.ts';

const across = (packed: PackedSuggestions): PackedSuggestions =>
  structuredClone(packed, { transfer: [packed.figures.buffer] });

describe('packed suggestions', () => {
  for (const mode of ['mentoring', 'peers', 'circles'] as const) {
    it(`are the same again after they crossed to another thread in parts (${mode})`, () => {
      const kinds = new Set<string>();
      fc.assert(
        fc.property(pools({ size: 9, mode }), fc.integer({ min: 1, max: 3 }), (input, part) => {
          const people = input.pool.members.map((member) => member.personId);
          const { suggestions } = pairRound(input);
          const [packer, unpacker] = [new SuggestionPacker(), new SuggestionUnpacker(people)];
          const back = suggestions.flatMap((suggestion, at) => {
            packer.add(
              suggestion,
              suggestion.sides.map((side) => ({ at: people.indexOf(side.personId) })),
            );
            for (const reason of suggestion.reasons) kinds.add(reason.kind);
            return at % part === 0 ? unpacker.unpack(across(packer.take())) : [];
          });
          assert.deepEqual([...back, ...unpacker.unpack(across(packer.take()))], suggestions);
        }),
        { numRuns: 400 },
      );
      assert.ok(kinds.size >= (mode === 'circles' ? 3 : 6), [...kinds].join());
    });
  }

  it('hold whatever number there is', () => {
    const [a, b] = [personId('a'), personId('b')];
    const odd = [0.5, -3, 2 ** 31, 2 ** 53 - 1, 7];
    const suggestion: Suggestion = {
      kind: 'peers',
      sides: [a, b].map((id) => ({ personId: id, role: 'peer' })),
      fit: 12,
      reasons: odd.map((years) => ({ kind: 'step', mentor: b, levels: -years, years, weight: 2 * years })),
    };
    const packer = new SuggestionPacker();
    packer.add(suggestion, [{ at: 1 }, { at: 0 }]);
    assert.deepEqual(new SuggestionUnpacker([b, a]).unpack(across(packer.take())), [suggestion]);
  });
});
