/**
 * What the tab may ask and what it gets: the tab's sole window on the server.
 * Requests are zod schemas, checked on the server; answers are types. Times are ISO 8601 in UTC.
 */
import { z } from 'zod';
import { LIMITS } from '../core/limits.ts';
import { MEMBER_STATES, RHYTHMS, TOPIC_SIDES } from '../core/member.ts';
import type { MemberState, Rhythm } from '../core/member.ts';
import { LOCALES } from '../core/person.ts';
import type { Locale, TopicKind } from '../core/person.ts';
import { PAIRING_MODES } from '../core/programme.ts';
import type { HelpContact, ProgrammeSettings, ProgrammeState } from '../core/programme.ts';
import type { RefusalCode, RefusalFacts } from '../core/refusal.ts';
import { ANSWERS, PAIRING_STATES } from '../core/round.ts';
import type {
  Answer,
  PairingKind,
  PairingState,
  ProposalState,
  Role,
  RoundFigures,
  RoundState,
} from '../core/round.ts';

/** Every route of the tab: `METHOD path`. The server serves exactly these; the tab calls no others. */
export const ROUTES = {
  me: 'GET /api/me',
  mySpace: 'GET /api/my-space',
  myMoods: 'GET /api/my-space/moods',
  changeMembership: 'PUT /api/my-space/membership',
  changeTopics: 'PUT /api/my-space/topics',
  changePreferences: 'PUT /api/my-space/preferences',
  answerProposal: 'POST /api/proposals/:id/answer',
  endPairing: 'POST /api/pairings/:id/end',
  myData: 'GET /api/my-data',
  eraseMyData: 'DELETE /api/my-data',
  topics: 'GET /api/topics',
  team: 'GET /api/team',
  programme: 'GET /api/programmes/:id',
  programmePeople: 'GET /api/programmes/:id/people',
  programmePairings: 'GET /api/programmes/:id/pairings',
  programmeRounds: 'GET /api/programmes/:id/rounds',
  changeProgramme: 'PUT /api/programmes/:id/settings',
  changeHelpContacts: 'PUT /api/programmes/:id/help-contacts',
  startProgramme: 'POST /api/programmes/:id/start',
  previewRound: 'POST /api/programmes/:id/rounds',
  round: 'GET /api/rounds/:id',
  sendRound: 'POST /api/rounds/:id/send',
  discardRound: 'POST /api/rounds/:id/discard',
} as const;
export type RouteName = keyof typeof ROUTES;

/** Every refusal, in the language of the request. */
export interface ErrorAnswer {
  readonly error: {
    readonly code: RefusalCode | 'fault';
    readonly message: string;
    readonly facts: RefusalFacts;
    readonly reference: string;
  };
}

export interface PersonCard {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly department: string;
}

export interface Me {
  readonly person: PersonCard & { readonly locale: Locale; readonly timeZone: string };
  /** Has direct or indirect reports. */
  readonly manager: boolean;
  readonly coordinates: readonly { readonly id: string; readonly name: string }[];
  /** The programme that the views speak of; null where the company has none yet. */
  readonly programme: { readonly id: string; readonly name: string } | null;
  readonly member: MemberState | null;
}

export interface TopicChip {
  readonly id: string;
  readonly name: string;
  readonly kind: TopicKind;
}

/** Both sides see the same reasons, already in words, heaviest first. */
export interface PartnerView {
  readonly partners: readonly (PersonCard & { readonly role: Role; readonly chatUrl: string | null })[];
  readonly myRole: Role;
  readonly kind: PairingKind;
  readonly reasons: readonly string[];
}

export interface MySpace {
  readonly membership: {
    readonly state: MemberState;
    readonly pausedUntil: string | null;
    readonly rhythm: Rhythm;
    readonly mentorCapacity: number;
    readonly visibleToManager: boolean;
  } | null;
  readonly proposals: readonly (PartnerView & {
    readonly id: string;
    readonly myAnswer: Answer | null;
    readonly expiresAt: string | null;
  })[];
  readonly pairings: readonly (PartnerView & {
    readonly id: string;
    readonly state: PairingState;
    readonly startedAt: string;
    readonly endsAt: string;
    readonly meetUrl: string | null;
  })[];
  /** Why there is nobody yet, in words, where the last round found nobody. */
  readonly waiting: { readonly reasons: readonly string[]; readonly rounds: number } | null;
  readonly nextCheckInAt: string | null;
  readonly offers: readonly TopicChip[];
  readonly needs: readonly TopicChip[];
  readonly preferences: {
    readonly locale: Locale;
    readonly timeZone: string;
    readonly languages: readonly string[];
    readonly days: readonly number[];
    readonly startMinute: number;
    readonly endMinute: number;
  };
}

/** Only ever one's own. */
export interface MyMoods {
  readonly moods: readonly { readonly at: string; readonly mood: number }[];
  readonly keptDays: number;
}

/** A figure about a group, or nothing with one and the same word whatever the reason. */
export type GroupFigure<T> = { readonly shown: true; readonly value: T } | { readonly shown: false };

export const SHARE_BANDS = ['few', 'some', 'half', 'most', 'nearly-all'] as const;
/** Up to 25 %, 45 %, 55 %, 75 %, above; nothing at 10 % or below or at 90 % or above. */
export type ShareBand = (typeof SHARE_BANDS)[number];

