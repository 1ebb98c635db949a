import type { GroupFigures, Team } from '../../../bot/api/contract.ts';
import { person } from './people.ts';

export const PERIODS: readonly GroupFigures[] = [
  {
    period: '2026-09',
    members: { shown: true, value: 20 },
    paired: { shown: false },
    meetings: { shown: false },
    helped: { shown: false },
    mood: { shown: false },
  },
  {
    period: '2026-10',
    members: { shown: true, value: 35 },
    paired: { shown: true, value: 25 },
    meetings: { shown: true, value: { one: 5, twoToThree: 10, fourToEight: 15, more: 5 } },
    helped: { shown: true, value: 'most' },
    mood: { shown: false },
  },
];

export const TEAM: Team = {
  people: 41,
  periods: PERIODS,
  visiblePairings: [
    { people: [person(0), person(3)], since: '2026-10-12T08:00:00.000Z' },
    { people: [person(6), person(7)], since: '2026-11-02T08:00:00.000Z' },
  ],
};

export const NO_TEAM: Team = { people: 3, periods: [], visiblePairings: [] };
