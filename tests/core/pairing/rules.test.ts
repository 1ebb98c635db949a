import assert from 'node:assert/strict';
import type { PairingInput } from '../../../bot/core/pairing/input.ts';
import { prepare } from '../../../bot/core/pairing/prepare.ts';
import { HARD_RULES } from '../../../bot/core/pairing/rules/all-rules.ts';
import { commonHours } from '../../../bot/core/pairing/rules/common-hours.ts';
import { RULE_NAMES } from '../../../bot/core/pairing/rules/rule.ts';
import type { RuleName } from '../../../bot/core/pairing/rules/rule.ts';
import { stepAhead } from '../../../bot/core/pairing/rules/step-ahead.ts';
import type { PoolMember } from '../../../bot/core/ports/rounds.ts';
import { DEFAULT_SETTINGS } from '../../../bot/core/programme.ts';
import { anInput, aPoolMember, personId, topicId } from '../../helpers/pools.ts';

const mentor = (changes: Partial<PoolMember> = {}): PoolMember => aPoolMember('mentor', changes);
const mentee = (changes: Partial<PoolMember> = {}): PoolMember => aPoolMember('mentee', changes);

/** The rules that these two break, for `a` as the mentor of `b`. */
function broken(input: PairingInput): readonly RuleName[] {
  const pool = prepare(input);
  const [one, other] = ['mentor', 'mentee'].map((id) => pool.members.find((member) => member.id === id));
  assert.ok(one !== undefined && other !== undefined);
  const context = { pool, settings: input.settings };
  return HARD_RULES.filter((rule) => !rule.holds(context, one, other)).map((rule) => rule.name);
}

const apart = [topicId('other')];

describe('hard rules', () => {
  it('are all there, each once', () => {
    assert.deepEqual(HARD_RULES.map((rule) => rule.name).sort(), [...RULE_NAMES].sort());
  });

  const cases: [string, PairingInput, readonly RuleName[]][] = [
    ['hold for two who fit', anInput([mentor(), mentee()]), []],
    ['need a topic that is met', anInput([mentor({ offers: apart }), mentee()]), ['topic']],
    ['do not take a need the wrong way round', anInput([mentor({ offers: [] }), mentee()]), ['topic']],
    ['need a shared language', anInput([mentor({ languages: ['de'] }), mentee()]), ['language']],
    ['need common hours', anInput([mentor({ timeZone: 'America/Los_Angeles' }), mentee()]), ['common-hours']],
    ['allow the most levels ahead', anInput([mentor({ level: 5 }), mentee({ level: 3 })]), []],
    ['stop above them', anInput([mentor({ level: 5 }), mentee({ level: 2 })]), ['step-ahead']],
    ['let nobody look down', anInput([mentor({ level: 2 }), mentee({ level: 3 })]), ['step-ahead']],
    ['need a free place', anInput([mentor({ freeAsMentor: 0 }), mentee()]), ['capacity']],
    ['need someone who looks', anInput([mentor(), mentee({ freeAsMentee: 0 })]), ['capacity']],
    [
      'keep apart who must not be paired, whichever comes first',
      anInput([mentor(), mentee()], {
        pool: { forbidden: [[personId('mentor'), personId('mentee')]] },
      }),
      ['do-not-pair-or-cooldown'],
    ],
    [
      'never pair anyone with a boss of their boss',
      anInput([mentor(), mentee()], {
        pool: {
          managerOf: new Map([
            [personId('mentee'), personId('boss')],
            [personId('boss'), personId('mentor')],
          ]),
        },
      }),
      ['reporting-line'],
    ],
    [
      'allow two who report to the same person',
      anInput([mentor(), mentee()], {
        pool: {
          managerOf: new Map([
            [personId('mentee'), personId('boss')],
            [personId('mentor'), personId('boss')],
          ]),
        },
      }),
      [],
    ],
    [
      'let peers meet who have come through the same, one level apart',
      anInput([mentor({ level: 2, needs: [] }), mentee({ needs: [] })], { settings: { mode: 'peers' } }),
      [],
    ],
    [
      'keep peers apart who are two levels apart',
      anInput([mentor({ level: 1 }), mentee()], { settings: { mode: 'peers' } }),
      ['step-ahead'],
    ],
  ];
  for (const [name, input, expected] of cases) {
    it(name, () => assert.deepEqual(broken(input), expected));
  }
});

const steps = (min: number, max: number) =>
  stepAhead
    .relax({ ...DEFAULT_SETTINGS, stepsAhead: { min, max } })
    .map(({ settings }) => settings.stepsAhead);

describe('relaxing a rule', () => {
  it('takes common hours down one at a time, and not below none', () => {
    assert.deepEqual(
      commonHours.relax(DEFAULT_SETTINGS).map(({ from, to }) => [from, to]),
      [[3, 2]],
    );
    assert.deepEqual(commonHours.relax({ ...DEFAULT_SETTINGS, commonHours: 0 }), []);
  });

  it('widens the step at either end, within the ladder', () => {
    assert.deepEqual(steps(1, 2), [
      { min: 1, max: 3 },
      { min: 0, max: 2 },
    ]);
    assert.deepEqual(steps(0, 4), []);
  });
});
