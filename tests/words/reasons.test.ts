import assert from 'node:assert/strict';
import { asId } from '../../bot/core/ids.ts';
import type { PersonId, TopicId } from '../../bot/core/ids.ts';
import type { RuleName } from '../../bot/core/pairing/rules/rule.ts';
import { RULE_NAMES } from '../../bot/core/pairing/rules/rule.ts';
import { LOCALES } from '../../bot/core/person.ts';
import type { Topic } from '../../bot/core/person.ts';
import type { Reason } from '../../bot/core/round.ts';
import { leftOutInWords } from '../../bot/words/left-out.ts';
import { reasonSentences } from '../../bot/words/reasons.ts';
import type { ReasonFacts } from '../../bot/words/reasons.ts';

const [ada, bo, cy] = ['ada', 'bo', 'cy'].map((id) => asId<PersonId>(id)) as [PersonId, PersonId, PersonId];
const topic = (name: string, kind: Topic['kind']): [TopicId, Topic] => [
  asId<TopicId>(name),
  { id: asId<TopicId>(name), name, kind, aliases: [] },
];
const facts: ReasonFacts = {
  people: [ada, bo],
  names: new Map([
    [ada, 'Ada'],
    [bo, 'Bo'],
    [cy, 'Cy'],
  ]),
  topics: new Map([topic('Changing career', 'experience'), topic('Go', 'skill'), topic('Rust', 'skill')]),
  window: { startMinute: 540, endMinute: 720 },
};
const about = (name: string, weight: number): Reason => ({
  kind: 'topic',
  topic: asId<TopicId>(name),
  mentor: ada,
  mentee: bo,
  weight,
});
const reasons: readonly Reason[] = [
  about('Changing career', 300),
  about('Go', 100),
  { kind: 'step', mentor: ada, levels: 2, years: 4, weight: 90 },
  about('Rust', 80),
  { kind: 'hours', minutesPerDay: 180, weight: 50 },
  { kind: 'other-department', weight: 40 },
  { kind: 'shared-need', topic: asId<TopicId>('Changing career'), weight: 20 },
  { kind: 'shared-offer', topic: asId<TopicId>('Changing career'), weight: 10 },
  { kind: 'language', language: 'de', weight: 0 },
  { kind: 'waited', person: bo, rounds: 2, weight: 0 },
];

describe('reasonSentences', () => {
  it('speaks to each side of its own part, skills in one sentence', () => {
    const mentee = reasonSentences(reasons, facts, { person: bo, locale: 'en' });
    assert.deepEqual(mentee, [
      'Ada has come through what you are facing: Changing career.',
      'Ada knows what you would like to learn: Go and Rust.',
      'Ada is 2 levels ahead of you.',
      '3 working hours a day in common: 9:00 to 12:00 your time.',
      'You work in different departments, so you can speak freely and hear a view from outside.',
      'You are both facing the same: Changing career.',
      'You have both come through Changing career.',
      'You both speak German.',
      'You have waited for 2 rounds.',
    ]);
    const mentor = reasonSentences(reasons, facts, { person: ada, locale: 'de' });
    assert.equal(mentor[0], 'Du hast hinter dir, was Bo vor sich hat: Den Beruf wechseln.');
    assert.equal(mentor[2], 'Du bist Bo 2 Stufen voraus.');
  });

  it('tells a coordinator when both work on the clock of each', () => {
    const hours: readonly Reason[] = [{ kind: 'hours', minutesPerDay: 180, weight: 1 }];
    const on = (startMinute: number, locale: 'en' | 'de') => {
      const [one, other] = [
        { startMinute: 540, endMinute: 720 },
        { startMinute, endMinute: startMinute + 180 },
      ];
      const clocks = [
        { person: ada, window: one },
        { person: bo, window: other },
      ] as const;
      return reasonSentences(hours, { ...facts, window: null, clocks }, { person: null, locale });
    };
    assert.deepEqual(on(810, 'en'), [
      '3 working hours a day in common: 9:00 to 12:00 for Ada, 13:30 to 16:30 for Bo.',
    ]);
    assert.deepEqual(on(540, 'de'), ['3 gemeinsame Arbeitsstunden am Tag: für beide 9:00 bis 12:00 Uhr.']);
  });

  it('tells the partner nothing of who has waited, and the coordinator does know', () => {
    const waited = (person: PersonId | null) =>
      reasonSentences([{ kind: 'waited', person: bo, rounds: 1, weight: 0 }], facts, {
        person,
        locale: 'en',
      });
    assert.deepEqual(waited(ada), []);
    assert.deepEqual(waited(bo), ['You have waited for one round.']);
    assert.deepEqual(waited(null), ['Bo has waited for one round.']);
  });

  it('has a sentence for every reason, reader and company, in every language', () => {
    for (const locale of LOCALES) {
      for (const person of [ada, bo, cy, null]) {
        for (const people of [
          [ada, bo],
          [ada, bo, cy],
        ]) {
          for (const window of [null, facts.window]) {
            const lines = reasonSentences(reasons, { ...facts, people, window }, { person, locale });
            assert.ok(lines.length >= 7);
            assert.ok(lines.every((line) => !line.includes('{{') && !line.includes('undefined')));
          }
        }
      }
    }
  });

  it('makes names safe where it is told how', () => {
    const reader = { person: bo, locale: 'en', literal: (text: string) => `<${text}>` } as const;
    assert.equal(
      reasonSentences(reasons, facts, reader)[0],
      '<Ada> has come through what you are facing: <Changing career>.',
    );
  });
});

