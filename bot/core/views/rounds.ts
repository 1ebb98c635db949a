/** What a coordinator sees of rounds: the part of api/contract.ts that is about them. Times are ISO 8601 in UTC. */
import type { ProgrammeSettings } from '../programme.ts';
import type { CorrectionKind, PairingKind, ProposalState, Role, RoundFigures, RoundState } from '../round.ts';
import type { Page, PersonCard } from './people.ts';

export interface RoundRow {
  readonly id: string;
  readonly state: RoundState;
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly figures: RoundFigures;
}

/** A setting that a change speaks of, by its name in the form of settings. */
export type ChangedSetting = 'commonHours' | 'stepsMin' | 'stepsMax';

/** What stands in the way of those left out, and what would help; in words, with how many people each is about. */
export interface Outlook {
  readonly obstacles: readonly { readonly words: string; readonly people: number }[];
  /** Null where the company is too large to try changes at once. */
  readonly changes:
    | readonly {
        readonly words: string;
        readonly people: number;
        readonly setting: ChangedSetting;
        readonly to: number;
      }[]
    | null;
}

/** Body of `correctRound`; `kind` null takes back what was decided about these two. */
export interface CorrectionBody {
  readonly kind: CorrectionKind | null;
  readonly people: readonly [string, string];
}

/** How many others meet somebody else, or nobody any more, because of a correction. */
export interface Corrected {
  readonly othersChanged: number;
}

/** Body of `compareSettings`. */
export interface CompareBody {
  readonly settings: ProgrammeSettings;
}

/** Some of the people that a difference is about, and how many there are. */
export interface SomePeople {
  readonly people: readonly PersonCard[];
  readonly total: number;
}

/** The round under the programme's settings, and under others; nothing of it is saved. */
export interface RoundComparison {
  readonly before: { readonly figures: RoundFigures; readonly outlook: Outlook };
  readonly after: { readonly figures: RoundFigures; readonly outlook: Outlook };
  readonly same: number;
  readonly moved: number;
  readonly gained: SomePeople;
  readonly lost: SomePeople;
}

export interface RoundDetail extends RoundRow {
  readonly outlook: Outlook;
  /** What was decided by hand about this round. */
  readonly corrections: readonly {
    readonly kind: CorrectionKind;
    readonly people: readonly PersonCard[];
  }[];
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
