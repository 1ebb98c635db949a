import type { RouteName } from '../../bot/api/contract.ts';
import { DEFAULT_SETTINGS } from '../../bot/core/programme.ts';
import { HELP } from '../helpers/builders.ts';
import type { Company, Part } from './company.ts';

/** Who may use a route, written down by hand from the design and not from the program's policy. */
export interface Expected {
  readonly allowed: readonly Part[];
  /** The id in the address, where it has one. */
  readonly id?: (company: Company) => string;
  readonly body?: (company: Company) => unknown;
}

export const PARTS: readonly Part[] = [
  'mentor',
  'mentee',
  'asked',
  'askedToo',
  'boss',
  'coordinator',
  'elsewhere',
  'outsider',
  'operator',
];
const EVERYONE = PARTS;
const COORDINATOR: readonly Part[] = ['coordinator'];

const programme = { allowed: COORDINATOR, id: (company: Company) => company.programme };
const oversight = { ...programme, allowed: ['coordinator', 'operator'] as const };
const round = { allowed: COORDINATOR, id: (company: Company) => company.round.id };

export const ORACLE: Readonly<Record<RouteName, Expected>> = {
  me: { allowed: EVERYONE },
  mySpace: { allowed: EVERYONE },
  myMoods: { allowed: EVERYONE },
  changeMembership: { allowed: EVERYONE, body: () => ({ state: 'joined' }) },
  changeTopics: { allowed: EVERYONE, body: () => ({ side: 'need', topics: [] }) },
  changePreferences: {
    allowed: EVERYONE,
    body: () => ({
      locale: 'de',
      timeZone: 'Europe/Berlin',
      languages: ['de'],
      days: [1, 2, 3],
      startMinute: 480,
      endMinute: 960,
    }),
  },
  answerProposal: {
    allowed: ['asked', 'askedToo'],
    id: (company) => company.proposal.id,
    body: () => ({ answer: 'yes' }),
  },
  endPairing: { allowed: ['mentor', 'mentee'], id: (company) => company.pairing.id },
  myData: { allowed: EVERYONE },
  eraseMyData: { allowed: EVERYONE },
  topics: { allowed: EVERYONE },
  team: { allowed: ['boss'] },
  programme,
  programmePeople: programme,
  programmePairings: programme,
  programmeRounds: programme,
  changeProgramme: { ...programme, body: ({ version }) => ({ version, settings: DEFAULT_SETTINGS }) },
  changeHelpContacts: { ...programme, body: () => ({ contacts: [HELP] }) },
  startProgramme: programme,
  coordinators: oversight,
  colleagues: oversight,
  addCoordinator: { ...oversight, body: ({ people }) => ({ personId: people.mentor.id }) },
  removeCoordinator: { ...oversight, body: ({ people }) => ({ personId: people.coordinator.id }) },
  audit: oversight,
  auditChain: oversight,
  programmeDelivery: programme,
  resendMessage: {
    allowed: COORDINATOR,
    id: (company) => company.unclear,
    body: () => ({ reason: 'outage' }),
  },
  previewRound: programme,
  round,
  sendRound: round,
  discardRound: round,
  correctRound: {
    ...round,
    body: ({ people }) => ({ kind: 'forbid', people: [people.mentor.id, people.mentee.id] }),
  },
  roundsOverTime: programme,
  suggestedWeights: programme,
  compareSettings: { ...programme, body: () => ({ settings: DEFAULT_SETTINGS }) },
};