const cause = (rule: string, count = 2) => ({ causes: [{ rule, count }], remedies: [] });
const remedy = (rule: string, from: number, to: number, count: number) =>
  leftOutInWords('en', { causes: [], remedies: [{ rule, from, to, count }] }).remedies[0];

describe('leftOutInWords', () => {
  it('has words for every cause, in every language, except that somebody asked not to be paired', () => {
    const silent: readonly RuleName[] = ['do-not-pair-or-cooldown'];
    for (const locale of LOCALES) {
      for (const rule of RULE_NAMES) {
        const { causes } = leftOutInWords(locale, cause(rule));
        assert.equal(causes.length, silent.includes(rule) ? 0 : 1);
      }
      assert.deepEqual(leftOutInWords(locale, cause('a rule of last year')).causes, []);
    }
  });

  it('says what would change it', () => {
    assert.equal(
      remedy('common-hours', 3, 2, 9),
      'With at least 2 working hours in common instead of 3 working hours, 9 colleagues would fit.',
    );
    assert.equal(
      remedy('common-hours', 3, 0, 1),
      'If no hours in common were asked for, one colleague would fit.',
    );
    assert.equal(
      remedy('step-ahead', 2, 3, 1),
      'If a mentor may be up to 3 levels ahead instead of 2 levels, one colleague would fit.',
    );
    assert.equal(remedy('step-ahead', 1, 0, 4), 'If the same level were enough, 4 colleagues would fit.');
    assert.equal(
      remedy('capacity', 0, 1, 1),
      'One more free place with the colleague who fits would be enough.',
    );
  });

  it('says who would help where no rule could be changed', () => {
    assert.deepEqual(leftOutInWords('en', cause('step-ahead')).remedies, [
      'No change of the rules would help. Somebody new who has come through this would.',
    ]);
  });

  it('says what two changes together would do', () => {
    const also = { rule: 'common-hours', from: 3, to: 2 };
    const remedies = [{ rule: 'step-ahead', from: 2, to: 3, count: 1, also }];
    assert.deepEqual(leftOutInWords('en', { causes: [], remedies }).remedies, [
      'One change alone is not enough. With both, one colleague would fit. A mentor up to 3 levels ahead instead of 2 levels. At least 2 working hours in common instead of 3 working hours.',
    ]);
    assert.match(leftOutInWords('de', { causes: [], remedies }).remedies[0] ?? '', /Mit beiden/);
  });
});
