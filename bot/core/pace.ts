/**
 * How fast the bot may speak in one conversation. Teams allows 7 messages in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in
 * an hour; seven at once and then one every 2.2 s keeps all four, and needs a single instant to remember.
 * Source: learn.microsoft.com, "Rate limiting for bots in Teams".
 */
const AT_ONCE = 7;
const EVERY_MS = 2_200;

export type PaceAnswer =
  { readonly allowed: true; readonly pacedUntil: Date } | { readonly allowed: false; readonly at: Date };

/** Whether one more may be said at `at`. `pacedUntil` is when the conversation will have rested from all that was said. */
export function takePace(pacedUntil: Date | null, at: Date): PaceAnswer {
  const rested = Math.max(pacedUntil?.getTime() ?? 0, at.getTime());
  const freeAt = rested - (AT_ONCE - 1) * EVERY_MS;
  if (freeAt > at.getTime()) return { allowed: false, at: new Date(freeAt) };
  return { allowed: true, pacedUntil: new Date(rested + EVERY_MS) };
}
