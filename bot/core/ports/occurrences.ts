import type { OccurrenceId, PersonId, ProgrammeId, TenantId } from '../ids.ts';
import type { Occurrence, OccurrenceKind, OccurrenceState } from '../occurrence.ts';
import type { Permits } from '../permit.ts';
import type { Recipient } from '../recipient.ts';

/** Whose share of Teams' requests: what the bot says by itself, or its answers. */
export type PermitLane = 'proactive' | 'reply';

export interface NewOccurrence {
  readonly id: OccurrenceId;
  readonly tenantId: TenantId;
  readonly programmeId: ProgrammeId;
  readonly personId: PersonId;
  readonly kind: OccurrenceKind;
  readonly period: string;
  readonly subjectId: string;
  readonly dueAt: Date;
  readonly expiresAt: Date;
}

export interface Claim {
  readonly worker: string;
  readonly now: Date;
  readonly leaseUntil: Date;
  readonly limit: number;
  /** Those that the worker has words for: all, unless it says otherwise. */
  readonly kinds?: readonly OccurrenceKind[];
}

/** What a worker holds, and under which fence. */
export type Held = Pick<Occurrence, 'id' | 'fence'>;

/** What one send came to. */
export interface EndedSend extends Held {
  readonly endState: 'sent' | 'due' | 'undeliverable' | 'unknown';
  readonly reason: string | null;
  /** When to try again; null leaves it as it was. */
  readonly dueAt: Date | null;
  /** Teams' id of the message, where it gave one. */
  readonly activityId: string | null;
  /** 1 where no request was made for certain: then the attempt is taken back. */
  readonly unmade: 0 | 1;
}

export interface OccurrenceReads {
  byId(id: OccurrenceId): Promise<Occurrence | null>;
  countByState(programme: ProgrammeId): Promise<Readonly<Record<OccurrenceState, number>>>;
  /** Due for longest, in all or in one programme. */
  oldestDue(now: Date, programme?: ProgrammeId): Promise<Date | null>;
  /** People who have something waiting, are not known to Teams yet, and are looked at again by then. */
  unreached(until: Date, limit: number): Promise<readonly PersonId[]>;
  /** Unknown ones whose time has not passed, newest first. */
  unclear(
    programme: ProgrammeId,
    now: Date,
    page: { offset: number; limit: number },
  ): Promise<readonly (Pick<Occurrence, 'id' | 'personId' | 'kind'> & { readonly sentAt: Date | null })[]>;
  /**
   * What this person may have missed: kinds of their unknown ones whose time has not passed, the oldest first, each
   * once; since they were last sent something, which will have named the others, or ever.
   */
  missed(
    person: PersonId,
    programme: ProgrammeId,
    now: Date,
    since: 'last-sent' | 'ever',
  ): Promise<readonly OccurrenceKind[]>;
  /**
   * When this person last got something that counts towards the one a day: the newest of their sending, sent and
   * unknown ones whose kind is not among REPLIES.
   */
  lastProactiveAt(person: PersonId): Promise<Date | null>;
  /** All that decides about telling each of these people something now, in the order asked; null for nobody. */
  recipients(
    asked: readonly { readonly programmeId: ProgrammeId; readonly personId: PersonId }[],
  ): Promise<readonly (Recipient | null)[]>;
  /** The tenant's slots as they stand; somebody else may be taking some. */
  permits(tenantId: TenantId, lane: PermitLane, now: Date): Promise<Permits>;
}

export interface OccurrenceWrites {
  /** Inserts those that are absent: unique on programme, person, kind and period. Returns how many were new. */
  plan(occurrences: readonly NewOccurrence[]): Promise<number>;
  /** Claims up to `limit` due rows by compare and set: lease until then, fence one higher. */
  claim(claim: Claim): Promise<readonly Occurrence[]>;
  /**
   * Moves one that is in `from` under this fence; false when another was first. Moving to `sending` counts one
   * attempt; only `claimed` and `sending` keep their lease.
   */
  move(
    id: OccurrenceId,
    fence: number,
    from: OccurrenceState,
    change: { to: OccurrenceState; at: Date; dueAt?: Date; reason?: string; activityId?: string },
  ): Promise<boolean>;
  /** Those whose lease ran out while sending become unknown; those only claimed become due. Returns how many of each. */
  recover(now: Date): Promise<{ unknown: number; due: number }>;
  /** Cancels what is still due for a person and subject, or for all of a person's. */
  cancel(person: PersonId, subjectId: string | null, at: Date): Promise<void>;
  /** Makes due at once what waits for this person, who has just come (back) within reach. */
  wake(person: PersonId, at: Date): Promise<void>;
  /** Commits to sending those that are still claimed under their fence; returns the ids of these. Counts one attempt each. */
  startSending(claims: readonly Held[], at: Date): Promise<ReadonlySet<OccurrenceId>>;
  /**
   * Ends those that are `sending` under their fence, all in one statement. What is known for certain of the one
   * request under a fence holds also where others had called it unknown meanwhile. Each is named once.
   */
  endSending(ended: readonly EndedSend[], at: Date): Promise<void>;
  /** The tenant's slots (core/permit.ts), held against everybody else until the transaction ends. */
  lockPermits(tenantId: TenantId, lane: PermitLane, now: Date): Promise<Permits>;
  savePermits(tenantId: TenantId, lane: PermitLane, permits: Permits): Promise<void>;
  /** No permits before then; from a 429 of Teams. */
  pauseUntil(tenant: TenantId, at: Date): Promise<void>;
  /** A press on the card proves that it arrived. */
  proveDelivered(id: OccurrenceId, at: Date): Promise<void>;
}
