/**
 * What the tab may ask and what it gets: the tab's sole window on the server. Types and constants only;
 * what the server accepts is checked by the schemas beside this file. Times are ISO 8601 in UTC.
 */
import type { AuditAction } from '../core/audit.ts';
import type { MemberState, Rhythm, TopicSide } from '../core/member.ts';
import type { OccurrenceKind, OccurrenceState } from '../core/occurrence.ts';
import type { Locale, TopicKind } from '../core/person.ts';
import type { GroupFigures } from '../core/privacy/figures.ts';
import type { AuditRelation } from '../core/ports/privacy.ts';
import type { HelpContact, ProgrammeSettings, ProgrammeState } from '../core/programme.ts';
import type { RefusalCode, RefusalFacts } from '../core/refusal.ts';
import type { PersonCard } from '../core/views/people.ts';
import type { ResendReason } from '../core/resend.ts';
import type { Answer, PairingKind, PairingState, Role } from '../core/round.ts';

export type { Page, PersonCard } from '../core/views/people.ts';
export { SHARE_BANDS } from '../core/privacy/figures.ts';
export type { AuditChain } from '../core/ports/privacy.ts';
export type { GroupFigure, GroupFigures, MeetingBands, ShareBand } from '../core/privacy/figures.ts';

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
  coordinators: 'GET /api/programmes/:id/coordinators',
  colleagues: 'GET /api/programmes/:id/colleagues',
  addCoordinator: 'POST /api/programmes/:id/coordinators',
  removeCoordinator: 'POST /api/programmes/:id/coordinators/remove',
  audit: 'GET /api/programmes/:id/audit',
  auditChain: 'GET /api/programmes/:id/audit/chain',
  programmeDelivery: 'GET /api/programmes/:id/delivery',
  resendMessage: 'POST /api/messages-sent/:id/resend',
  previewRound: 'POST /api/programmes/:id/rounds',
  round: 'GET /api/rounds/:id',
  sendRound: 'POST /api/rounds/:id/send',
  discardRound: 'POST /api/rounds/:id/discard',
  correctRound: 'POST /api/rounds/:id/corrections',
  suggestedWeights: 'GET /api/programmes/:id/suggested-weights',
  roundsOverTime: 'GET /api/programmes/:id/rounds/over-time',
  compareSettings: 'POST /api/programmes/:id/compare',
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

export interface Me {
  readonly person: PersonCard & { readonly locale: Locale; readonly timeZone: string };
  /** Has direct or indirect reports. */
  readonly manager: boolean;
  readonly coordinates: readonly { readonly id: string; readonly name: string }[];
  /** As IT. */
  readonly operates: readonly { readonly id: string; readonly name: string }[];
  /** The programme that the views speak of; null where the company has none yet. */
  readonly programme: { readonly id: string; readonly name: string } | null;
  readonly member: MemberState | null;
}

export interface TopicChip {
  readonly id: string;
  readonly name: string;
  readonly kind: TopicKind;
}

/** Both sides see the same reasons, already in words, heaviest first. Chat addresses are null until all said yes. */
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

/** A message of which nobody knows whether it arrived; sending it again may mean that it is there twice. */
export interface UnclearMessage {
  readonly id: string;
  readonly person: PersonCard;
  readonly kind: OccurrenceKind;
  readonly sentAt: string | null;
}

export interface DeliveryView {
  readonly states: Readonly<Record<OccurrenceState, number>>;
  readonly oldestDueAt: string | null;
  /** Messages in the last second, of the whole company. */
  readonly perSecond: number;
  /** While Teams asked for a pause. */
  readonly pausedUntil: string | null;
  /** Those that may still be sent again. */
  readonly unclear: readonly UnclearMessage[];
}

/** Someone who runs the programme. */
export interface CoordinatorRow extends PersonCard {
  readonly since: string;
  /** Who gave it to them; null for IT. */
  readonly by: string | null;
  readonly self: boolean;
}

/** One entry of the audit: who looked, or used their power, when, and at what. */
export interface AuditRow {
  readonly at: string;
  /** Null for the service itself and its command line, someone who is no longer there, and whoever acted for themselves. */
  readonly who: PersonCard | null;
  readonly action: AuditAction;
  readonly relation: AuditRelation;
  /** The person it was about, where that is somebody else. */
  readonly about: PersonCard | null;
}

export type ResendBody = { readonly reason: ResendReason };

/** Whom to make a coordinator, or no longer one. */
export type PersonBody = { readonly personId: string };

export type { WeightSuggestion } from '../core/views/weights.ts';
export type { SuggestedWeight } from '../core/learning/suggest.ts';
export type { RoundFairness } from '../core/views/fairness.ts';
export type {
  ChangedSetting,
  CompareBody,
  Corrected,
  CorrectionBody,
  Outlook,
  RoundComparison,
  RoundDetail,
  RoundRow,
  SomePeople,
} from '../core/views/rounds.ts';

export interface MyData {
  readonly exportedAt: string;
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

/** Body of `changeMembership`. Joining, pausing, leaving and coming back are told by `state`. */
export interface MembershipBody {
  readonly state: MemberState;
  /** The day a pause ends, `YYYY-MM-DD`; absent or null for a pause without an end. */
  readonly pausedUntil?: string | null | undefined;
  readonly rhythm?: Rhythm | undefined;
  readonly mentorCapacity?: number | undefined;
  readonly visibleToManager?: boolean | undefined;
}

/** Body of `changeTopics`: the whole list of one side. */
export interface TopicsBody {
  readonly side: TopicSide;
  readonly topics: readonly string[];
}

/** Body of `changePreferences`. */
export type PreferencesBody = MySpace['preferences'];

/** Body of `answerProposal`. */
export type AnswerBody = { readonly answer: Answer };

/** Body of `changeProgramme`; `version` is the one that was read. */
export interface SettingsBody {
  readonly version: number;
  readonly settings: ProgrammeSettings;
}

/** Body of `changeHelpContacts`. */
export type HelpContactsBody = { readonly contacts: readonly HelpContact[] };

/** Query of lists; `state` only for pairings. */
export interface PageQuery {
  readonly search?: string;
  readonly offset?: number;
  readonly limit?: number;
  readonly state?: PairingState;
}
