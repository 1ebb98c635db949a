import assert from 'node:assert/strict';
import { helpCard } from '../../../bot/chat/cards/help.ts';
import { leaveQuestionCard, leftCard, stayedCard } from '../../../bot/chat/cards/leave.ts';
import { erasedCard, eraseQuestionCard, myDataCard } from '../../../bot/chat/cards/my-data.ts';
import {
  capacityCard,
  clock,
  hoursCard,
  languagesCard,
  rhythmCard,
} from '../../../bot/chat/cards/part-questions.ts';
import { pausedCard, pauseQuestionCard, resumedCard } from '../../../bot/chat/cards/pause.ts';
import { pickTopicsCard } from '../../../bot/chat/cards/pick-topics.ts';
import { profileCard } from '../../../bot/chat/cards/profile.ts';
import { topicsQuestionCard } from '../../../bot/chat/cards/topics-question.ts';
import {
  howItWorksCard,
  welcomeBackCard,
  welcomeCard,
  whoSeesCard,
} from '../../../bot/chat/cards/welcome.ts';
import { ROUTES } from '../../../bot/chat/routes.ts';
import { asId } from '../../../bot/core/ids.ts';
import { LIMITS } from '../../../bot/core/limits.ts';
import { COMMON_LANGUAGES } from '../../../bot/core/conversation/languages.ts';
import { TOPIC_SIDES } from '../../../bot/core/member.ts';
import { LOCALES } from '../../../bot/core/person.ts';
import type { Locale } from '../../../bot/core/person.ts';
import type { Message } from '../../../bot/core/ports/messaging.ts';
import { CATALOGUE } from '../../../bot/words/words.ts';
import { newId } from '../../../bot/new-id.ts';
import { actionsOf, cardOf, faultsOf, wordsOf } from '../../helpers/card-oracle.ts';

interface Size {
  readonly topics: number;
  readonly name: string;
}

const SIZES: Readonly<Record<string, Size>> = {
  'the shortest': { topics: 0, name: '' },
  ordinary: { topics: 4, name: 'Ada Lind' },
  'the longest': { topics: LIMITS.topicsPerList, name: 'Wołódź_*~'.repeat(30).slice(0, LIMITS.nameLength) },
  'right to left': { topics: 9, name: 'محمد بن سلمان' },
  'a trap': { topics: 2, name: '$t(later.title) [x](http://evil.example)' },
};

const hours = { days: [1, 2, 3, 4, 5, 6, 7], startMinute: 0, endMinute: 1440 } as const;

function cards(locale: Locale, { topics: count, name }: Size): readonly Message[] {
  const view = { locale, key: { subject: newId(), version: newId() } };
  const topics = Array.from({ length: count }, (_, n) => ({
    id: asId<never>(newId()),
    name: `${n} ${name}`.padEnd(count > 100 ? LIMITS.topicLength : 5, 'ß').slice(0, LIMITS.topicLength),
  }));
  const languages = COMMON_LANGUAGES.slice(0, LIMITS.languagesPerPerson);
  const directory = {
    jobTitle: name,
    department: name,
    timeZone: 'America/Argentina/ComodRivadavia',
    languages,
  };
  const counts = Object.fromEntries(Object.keys(CATALOGUE.en.chat.data.kinds).map((kind) => [kind, 123_456]));
  const found = topics.slice(0, 20).map((topic) => topic.name);
  return [
    welcomeCard({ ...view, name, found }),
    welcomeBackCard({ ...view, name }),
    ...[true, false].flatMap((member) => [
      howItWorksCard({ ...view, member }),
      whoSeesCard({ ...view, member }),
      helpCard({ ...view, member, unknown: true }),
      helpCard({ ...view, member, unknown: false }),
    ]),
    ...TOPIC_SIDES.flatMap((side) => [
      topicsQuestionCard({ ...view, side, topics, directory }),
      topicsQuestionCard({ ...view, side, topics, directory: null }),
    ]),
    ...(['found', 'near', 'browse'] as const).flatMap((from) =>
      [...TOPIC_SIDES, null].map((side) => pickTopicsCard({ ...view, from, side, topics })),
    ),
    capacityCard(view),
    rhythmCard(view),
    hoursCard({ ...view, hours, timeZone: directory.timeZone }),
    languagesCard({ ...view, languages }),
    ...([null, '2027-09-29'] as const).map((pausedUntil) =>
      profileCard({
        ...view,
        member: { state: 'paused', pausedUntil, rhythm: 'fortnightly', mentorCapacity: 5 },
        offers: topics,
        needs: topics,
        hours,
        languages,
      }),
    ),
    pauseQuestionCard(view),
    pausedCard({ ...view, until: null }),
    pausedCard({ ...view, until: '2027-09-29' }),
    resumedCard(view),
    leaveQuestionCard(view),
    leftCard({ ...view, name }),
    stayedCard(view),
    myDataCard({ ...view, counts, tabUrl: 'https://teams.microsoft.com/l/entity/x' }),
    myDataCard({ ...view, counts: { unheardOf: 2 }, tabUrl: null }),
    eraseQuestionCard(view),
    erasedCard(view),
  ];
}

describe('the cards of the conversation', () => {
  for (const locale of LOCALES) {
    for (const [size, values] of Object.entries(SIZES)) {
      it(`are sound in ${locale}, ${size}`, () => {
        for (const message of cards(locale, values)) {
          const card = cardOf(message);
          assert.deepEqual(faultsOf(card), [], JSON.stringify(card).slice(0, 300));
        }
      });
    }
  }

  it('press only verbs that are answered, with a key and nothing but ids', () => {
    for (const message of cards('en', { topics: 4, name: 'Ada Lind' })) {
      for (const { type, verb, data } of actionsOf(cardOf(message))) {
        if (type !== 'Action.Execute') continue;
        assert.ok(verb !== undefined && verb in ROUTES, verb);
        assert.ok(data?.['card']);
        assert.doesNotMatch(JSON.stringify(data), /Ada/);
      }
    }
  });

  it('say the same things in both languages', () => {
    const shape = (node: unknown): unknown =>
      typeof node === 'object' && node !== null
        ? Object.fromEntries(Object.entries(node).map(([key, value]) => [key, shape(value)]))
        : typeof node;
    assert.deepEqual(shape(CATALOGUE.de.chat), shape(CATALOGUE.en.chat));
    const en = new Set(
      cards('en', { topics: 0, name: 'Ada' }).flatMap((message) => wordsOf(cardOf(message))),
    );
    for (const message of cards('de', { topics: 0, name: 'Ada' })) {
      for (const words of wordsOf(cardOf(message))) {
        assert.ok(!en.has(words) || /^\d$|^Pause$/.test(words), `not German: ${words}`);
      }
    }
  });

  it('show a name as it is, whatever it holds', () => {
    const key = { subject: 'x', version: 1 };
    const shown = (name: string) => wordsOf(cardOf(welcomeCard({ locale: 'en', key, name, found: [] })))[0];
    assert.match(shown('{{name}} $t(later.title)') ?? '', /^Hi \{\{name\}\} \$t\(later\.title\), I am/);
    assert.doesNotMatch(shown('[x](http://evil.example)') ?? '', /\[x\]\(http/);
  });

  it('show the end of the day as an input can', () => {
    assert.deepEqual([clock(0), clock(510), clock(1440)], ['00:00', '08:30', '23:59']);
  });
});
