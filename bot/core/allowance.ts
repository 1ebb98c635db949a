/** How much somebody may ask of us: so much at once, and so much more with each second. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Far above what fingers do, far below what a program does. */
export const RATES = {
  /** Requests of the tab; an export or a preview costs as much as twenty. */
  tab: { burst: 120, perSecond: 10 },
  presses: { burst: 30, perSecond: 1 },
  /** Each is answered by a message, of which Teams lets through one in 2.2 seconds (pace.ts). */
  messages: { burst: 12, perSecond: 0.5 },
} as const satisfies Readonly<Record<string, Rate>>;

/** What a request costs that reads or computes much. */
export const HEAVY = 20;

interface Allowance {
  left: number;
  at: number;
}

/** Those who have rested longest are forgotten above this many: they are back at their burst anyway. */
const MOST_KEPT = 20_000;

/** What each person has left, on this instance. Times are milliseconds of a clock that never goes back. */
export class Allowances {
  readonly #rate: Rate;
  readonly #kept = new Map<string, Allowance>();

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Whether there was enough left; takes it if so, and nothing otherwise. */
  take(who: string, nowMs: number, cost = 1): boolean {
    const { burst, perSecond } = this.#rate;
    const before = this.#kept.get(who) ?? { left: burst, at: nowMs };
    const left = Math.min(burst, before.left + (Math.max(0, nowMs - before.at) / 1000) * perSecond);
    const enough = left >= cost;
    // Whoever asked last stands last, so that the first in the map has rested longest.
    this.#kept.delete(who);
    this.#kept.set(who, { left: enough ? left - cost : left, at: Math.max(nowMs, before.at) });
    if (this.#kept.size > MOST_KEPT) this.#forgetOne();
    return enough;
  }

  get size(): number {
    return this.#kept.size;
  }

  #forgetOne(): void {
    for (const [first] of this.#kept) {
      this.#kept.delete(first);
      return;
    }
  }
}
