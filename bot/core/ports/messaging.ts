import type { Confidential } from '../confidential.ts';
import type { TenantId } from '../ids.ts';
import type { Occurrence } from '../occurrence.ts';
import type { ConversationReference, Unreachable } from './conversations.ts';

/** An Adaptive Card 1.5, as JSON. */
export type Card = {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly body: readonly unknown[];
  readonly actions?: readonly unknown[];
} & Readonly<Record<string, unknown>>;

/** What the bot says: a text or a card, never both (Teams splits those in two messages). */
export type Message =
  | { readonly text: string }
  | {
      readonly card: Card;
      /** Shown in the notification; neutral, since others may look over a shoulder. */
      readonly summary: string;
    };

/** What a pressed button carried: its ids, and what was answered. */
export type PressData = Readonly<Record<string, unknown>>;

/** What Teams brought, once it has passed the gate. */
export type Incoming =
  | { readonly kind: 'message'; readonly text: Confidential<string> }
  | { readonly kind: 'press'; readonly verb: string; readonly data: Confidential<PressData> }
  | { readonly kind: 'installed' }
  | { readonly kind: 'removed' };

/** One turn of the conversation: who, where, what. */
export interface Turn {
  readonly tenantId: TenantId;
  readonly objectId: string;
  /** As Teams gave it, `de-AT`; null where it gave none. */
  readonly locale: string | null;
  readonly reference: Omit<ConversationReference, 'personId'>;
  /** Once for each thing that happened, as far as Teams says; both events of one installation share it. */
  readonly activityId: string;
  readonly incoming: Incoming;
}

/** What to say in return. A press is answered by the card that takes the place of the pressed one. */
export interface TurnAnswer {
  readonly messages: readonly Message[];
  readonly replacement: Message | null;
}

/** Once `signal` is aborted nobody waits for the answer, and nothing more may be saved. */
export type TurnHandler = (turn: Turn, signal?: { readonly aborted: boolean }) => Promise<TurnAnswer>;

/** Every send ends in exactly one of these; see docs/reliability.md. */
export type SendOutcome =
  | {
      readonly kind: 'sent';
      readonly activityId: string | null;
      /** The conversation, where it was begun for this message; remember it. */
      readonly conversationId?: string;
    }
  | { readonly kind: 'not-accepted'; readonly reason: string; readonly retryAfterMs: number | null }
  | { readonly kind: 'undeliverable'; readonly reason: string; readonly unreachable: Unreachable | null }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * Sends exactly once: one request, no retry below it. A reference with an empty `conversationId` has its 1:1
 * conversation begun first. What cannot leave within `withinMs` does not leave at all.
 */
export interface Sender {
  send(
    reference: Omit<ConversationReference, 'personId'>,
    message: Message,
    withinMs?: number,
  ): Promise<SendOutcome>;
}

/** Puts an occurrence into words at the moment it is sent; null when there is nothing left to say. */
export type Render = (occurrence: Occurrence) => Promise<Message | null>;
