/** How long things are kept. Source: docs/privacy.md. Figures are kept, and held against new ones, as long as each other. */
export const RETENTION = {
  moodDays: 90,
  pressDays: 30,
  figureMonths: 12,
  pairingMonths: 12,
  auditMonths: 12,
  leaverDays: 30,
} as const;

const DAY_MS = 24 * 60 * 60 * 1000;

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

/** The first day of a month, in UTC: what is counted in months goes a whole month at a time. */
const monthsBefore = (now: Date, months: number): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1));

/** Moods from before this moment are no longer there for anyone. */
export const moodsSince = (now: Date): Date => daysBefore(now, RETENTION.moodDays);

/** Presses and arrivals from before this moment are forgotten: Teams repeats one within minutes, if at all. */
export const pressesSince = (now: Date): Date => daysBefore(now, RETENTION.pressDays);

/** Pairings and suggestions that ended before this moment are forgotten, with all that was asked about them. */
export const pairingsSince = (now: Date): Date => monthsBefore(now, RETENTION.pairingMonths);

/**
 * Who was counted in figures of months from before this moment is forgotten: no new figure is held against them. A month
 * is released in the next one, so this reaches back one further.
 */
export const countedSince = (now: Date): Date => monthsBefore(now, RETENTION.figureMonths + 1);

/** Entries of the audit from before this moment are forgotten. */
export const auditSince = (now: Date): Date => monthsBefore(now, RETENTION.auditMonths);

/** Whoever left the company before this moment is erased. */
export const leaversSince = (now: Date): Date => daysBefore(now, RETENTION.leaverDays);
