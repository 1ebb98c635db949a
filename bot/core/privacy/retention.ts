/** How long things are kept. Source: docs/privacy.md. Figures are kept, and held against new ones, as long as each other. */
export const RETENTION = { moodDays: 90, pressDays: 30, figureMonths: 12 } as const;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Moods from before this moment are no longer there for anyone. */
export const moodsSince = (now: Date): Date => new Date(now.getTime() - RETENTION.moodDays * DAY_MS);

/** Presses and arrivals from before this moment are forgotten: Teams repeats one within minutes, if at all. */
export const pressesSince = (now: Date): Date => new Date(now.getTime() - RETENTION.pressDays * DAY_MS);