export interface GroupFigures {
  /** Calendar month `YYYY-MM`. */
  readonly period: string;
  readonly members: GroupFigure<number>;
  readonly paired: GroupFigure<number>;
  /** Pairings by talks in their first 90 days: 1, 2-3, 4-8, more than 8. */
  readonly meetings: GroupFigure<{
    readonly one: number;
    readonly twoToThree: number;
    readonly fourToEight: number;
    readonly more: number;
  }>;
  readonly helped: GroupFigure<ShareBand>;
  readonly mood: GroupFigure<ShareBand>;
}

export interface Team {
  /** Everyone below the manager, at any depth. */
  readonly people: number;
  readonly periods: readonly GroupFigures[];
  /** Only pairings in which both agreed to be visible. */
  readonly visiblePairings: readonly { readonly people: readonly PersonCard[]; readonly since: string }[];
}

export interface ProgrammeOverview {
  readonly id: string;
  readonly name: string;
  readonly state: ProgrammeState;
  readonly version: number;
  readonly settings: ProgrammeSettings;
  readonly helpContacts: readonly HelpContact[];
  readonly members: Readonly<Record<MemberState, number>>;
  readonly pairings: Readonly<Record<PairingState, number>>;
  readonly waiting: number;
  readonly delivery: Readonly<Record<string, number>>;
  readonly periods: readonly GroupFigures[];
}

export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

export interface ProgrammePerson extends PersonCard {
  readonly state: MemberState;
  readonly pausedUntil: string | null;
  readonly activePairings: number;
  readonly roundsWaited: number;
}

export interface ProgrammePairing {
  readonly id: string;
  readonly kind: PairingKind;
  readonly state: PairingState;
  readonly people: readonly (PersonCard & { readonly role: Role })[];
  readonly startedAt: string;
  readonly endsAt: string;
}

export interface RoundRow {
  readonly id: string;
  readonly state: RoundState;
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly figures: RoundFigures;
}

export interface RoundDetail extends RoundRow {
  readonly proposals: Page<{
    readonly id: string;
    readonly kind: PairingKind;
    readonly state: ProposalState;
    readonly fit: number;
    readonly people: readonly (PersonCard & { readonly role: Role })[];
    readonly reasons: readonly string[];
  }>;
  readonly leftOut: readonly {
    readonly person: PersonCard;
    readonly causes: readonly string[];
    readonly remedies: readonly string[];
  }[];
}

export interface MyData {
  readonly exportedAt: string;
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

const id = z.string().min(1).max(64);
const day = z.iso.date();

export const pageQuery = z.object({
  search: z.string().max(LIMITS.nameLength).default(''),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageSize).default(LIMITS.pageSize),
});

export const pairingsQuery = pageQuery.extend({ state: z.enum(PAIRING_STATES).optional() });

export const membershipBody = z.object({
  state: z.enum(MEMBER_STATES),
  pausedUntil: day.nullable().default(null),
  rhythm: z.enum(RHYTHMS).optional(),
  mentorCapacity: z.number().int().min(0).max(LIMITS.mentorCapacity).optional(),
  visibleToManager: z.boolean().optional(),
});

export const topicsBody = z.object({
  side: z.enum(TOPIC_SIDES),
  topics: z.array(id).max(LIMITS.topicsPerList),
});

export const preferencesBody = z.object({
  locale: z.enum(LOCALES),
  timeZone: z.string().max(64),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .min(1)
    .max(LIMITS.languagesPerPerson),
  days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  startMinute: z.number().int().min(0).max(1439),
  endMinute: z.number().int().min(1).max(1440),
});

export const answerBody = z.object({ answer: z.enum(ANSWERS) });

export const settingsBody = z.object({
  version: z.number().int().min(0),
  settings: z.object({
    mode: z.enum(PAIRING_MODES),
    stepsAhead: z.object({ min: z.number().int().min(0).max(4), max: z.number().int().min(0).max(4) }),
    commonHours: z.number().int().min(0).max(12),
    cooldownWeeks: z.number().int().min(0).max(104),
    pairingWeeks: z.number().int().min(4).max(52),
    checkInWeeks: z.array(z.number().int().min(1).max(52)).min(1).max(52),
    proposalWorkingDays: z.number().int().min(1).max(20),
    silence: z.object({
      nudgeDays: z.array(z.number().int().min(1).max(60)).max(5),
      closeDays: z.number().int().min(7).max(180),
    }),
    weights: z.object({
      experience: z.number().int().min(0).max(1000),
      skill: z.number().int().min(0).max(1000),
      step: z.number().int().min(0).max(1000),
      hours: z.number().int().min(0).max(1000),
      otherDepartment: z.number().int().min(0).max(1000),
    }),
  }),
});

export const helpContactsBody = z.object({
  contacts: z
    .array(
      z.object({
        country: z.string().regex(/^([A-Z]{2}|\*)$/),
        name: z.string().min(1).max(LIMITS.nameLength),
        phone: z.string().min(3).max(60),
        url: z.url().max(500).nullable(),
        hours: z.string().min(1).max(LIMITS.nameLength),
        emergency: z.string().min(2).max(20),
      }),
    )
    .max(LIMITS.helpContacts),
});
