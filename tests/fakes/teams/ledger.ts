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

/** Everything that was asked, in order. */
export class Ledger {
  readonly entries: Entry[] = [];
  readonly #accepted = new Map<string, number>();
  #worst = 0;

  add(entry: Entry): void {
    this.entries.push(entry);
    if (!entry.accepted || entry.key === null || !SHOWN.has(entry.kind)) return;
    const times = this.timesAccepted(entry.key) + 1;
    this.#accepted.set(entry.key, times);
    this.#worst = Math.max(this.#worst, times);
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
    const at = this.messages().map((entry) => entry.at);
    let from = 0;
    let most = 0;
    at.forEach((now, index) => {
      while ((at[from] ?? now) <= now - spanMs) from += 1;
      most = Math.max(most, index - from + 1);
    });
    return most;
  }

  clear(): void {
    this.entries.length = 0;
    this.#accepted.clear();
    this.#worst = 0;
  }
}
