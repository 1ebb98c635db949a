import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { PersonId } from '../../../bot/core/ids.ts';
import type { PairingInput } from '../../../bot/core/pairing/input.ts';
import { pairRound } from '../../../bot/core/pairing/pair-round.ts';
import { HARD_RULES } from '../../../bot/core/pairing/rules/all-rules.ts';
import { aimsOfRound } from '../../helpers/aims.ts';
import { isBetter } from '../../helpers/assignments.ts';
import { anInput, aPoolMember, personId, pools, topicId } from '../../helpers/pools.ts';

const mentoring = pools({ size: 9, mode: 'mentoring' });
const either = fc.oneof(mentoring, pools({ size: 9, mode: 'peers' }));

const aims = (input: PairingInput): readonly number[] => aimsOfRound(input, pairRound(input));

/** New names, in another order than the old ones. */
function renamed(input: PairingInput, turn: number): PairingInput {
  const places = new Map(input.pool.members.map((member, at) => [member.personId, at]));
  const name = (id: PersonId): PersonId =>
    personId(`n${(((places.get(id) ?? 0) * 7 + turn) % 11).toString()}-${id}`);
  return {
    ...input,
    pool: {
      members: input.pool.members.map((one) => ({ ...one, personId: name(one.personId) })),
      managerOf: new Map([...input.pool.managerOf].map(([low, high]) => [name(low), name(high)])),
      forbidden: input.pool.forbidden.map(([a, b]) => [name(a), name(b)] as const),
    },
  };
}

describe('a round, changed in a way whose effect is known', () => {
  it('reaches the same aims whatever the people are called; ties alone look at names', () => {
    fc.assert(
      fc.property(mentoring, fc.nat(10), (input, turn) => {
        assert.deepEqual(aims(renamed(input, turn)), aims(input));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same to the bit in any order of the input', () => {
    const mixed = either.chain((input) =>
      fc.record({
        input: fc.constant(input),
        members: fc.shuffledSubarray([...input.pool.members], { minLength: input.pool.members.length }),
        forbidden: fc.shuffledSubarray([...input.pool.forbidden], {
          minLength: input.pool.forbidden.length,
        }),
      }),
    );
    fc.assert(
      fc.property(mixed, ({ input, members, forbidden }) => {
        const other = { ...input, pool: { ...input.pool, members, forbidden } };
        assert.equal(JSON.stringify(pairRound(other)), JSON.stringify(pairRound(input)));
      }),
      { numRuns: 300 },
    );
  });

  it('pairs no fewer, and reaches no lower aim, when a mentor joins', () => {
    fc.assert(
      fc.property(mentoring, fc.integer({ min: 1, max: 5 }), (input, level) => {
        const mentor = aPoolMember('new', {
          level: level as 1 | 2 | 3 | 4 | 5,
          languages: ['en', 'de', 'fr', 'hi'],
          offers: ['a', 'b', 'c', 'd', 'e'].map(topicId),
          needs: [],
          freeAsMentee: 0,
        });
        const wider = { ...input, pool: { ...input.pool, members: [...input.pool.members, mentor] } };
        assert.ok(!isBetter(aims(input), aims(wider)));
      }),
      { numRuns: 300 },
    );
  });

  it('pairs no fewer of any class when a rule is relaxed', () => {
    fc.assert(
      fc.property(mentoring, (input) => {
        const before = aims(input).slice(0, -1);
        for (const { settings } of HARD_RULES.flatMap((rule) => rule.relax(input.settings))) {
          assert.ok(!isBetter(before, aims({ ...input, settings }).slice(0, -1)));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('reaches no lower aim when common hours are relaxed, which the fit does not look at', () => {
    fc.assert(
      fc.property(mentoring, (input) => {
        const commonHours = Math.max(0, input.settings.commonHours - 1);
        const relaxed = { ...input, settings: { ...input.settings, commonHours } };
        assert.ok(!isBetter(aims(input), aims(relaxed)));
      }),
      { numRuns: 200 },
    );
  });

  it('would notice: without the only mentor the aim is lower', () => {
    const mentor = aPoolMember('m', { level: 4, needs: [], freeAsMentee: 0 });
    const seeker = aPoolMember('s', { freeAsMentor: 0 });
    assert.ok(isBetter(aims(anInput([mentor, seeker])), aims(anInput([seeker]))));
  });
});
