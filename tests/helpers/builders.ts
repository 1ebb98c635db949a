import { asId } from '../../bot/core/ids.ts';
import type {
  PairingId,
  PersonId,
  ProgrammeId,
  ProposalId,
  RoundId,
  TenantId,
  TopicId,
} from '../../bot/core/ids.ts';
import type { Person } from '../../bot/core/person.ts';
import { DEFAULT_SETTINGS } from '../../bot/core/programme.ts';
import type { HelpContact } from '../../bot/core/programme.ts';
import type { Pairing, Proposal, Round } from '../../bot/core/round.ts';
import { newId } from '../../bot/new-id.ts';

export const TENANT: TenantId = asId('11111111-1111-7111-8111-111111111111');
export const NOW = new Date('2026-11-02T09:00:00.000Z');

export const DAY_MS = 86_400_000;
export const later = (from: Date, ms: number): Date => new Date(from.getTime() + ms);

let count = 0;

/** Someone of the directory; each is another one. */
export function aPerson(changes: Partial<Person> = {}): Person {
  count += 1;
  return {
    id: asId(newId()),
    tenantId: TENANT,
    directoryId: `d${count}`,
    objectId: newId(),
    displayName: `Person ${count}`,
    email: `person${count}@example.com`,
    jobTitle: 'Engineer',
    department: 'Engineering',
    level: 3,
    yearsExperience: 7,
    managesPeople: false,
    country: 'DE',
    timeZone: 'Europe/Berlin',
    languages: ['en', 'de'],
    managerId: null,
    leftAt: null,
    ...changes,
  };
}

export const HELP: HelpContact = {
  country: '*',
  name: 'Care line',
  phone: '+49 800 1110111',
  url: null,
  hours: 'always',
  emergency: '112',
};

/** A round of one programme, previewed. */
export function aRound(programmeId: ProgrammeId, changes: Partial<Round> = {}): Round {
  return {
    id: asId<RoundId>(newId()),
    programmeId,
    state: 'previewed',
    settings: DEFAULT_SETTINGS,
    seed: 1,
    createdAt: NOW,
    createdBy: null,
    sentAt: null,
    figures: {
      pool: 2,
      proposals: 1,
      peoplePaired: 2,
      leftOut: 0,
      brokenRules: 0,
      fitBands: [0, 0, 0, 0, 0, 1, 0, 0, 0, 0],
      maximum: 2,
    },
    ...changes,
  };
}

/** A proposal of a round: the first person would be the mentor of the second. */
export function aProposal(
  round: Pick<Round, 'id' | 'programmeId'>,
  [mentor, mentee]: readonly [PersonId, PersonId],
  changes: Partial<Proposal> = {},
): Proposal {
  return {
    id: asId<ProposalId>(newId()),
    programmeId: round.programmeId,
    roundId: round.id,
    kind: 'mentoring',
    state: 'draft',
    sides: [
      { personId: mentor, role: 'mentor', answer: null },
      { personId: mentee, role: 'mentee', answer: null },
    ],
    fit: 500,
    reasons: [{ kind: 'other-department', weight: 50 }],
    expiresAt: null,
    createdAt: NOW,
    ...changes,
  };
}

/** The pairing that a proposal becomes. */
export function aPairing(
  proposal: Pick<Proposal, 'programmeId' | 'kind' | 'sides' | 'reasons'>,
  changes: Partial<Pairing> = {},
): Pairing {
  return {
    id: asId<PairingId>(newId()),
    programmeId: proposal.programmeId,
    kind: proposal.kind,
    state: 'active',
    people: proposal.sides.map(({ personId, role }) => ({ personId, role })),
    startedAt: NOW,
    endsAt: later(NOW, 12 * 7 * DAY_MS),
    endedAt: null,
    reasons: proposal.reasons,
    ...changes,
  };
}

export const aTopicId = (): TopicId => asId(newId());
