import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { fitOf } from '../../../../bot/core/pairing/fit.ts';
import type { PairingInput } from '../../../../bot/core/pairing/input.ts';
import { pairTie } from '../../../../bot/core/pairing/pair-tie.ts';
import { prepare } from '../../../../bot/core/pairing/prepare.ts';
import type { PreparedMember } from '../../../../bot/core/pairing/prepare.ts';
import { isAdmissible } from '../../../../bot/core/pairing/rules/all-rules.ts';
import { nextBest } from '../../../../bot/core/pairing/warm/next-best.ts';
import { StandBy } from '../../../../bot/core/pairing/warm/stand-by.ts';
import type { Willing } from '../../../../bot/core/pairing/warm/stand-by.ts';
import { anInput, aPoolMember, personId, pools } from '../../../helpers/pools.ts';

/** The same by looking at everyone with every rule. */
function bestByLooking(input: PairingInput, { personId, role }: Willing): string | null {
  const context = { pool: prepare(input), settings: input.settings };
  const own = context.pool.members.find((member) => member.id === personId);
  if (own === undefined) return null;
  const tie = pairTie(input.seed);
  const found = context.pool.members.flatMap((other) => {
    const pair: [PreparedMember, PreparedMember] = role === 'mentor' ? [own, other] : [other, own];
    if (other === own || !isAdmissible(context, ...pair)) return [];
    return [
      {
        id: other.id,
        waited: role === 'mentee' ? 0 : other.waited,
        fit: fitOf(context, ...pair),
        tie: tie(...pair),
      },
    ];
  });
  return found.sort((a, b) => b.waited - a.waited || b.fit - a.fit || a.tie - b.tie)[0]?.id ?? null;
}

describe('nextBest', () => {
  for (const mode of ['mentoring', 'peers'] as const) {
    const roles = mode === 'peers' ? (['peer'] as const) : (['mentor', 'mentee', 'peer'] as const);
    it(`finds the one whom looking at everyone finds: ${mode}`, () => {
      fc.assert(
        fc.property(pools({ size: 9, mode }), fc.constantFrom(...roles), (input, role) => {
          const standBy = new StandBy(input);
          for (const { personId: id } of input.pool.members) {
            const suggestion = nextBest(standBy, { personId: id, role });
            const partner = suggestion?.sides.find((side) => side.personId !== id)?.personId ?? null;
            if (suggestion !== null) assert.equal(suggestion.kind, mode);
            assert.equal(partner, bestByLooking(input, { personId: id, role }));
          }
        }),
        { numRuns: 400 },
      );
    });
  }

  it('has nobody for someone who is not in the round', () => {
    const standBy = new StandBy(anInput([aPoolMember('a')]));
    assert.equal(nextBest(standBy, { personId: personId('stranger'), role: 'mentee' }), null);
  });
});
