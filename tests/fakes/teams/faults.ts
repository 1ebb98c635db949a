import type { ErrorName } from './errors.ts';

/**
 * What can go wrong with one request. The `accept-then-…` kinds are the treacherous ones: the message is shown,
 * and the sender is told something else or nothing.
 */
export type Fault =
  | { readonly kind: 'accept-then-reset' }
  | { readonly kind: 'accept-then-hang' }
  | { readonly kind: 'accept-then-status'; readonly error: ErrorName }
  | { readonly kind: 'accept-with-broken-body' }
  | { readonly kind: 'slow'; readonly delayMs: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'status'; readonly error: ErrorName; readonly retryAfterSeconds?: number }
  | { readonly kind: 'redirect'; readonly to: string };

export interface FaultedRequest {
  readonly kind: string;
  readonly conversationId: string;
}

/** Decides which requests go wrong: a queue first, then a standing rule. */
export class Faults {
  readonly #queue: Fault[] = [];
  #rule: (request: FaultedRequest) => Fault | null = () => null;

  /** The next `times` requests go wrong like this. */
  next(fault: Fault, times = 1): void {
    for (let left = times; left > 0; left -= 1) this.#queue.push(fault);
  }

  /** From now on the rule decides, after the queue. */
  always(rule: (request: FaultedRequest) => Fault | null): void {
    this.#rule = rule;
  }

  /** From now on this share of requests (0 to 1) goes wrong, each in one of these ways. Repeatable by its seed. */
  share(share: number, faults: readonly Fault[], seed = 1): void {
    const dice = seeded(seed);
    this.#rule = () => (dice() < share ? (faults[Math.floor(dice() * faults.length)] ?? null) : null);
  }

  none(): void {
    this.#queue.length = 0;
    this.#rule = () => null;
  }

  take(request: FaultedRequest): Fault | null {
    return this.#queue.shift() ?? this.#rule(request);
  }
}

/** Mulberry32: small, and the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
