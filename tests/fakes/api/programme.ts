import type {
  DeliveryView,
  ProgrammeOverview,
  ProgrammePairing,
  ProgrammePerson,
  RoundComparison,
  RoundDetail,
  RoundFairness,
  WeightSuggestion,
} from '../../../bot/api/contract.ts';
import { DEFAULT_SETTINGS } from '../../../bot/core/programme.ts';
import { PERIODS } from './groups.ts';
import { PEOPLE, person } from './people.ts';

export const RUNNING: ProgrammeOverview = {
  id: 'programme-1',
  name: 'Walk together 2026',
  state: 'running',
  version: 3,
  settings: DEFAULT_SETTINGS,
  helpContacts: [
    {
      country: 'DE',
      name: 'Employee assistance line',
      phone: '+49 800 1110111',
      url: 'https://www.example.com/help',
      hours: 'every day, around the clock',
      emergency: '112',
    },
    {
      country: '*',
      name: 'International line',
      phone: '+44 20 7946 0000',
      url: null,
      hours: 'weekdays 8 to 20',
      emergency: '112',
    },
  ],
  members: { joined: 108, paused: 6, left: 3 },
  pairings: { active: 41, quiet: 4, ended: 12 },
  waiting: 9,
  delivery: {
    sent: 812,
    due: 31,
    claimed: 0,
    sending: 1,
    undeliverable: 4,
    unknown: 1,
    cancelled: 6,
    expired: 2,
  },
  periods: PERIODS,
};

export const DRAFT: ProgrammeOverview = {
  ...RUNNING,
  state: 'draft',
  helpContacts: [],
  members: { joined: 0, paused: 0, left: 0 },
  pairings: { active: 0, quiet: 0, ended: 0 },
  waiting: 0,
  delivery: {},
  periods: [],
};

export const MEMBERS: readonly ProgrammePerson[] = PEOPLE.map((card, at) => ({
  ...card,
  state: at % 17 === 5 ? 'paused' : at % 37 === 9 ? 'left' : 'joined',
  pausedUntil: at % 17 === 5 ? '2027-01-03' : null,
  activePairings: at % 5 === 4 ? 0 : (at % 2) + 1,
  roundsWaited: at % 5 === 4 ? at % 3 : 0,
}));

const STATES = ['active', 'active', 'quiet', 'active', 'ended'] as const;

export const PAIRINGS: readonly ProgrammePairing[] = Array.from({ length: 54 }, (_none, at) => ({
  id: `pairing-${at}`,
  kind: at % 9 === 8 ? 'exchange' : 'mentoring',
  state: STATES[at % STATES.length] ?? 'active',
  people: [
    { ...person(at * 2), role: 'mentor' },
    { ...person(at * 2 + 1), role: 'mentee' },
  ],
  startedAt: '2026-10-12T08:00:00.000Z',
  endsAt: '2027-01-04T08:00:00.000Z',
}));

/** A round as it is previewed: enough proposals for two pages, and two people left out. */
export function previewedRound(id: string): RoundDetail {
  const rows = Array.from({ length: 53 }, (_none, at): RoundDetail['proposals']['rows'][number] => ({
    id: `proposal-${at}`,
    kind: at % 7 === 6 ? 'exchange' : 'mentoring',
    state: 'draft',
    fit: 940 - at * 9,
    people: [
      { ...person(at * 2), role: 'mentor' },
      { ...person(at * 2 + 1), role: 'mentee' },
    ],
    reasons: ['Came through Leading people for the first time', 'One level ahead', 'Five hours in common'],
  }));
  return {
    id,
    state: 'previewed',
    createdAt: new Date().toISOString(),
    sentAt: null,
    figures: {
      pool: 108,
      proposals: 53,
      peoplePaired: 106,
      leftOut: 2,
      brokenRules: 0,
      fitBands: [0, 0, 0, 0, 6, 11, 11, 11, 9, 5],
      maximum: 106,
      wanted: 14,
    },
    outlook: {
      obstacles: [
        { words: 'Whoever would fit has no free place', people: 1 },
        { words: 'Too few working hours at the same time', people: 1 },
      ],
      changes: [
        {
          words: 'At least 2 working hours in common instead of 3 working hours',
          people: 1,
          setting: 'commonHours',
          to: 2,
        },
      ],
    },
    corrections: [],
    proposals: { rows, total: rows.length },
    leftOut: [
      {
        person: person(106),
        causes: ['12 have no free place', '3 share no language'],
        remedies: ['One more place for 2 mentors'],
      },
      {
        person: person(107),
        causes: ['7 share fewer than 3 hours'],
        remedies: ['2 hours in common instead of 3 would give 4 people'],
      },
    ],
  };
}

/** Nothing waits and nothing is unclear. */
export const CALM: DeliveryView = {
  states: {
    due: 0,
    claimed: 0,
    sending: 0,
    sent: 812,
    undeliverable: 3,
    unknown: 0,
    cancelled: 9,
    expired: 1,
  },
  oldestDueAt: null,
  perSecond: 0,
  pausedUntil: null,
  unclear: [],
};

/** What a round would be with fewer hours in common: two more with somebody, nine with somebody else. */
export const COMPARED: RoundComparison = {
  before: sideOf(previewedRound('before'), 0),
  after: sideOf(previewedRound('after'), 2),
  same: 97,
  moved: 9,
  gained: { people: [person(106), person(107)], total: 2 },
  lost: { people: [], total: 0 },
};

function sideOf({ figures, outlook }: RoundDetail, more: number): RoundComparison['before'] {
  const { peoplePaired, leftOut, proposals, fitBands } = figures;
  return {
    figures: {
      ...figures,
      peoplePaired: peoplePaired + more,
      maximum: peoplePaired + more,
      leftOut: leftOut - more,
      proposals: proposals + more,
      fitBands: fitBands.map((count, band) => (band === 5 ? count + more : count)),
    },
    outlook: more === 0 ? outlook : { obstacles: [], changes: [] },
  };
}

const fair = (day: string, changes: Partial<RoundFairness>): RoundFairness => ({
  id: `round-of-${day}`,
  sentAt: `${day}T07:00:00.000Z`,
  seeking: 108,
  paired: 106,
  leftOut: 2,
  waitedAndFound: 0,
  waitedAgain: 0,
  repeats: 0,
  mentors: 61,
  mentorsAgain: 0,
  mostOfOne: 2,
  proven: true,
  ...changes,
});

/** Three rounds: in each who had waited was found somebody, but for one. */
export const FAIRNESS: readonly RoundFairness[] = [
  fair('2026-10-06', { waitedAndFound: 3, waitedAgain: 1, mentorsAgain: 22 }),
  fair('2026-09-08', {
    seeking: 97,
    paired: 93,
    leftOut: 4,
    waitedAndFound: 6,
    mentors: 55,
    mentorsAgain: 19,
  }),
  fair('2026-08-11', { seeking: 80, paired: 74, leftOut: 6, mentors: 48 }),
];

export const LEARNED_WEIGHTS: WeightSuggestion = {
  state: 'ready',
  period: '2026-10',
  weights: [
    { weight: 'experience', suggested: 400, low: 300, high: 500 },
    { weight: 'skill', suggested: 75, low: 25, high: 125 },
    { weight: 'step', suggested: 75, low: 0, high: 175 },
    { weight: 'hours', suggested: 175, low: 125, high: 225 },
    { weight: 'otherDepartment', suggested: 0, low: 0, high: 75 },
  ],
};
