import type { PersonId, TenantId } from '../ids.ts';

/** What the company's directory says of one person. A field that is absent has not changed. */
export interface DirectoryChange {
  /** Entra object id, in small letters. */
  readonly objectId: string;
  /** Deleted, disabled, or not of the company: no longer here. */
  readonly gone: boolean;
  readonly displayName?: string;
  readonly email?: string;
  readonly jobTitle?: string;
  readonly department?: string;
  /** ISO 3166-1 alpha-2, or empty. */
  readonly country?: string;
  /** IANA name; taken for new people only, since the directory merely guesses it from the country. */
  readonly timeZone?: string;
  /** Primary tags; taken for new people only. */
  readonly languages?: readonly string[];
  /** Null for nobody. */
  readonly managerObjectId?: string | null;
}

/** One page of a round. The last one has `done`: where the next round begins. */
export interface DirectoryPage {
  readonly changes: readonly DirectoryChange[];
  readonly next: string | null;
  readonly done: string | null;
}

/** The company's directory, read page by page. */
export interface DirectorySource {
  /**
   * Reads the page at an address, or the very first one. 'start-over' when the directory no longer knows the address.
   * @throws Error when it cannot be had now; the same page can be asked for later.
   */
  read(address: string | null): Promise<DirectoryPage | 'start-over'>;
}

/** Where reading stands. */
export interface DirectoryPlace {
  readonly link: string;
  /** Whether everyone has been read once, so that from here on only changes come. */
  readonly isComplete: boolean;
}

export interface DirectoryCounts {
  readonly new: number;
  readonly changed: number;
  readonly gone: number;
}

export interface DirectoryReads {
  place(tenant: TenantId): Promise<DirectoryPlace | null>;
}

export interface DirectoryWrites {
  /** Sets a page aside until its round is whole; what is told twice counts as it was told last. */
  stage(tenant: TenantId, changes: readonly DirectoryChange[]): Promise<void>;
  /** Moves on from one place to the next; false when another instance already has. */
  moveOn(tenant: TenantId, from: string | null, to: DirectoryPlace, at: Date): Promise<boolean>;
  /** Forgets the place and what was set aside: the next round reads everyone anew. */
  startOver(tenant: TenantId): Promise<void>;
  /**
   * Brings people in line with what was set aside, and clears it away. After a round of everyone, whoever has an
   * object id and was not named is gone. @throws Error where that would be more than half of the company.
   */
  applyStaged(
    tenant: TenantId,
    round: { readonly everyone: boolean; readonly at: Date; readonly newId: () => PersonId },
  ): Promise<DirectoryCounts>;
}
