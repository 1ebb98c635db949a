import type {
  AnswerBody,
  AuditChain,
  AuditRow,
  CoordinatorRow,
  Corrected,
  CorrectionBody,
  HelpContactsBody,
  MembershipBody,
  MyData,
  MyMoods,
  Page,
  PersonCard,
  PreferencesBody,
  ProgrammePairing,
  ProgrammePerson,
  RoundComparison,
  RoundDetail,
  RoundFairness,
  RoundRow,
  RouteName,
  SettingsBody,
  Team,
  TopicChip,
  TopicsBody,
  WeightSuggestion,
} from '../../../bot/api/contract.ts';
import { appoint, dismiss } from './oversight.ts';
import { PEOPLE } from './people.ts';
import { Refused } from './refused.ts';
import { TEAM } from './groups.ts';
import { MOODS, TOPICS } from './my-space.ts';
import { person } from './people.ts';
import { COMPARED, FAIRNESS, LEARNED_WEIGHTS, MEMBERS, PAIRINGS, previewedRound } from './programme.ts';
import { meOf, withPreferences } from './world.ts';
import type { World } from './world.ts';

export interface Asked {
  readonly world: World;
  readonly personId: string;
  readonly id: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

function page<T>(all: readonly T[], query: URLSearchParams): Page<T> {
  const offset = Number(query.get('offset') ?? 0);
  return { rows: all.slice(offset, offset + Number(query.get('limit') ?? 50)), total: all.length };
}

const fits = (name: string, query: URLSearchParams): boolean =>
  name.toLowerCase().includes((query.get('search') ?? '').toLowerCase());

function join({ world, body }: Asked): void {
  const { state, pausedUntil, rhythm, mentorCapacity, visibleToManager } = body as MembershipBody;
  const before = world.space.membership;
  world.space = {
    ...world.space,
    membership: {
      state,
      pausedUntil: pausedUntil ?? null,
      rhythm: rhythm ?? before?.rhythm ?? 'weekly',
      mentorCapacity: mentorCapacity ?? before?.mentorCapacity ?? 1,
      visibleToManager: visibleToManager ?? before?.visibleToManager ?? false,
    },
  };
}

function chooseTopics({ world, body }: Asked): void {
  const { side, topics } = body as TopicsBody;
  const chips = topics.flatMap((id) => TOPICS.filter((topic) => topic.id === id));
  world.space = { ...world.space, ...(side === 'offer' ? { offers: chips } : { needs: chips }) };
}

function answer({ world, id, body }: Asked): void {
  const { answer: myAnswer } = body as AnswerBody;
  const proposals = world.space.proposals.map((one) => (one.id === id ? { ...one, myAnswer } : one));
  world.space = { ...world.space, proposals };
}

function end({ world, id }: Asked): void {
  const pairings = world.space.pairings.map((one) =>
    one.id === id ? { ...one, state: 'ended' as const, meetUrl: null } : one,
  );
  world.space = { ...world.space, pairings };
}

function changeSettings({ world, body }: Asked): void {
  const { version, settings } = body as SettingsBody;
  if (version !== world.programme.version) throw new Refused('bad-settings', 422);
  world.programme = { ...world.programme, settings, version: version + 1 };
}

function setRound({ world, id }: Asked, change: Partial<RoundDetail>): void {
  world.rounds = world.rounds.map((one) => (one.id === id ? { ...one, ...change } : one));
}

function preview({ world }: Asked): RoundDetail {
  const round = previewedRound(`round-${world.rounds.length + 1}`);
  world.rounds = [round, ...world.rounds];
  return round;
}

function round({ world, id, query }: Asked): RoundDetail {
  const found = world.rounds.find((one) => one.id === id);
  if (!found) throw new Refused('not-found', 404);
  // As the server does it: one place in the list for both.
  return { ...found, proposals: page(found.proposals.rows, query), leftOut: page(found.leftOut, query).rows };
}

function correct(asked: Asked): Corrected {
  const { kind, people } = asked.body as CorrectionBody;
  const [one, other] = people;
  if (kind === 'pin' && one === 'p0' && other === 'p2') throw new Refused('pin-breaks-rule', 409);
  const before = round(asked).corrections.filter((done) => done.people[0]?.id !== one);
  const made = { kind: kind ?? 'pin', people: people.map((id) => person(Number(id.slice(1)))) };
  setRound(asked, { corrections: kind === null ? before : [...before, made] });
  return { othersChanged: 2 };
}

/** One answer for each route of the contract; a new route does not compile until the fake has it. */
export const ANSWERS: Readonly<Record<RouteName, (asked: Asked) => unknown>> = {
  me: ({ personId, world }) => meOf(personId, world),
  mySpace: ({ world }) => world.space,
  myMoods: (): MyMoods => MOODS,
  changeMembership: join,
  changeTopics: chooseTopics,
  changePreferences: ({ world, body }) => withPreferences(world, body as PreferencesBody),
  answerProposal: answer,
  endPairing: end,
  myData: ({ world }): MyData => ({
    exportedAt: new Date().toISOString(),
    tables: { memberships: [world.space.membership], topics: [...world.space.offers], checkIns: [] },
  }),
  eraseMyData: ({ world }) => {
    world.erased = true;
    world.space = { ...world.space, membership: null, proposals: [], pairings: [], offers: [], needs: [] };
  },
  topics: ({ query }): Page<TopicChip> =>
    page(
      TOPICS.filter((topic) => fits(topic.name, query)),
      query,
    ),
  team: (): Team => TEAM,
  programme: ({ world }) => world.programme,
  coordinators: ({ world, personId }): Page<CoordinatorRow> => ({
    rows: world.coordinators.map((one) => ({ ...one, self: one.id === personId })),
    total: world.coordinators.length,
  }),
  colleagues: ({ query }): Page<PersonCard> =>
    page(
      PEOPLE.filter((one) => fits(one.name, query)),
      query,
    ),
  addCoordinator: appoint,
  removeCoordinator: dismiss,
  audit: ({ world, query }): Page<AuditRow> => page(world.audit, query),
  auditChain: ({ world }): AuditChain => world.chain,
  programmeDelivery: ({ world }) => world.delivery,
  resendMessage: ({ world, id }) => {
    const unclear = world.delivery.unclear.filter((one) => one.id !== id);
    world.delivery = { ...world.delivery, unclear };
  },
  programmePeople: ({ query }): Page<ProgrammePerson> =>
    page(
      MEMBERS.filter((member) => fits(member.name, query)),
      query,
    ),
  programmePairings: ({ query }): Page<ProgrammePairing> =>
    page(
      PAIRINGS.filter((one) => (query.get('state') ?? one.state) === one.state),
      query,
    ),
  programmeRounds: ({ world }): Page<RoundRow> => ({ rows: world.rounds, total: world.rounds.length }),
  changeProgramme: changeSettings,
  changeHelpContacts: ({ world, body }) => {
    world.programme = { ...world.programme, helpContacts: (body as HelpContactsBody).contacts };
  },
  startProgramme: ({ world }) => {
    world.programme = { ...world.programme, state: 'running' };
  },
  previewRound: preview,
  round,
  sendRound: (asked) => setRound(asked, { state: 'sent', sentAt: new Date().toISOString() }),
  correctRound: correct,
  compareSettings: (): RoundComparison => COMPARED,
  suggestedWeights: ({ world }): WeightSuggestion =>
    world.programme.settings.learning ? LEARNED_WEIGHTS : { state: 'off' },
  roundsOverTime: (): Page<RoundFairness> => ({ rows: FAIRNESS, total: FAIRNESS.length }),
  discardRound: (asked) => setRound(asked, { state: 'discarded' }),
};
