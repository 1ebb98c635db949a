import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { brokenRules } from '../../../bot/core/pairing/broken-rules.ts';
import { prepare } from '../../../bot/core/pairing/prepare.ts';
import { TELLING_RULES } from '../../../bot/core/pairing/rules/all-rules.ts';
import { topic } from '../../../bot/core/pairing/rules/topic.ts';
import { topicSharers } from '../../../bot/core/pairing/topic-sharers.ts';
import { pools } from '../../helpers/pools.ts';

describe('brokenRules', () => {
  for (const mode of ['mentoring', 'peers'] as const) {
    it(`says of every two what each rule says when it is asked (${mode})`, () => {
      let [held, broken] = [0, 0];
      fc.assert(
        fc.property(pools({ size: 9, mode }), (input) => {
          const context = { pool: prepare(input), settings: input.settings };
          const ruledOut = brokenRules(context);
          for (const person of context.pool.members) {
            const out = ruledOut(person);
            for (const partner of context.pool.members) {
              for (const [at, rule] of TELLING_RULES.entries()) {
                const holds = rule.holds(context, partner, person);
                assert.equal(out[at]?.has(partner.at), !holds, rule.name);
                if (holds) held += 1;
                else broken += 1;
              }
            }
          }
        }),
      );
      assert.ok(held > 1000 && broken > 1000);
    });
  }
});

describe('topicSharers', () => {
  for (const mode of ['mentoring', 'peers'] as const) {
    it(`finds each whom the rule of topics admits once, but nobody kept apart (${mode})`, () => {
      fc.assert(
        fc.property(pools({ size: 9, mode }), (input) => {
          const context = { pool: prepare(input), settings: input.settings };
          const sharing = topicSharers(context);
          for (const person of context.pool.members) {
            const expected = context.pool.members.filter(
              (partner) =>
                partner !== person &&
                !context.pool.isForbidden(partner, person) &&
                topic.holds(context, partner, person),
            );
            const found = sharing(person);
            assert.deepEqual(
              found.placesIn(found),
              expected.map(({ at }) => at),
            );
          }
        }),
      );
    });
  }
});
