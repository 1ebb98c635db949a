/**
 * Silence: the bot asked, and neither side of a pairing answered. It is measured from the question, never from
 * what anyone said; an answer of either side ends it.
 */
import type { PairingState } from './round.ts';
import type { ProgrammeSettings } from './programme.ts';

const DAY_MS = 24 * 3_600_000;
/** How long before its end a pairing is asked whether it wants to go on. */
export const RENEWAL_DAYS = 7;

/** That one side was asked about a week and when it answered; never what. */
export interface Asked {
  readonly week: number;
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
}

/** Since when a pairing has been silent: the first question after the last answer of either side; null when it is not. */
export function silentSince(asked: readonly Asked[], now: Date): Date | null {
  const heardAt = latest(asked.map(({ answeredAt }) => answeredAt));
  // A week that one side answered is heard, even when the other side is asked hours later in another zone.
  const heardWeek = Math.max(
    0,
    ...asked.filter(({ answeredAt }) => answeredAt !== null).map(({ week }) => week),
  );
  const open = asked
    .filter(({ week, dueAt }) => week > heardWeek && dueAt <= now && (heardAt === null || dueAt > heardAt))
    .map(({ dueAt }) => dueAt.getTime());
  return open.length === 0 ? null : new Date(Math.min(...open));
}

export type SilenceStep =
  | { readonly kind: 'nudge'; readonly day: number; readonly last: boolean }
  | { readonly kind: 'close-offer'; readonly day: number };

/** What silence calls for now. Of several nudges that were missed only the latest is given, and none before an offer to close. */
export function silenceStep(
  since: Date | null,
  now: Date,
  state: PairingState,
  silence: ProgrammeSettings['silence'],
): SilenceStep | null {
  if (since === null || state === 'ended') return null;
  const days = (now.getTime() - since.getTime()) / DAY_MS;
  const nudges = [...silence.nudgeDays].sort((a, b) => a - b);
  if (days >= silence.closeDays && (state === 'quiet' || nudges.length === 0)) {
    return { kind: 'close-offer', day: silence.closeDays };
  }
  const due = nudges.filter((day) => days >= day).at(-1);
  return due === undefined ? null : { kind: 'nudge', day: due, last: due === nudges.at(-1) };
}

export type EndStep = 'offer-renewal' | 'end' | null;

/** What the length of a pairing calls for: an offer to go on in its last week, then its end. */
export function endStep(endsAt: Date, now: Date): EndStep {
  if (now >= endsAt) return 'end';
  return now.getTime() >= endsAt.getTime() - RENEWAL_DAYS * DAY_MS ? 'offer-renewal' : null;
}

function latest(times: readonly (Date | null)[]): Date | null {
  const known = times.filter((time) => time !== null).map((time) => time.getTime());
  return known.length === 0 ? null : new Date(Math.max(...known));
}
