const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Which week of how many a pairing is in; the first from its first moment, the last until it is ended. */
export function weekOf(
  pairing: { readonly startedAt: string; readonly endsAt: string },
  now: Date,
): { readonly week: number; readonly weeks: number } {
  const start = Date.parse(pairing.startedAt);
  const weeks = Math.max(1, Math.round((Date.parse(pairing.endsAt) - start) / WEEK_MS));
  const week = Math.floor((now.getTime() - start) / WEEK_MS) + 1;
  return { week: Math.min(Math.max(week, 1), weeks), weeks };
}
