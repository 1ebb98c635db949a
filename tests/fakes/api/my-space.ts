import type { MyMoods, MySpace, TopicChip } from '../../../bot/api/contract.ts';
import type { Locale } from '../../../bot/core/person.ts';
import { person } from './people.ts';

const DAY = 24 * 60 * 60 * 1000;
const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString();

export const TOPICS: readonly TopicChip[] = [
  { id: 't1', name: 'Leading people for the first time', kind: 'experience' },
  { id: 't2', name: 'Changing career', kind: 'experience' },
  { id: 't3', name: 'Back from parental leave', kind: 'experience' },
  { id: 't4', name: 'Kubernetes', kind: 'skill' },
  { id: 't5', name: 'Speaking in front of many', kind: 'skill' },
  { id: 't6', name: 'Moving to another country', kind: 'experience' },
  { id: 't7', name: 'Roadmaps', kind: 'skill' },
];

const topic = (id: string): TopicChip[] => TOPICS.filter((one) => one.id === id);

const REASONS = {
  en: [
    'Tomasz came through Leading people for the first time, which you are facing',
    'Two levels and six years ahead of you',
    'You both work from 9:00 to 16:00',
    'You both speak German and English',
  ],
  de: [
    'Tomasz hat hinter sich, was du vor dir hast: Leading people for the first time',
    'Zwei Stufen und sechs Jahre weiter als du',
    'Ihr arbeitet beide von 9:00 bis 16:00 Uhr',
    'Ihr sprecht beide Deutsch und Englisch',
  ],
} as const satisfies Record<Locale, readonly string[]>;

/** Someone in the middle of a pairing, with a second proposal waiting. */
export function fullSpace(locale: Locale): MySpace {
  return {
    membership: {
      state: 'joined',
      pausedUntil: null,
      rhythm: 'fortnightly',
      mentorCapacity: 1,
      visibleToManager: false,
    },
    proposals: [
      {
        id: 'proposal-1',
        kind: 'mentoring',
        myRole: 'mentor',
        partners: [{ ...person(4), role: 'mentee', chatUrl: null }],
        reasons: REASONS[locale].slice(2),
        myAnswer: null,
        expiresAt: ago(-4),
      },
    ],
    pairings: [
      {
        id: 'pairing-1',
        kind: 'mentoring',
        state: 'active',
        myRole: 'mentee',
        partners: [
          { ...person(3), role: 'mentor', chatUrl: 'https://teams.microsoft.com/l/chat/0/0?users=t' },
        ],
        reasons: REASONS[locale],
        startedAt: ago(31),
        endsAt: ago(-53),
        meetUrl: 'https://teams.microsoft.com/l/meeting/new?subject=Alongside',
      },
    ],
    waiting: null,
    nextCheckInAt: ago(-3),
    offers: [...topic('t6'), ...topic('t7')],
    needs: [...topic('t1'), ...topic('t5')],
    preferences: {
      locale,
      timeZone: 'Europe/Berlin',
      languages: ['de', 'en'],
      days: [1, 2, 3, 4, 5],
      startMinute: 540,
      endMinute: 1020,
    },
  };
}

/** Someone who has joined and has nobody yet, after two rounds. */
export function waitingSpace(locale: Locale): MySpace {
  const reasons = {
    en: [
      '9 colleagues who came through your topics have no free place',
      '4 share fewer than three hours with you',
    ],
    de: [
      '9 Leute mit deinen Themen haben keinen Platz frei',
      '4 haben weniger als drei Stunden mit dir gemeinsam',
    ],
  };
  return {
    ...fullSpace(locale),
    proposals: [],
    pairings: [],
    nextCheckInAt: null,
    waiting: { reasons: reasons[locale], rounds: 2 },
  };
}

/** Someone who has not joined. */
export function outsideSpace(locale: Locale): MySpace {
  return { ...waitingSpace(locale), membership: null, waiting: null, offers: [], needs: [] };
}

const LATELY = [3, 2, 4, 3, 4, 4, 2, 5, 4, 5];

export const MOODS: MyMoods = {
  moods: LATELY.map((mood, at) => ({ at: ago((LATELY.length - at) * 8), mood })),
  keptDays: 90,
};
