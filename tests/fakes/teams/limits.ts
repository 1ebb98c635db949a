/** One of Teams' windows: at most `most` in any `spanMs` milliseconds. */
export interface Window {
  readonly spanMs: number;
  readonly most: number;
}

const HOUR = 3_600_000;

/** Per bot and thread: sending and creating. Source: learn.microsoft.com, "Rate limiting". */
export const SEND_WINDOWS: readonly Window[] = [
  { spanMs: 1_000, most: 7 },
  { spanMs: 2_000, most: 8 },
  { spanMs: 30_000, most: 60 },
  { spanMs: HOUR, most: 1_800 },
];

/** Per bot and thread: reading members. */
export const READ_WINDOWS: readonly Window[] = [
  { spanMs: 1_000, most: 14 },
  { spanMs: 2_000, most: 16 },
  { spanMs: 30_000, most: 120 },
  { spanMs: HOUR, most: 3_600 },
];

/** Per app and tenant, everything together. */
export const TENANT_WINDOWS: readonly Window[] = [{ spanMs: 1_000, most: 50 }];

/** Counts exactly: an event leaves a window the moment it is `spanMs` old. Refused ones do not count. */
export class Limiter {
  readonly #windows: readonly Window[];
  readonly #longestMs: number;
  readonly #events = new Map<string, number[]>();

  constructor(windows: readonly Window[]) {
    this.#windows = windows;
    this.#longestMs = Math.max(...windows.map((window) => window.spanMs));
  }

  /** 0 when there is room for one more of this key at `now`, else the milliseconds until there is. */
  waitMs(key: string, now: number): number {
    const events = this.#events.get(key) ?? [];
    const waits = this.#windows.map(({ spanMs, most }) => {
      const oldestThatCounts = events.at(-most);
      return oldestThatCounts === undefined ? 0 : oldestThatCounts + spanMs - now;
    });
    return Math.max(0, ...waits);
  }

  count(key: string, now: number): void {
    const events = this.#events.get(key) ?? [];
    events.push(now);
    const first = events[0];
    if (first !== undefined && first <= now - this.#longestMs)
      events.splice(
        0,
        events.findIndex((at) => at > now - this.#longestMs),
      );
    this.#events.set(key, events);
  }
}
