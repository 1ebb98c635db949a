/** What the connector is asked for. */
export type RequestKind = 'send' | 'reply' | 'update' | 'delete' | 'create' | 'members';

/** One request that reached the fake, whatever was answered. */
export interface Entry {
  readonly sequence: number;
  /** Milliseconds since the epoch, with fractions: fit for exact windows. */
  readonly at: number;
  readonly kind: RequestKind;
  readonly conversationId: string;
  /** What a person would see. The truth, whatever the sender was told. */
  readonly accepted: boolean;
  readonly activityId: string | null;
  /** What the sender was told; null when nothing. */
  readonly status: number | null;
  readonly fault: string | null;
  /** What the test calls this message; null where it has no name for it. */
  readonly key: string | null;
  /** The body, unless the fake was told to keep none. */
  readonly activity: Readonly<Record<string, unknown>> | null;
}

const SHOWN: ReadonlySet<RequestKind> = new Set(['send', 'reply']);

/** After these the sender cannot know whether the message was taken. */
const UNCLEAR: ReadonlySet<string> = new Set([
  'accept-then-reset',
  'accept-then-hang',
  'accept-then-status',
  'reset',
  'hang',
]);

/** What a run came to, without its entries. */
export interface Summary {
  readonly requests: number;
  readonly accepted: number;
  /** Requests that were answered 429. */
  readonly throttled: number;
  /** Requests after which the sender could not know. */
  readonly unclear: number;
  /** How often a named message was accepted beyond the first time. */
  readonly duplicates: number;
  /** The most of anything, and of named messages, within any sliding second. */
  readonly busiestSecond: number;
  readonly busiestNamedSecond: number;
  /** Accepted named messages, and between the first and the last of them. */
  readonly named: number;
  readonly namedSpanMs: number;
}

/** Everything that was asked, in order. */
export class Ledger {
  readonly entries: Entry[] = [];
  readonly #accepted = new Map<string, number>();
  readonly #keepEntries: boolean;
  /** When each message was accepted; named ones again by themselves. */
  #times: number[] = [];
  #namedTimes: number[] = [];
  #requests = 0;
  #throttled = 0;
  #unclear = 0;
  #worst = 0;

  /** @param keepEntries false for long runs: then only the counts are kept. */
  constructor(keepEntries = true) {
    this.#keepEntries = keepEntries;
  }

  add(entry: Entry): void {
    this.#requests += 1;
    if (this.#keepEntries) this.entries.push(entry);
    if (entry.status === 429) this.#throttled += 1;
    if (entry.fault !== null && UNCLEAR.has(entry.fault)) this.#unclear += 1;
    if (entry.accepted && SHOWN.has(entry.kind)) {
      this.#times.push(entry.at);
      if (entry.key !== null) this.#namedTimes.push(entry.at);
    }
    if (!entry.accepted || entry.key === null || !SHOWN.has(entry.kind)) return;
    const times = this.timesAccepted(entry.key) + 1;
    this.#accepted.set(entry.key, times);
    this.#worst = Math.max(this.#worst, times);
  }

  /** How many requests have come. */
  get size(): number {
    return this.#requests;
  }

  /** Messages that people would see. */
  messages(conversationId?: string): readonly Entry[] {
    return this.entries.filter(
      (entry) =>
        entry.accepted &&
        SHOWN.has(entry.kind) &&
        (conversationId === undefined || entry.conversationId === conversationId),
    );
  }

  /** How many requests of a kind came, accepted or not. */
  count(kind: RequestKind): number {
    return this.entries.filter((entry) => entry.kind === kind).length;
  }

  timesAccepted(key: string): number {
    return this.#accepted.get(key) ?? 0;
  }

  /** The most often that any one named message was accepted: above 1 somebody was told twice. */
  get worst(): number {
    return this.#worst;
  }

  /** The most that were accepted within any sliding span. */
  mostWithin(spanMs: number): number {
    return busiest(this.#times, spanMs);
  }

  /** The named messages that were accepted, each once. */
  acceptedKeys(): readonly string[] {
    return [...this.#accepted.keys()];
  }

  summary(): Summary {
    const named = this.#namedTimes;
    return {
      requests: this.#requests,
      accepted: this.#times.length,
      throttled: this.#throttled,
      unclear: this.#unclear,
      duplicates: named.length - this.#accepted.size,
      busiestSecond: busiest(this.#times, 1000),
      busiestNamedSecond: busiest(named, 1000),
      named: named.length,
      namedSpanMs: (named.at(-1) ?? 0) - (named[0] ?? 0),
    };
  }

  clear(): void {
    this.entries.length = 0;
    this.#accepted.clear();
    this.#times = [];
    this.#namedTimes = [];
    this.#requests = 0;
    this.#throttled = 0;
    this.#unclear = 0;
    this.#worst = 0;
  }
}

function busiest(at: readonly number[], spanMs: number): number {
  let from = 0;
  let most = 0;
  at.forEach((now, index) => {
    while ((at[from] ?? now) <= now - spanMs) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}
