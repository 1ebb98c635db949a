import type { PersonId, ProgrammeId } from '../ids.ts';

/** How a person is reached in Teams; always the newest that Teams gave. */
export interface ConversationReference {
  readonly personId: PersonId;
  readonly serviceUrl: string;
  readonly conversationId: string;
  /** Teams' own id of the person for this bot (29:…). */
  readonly userId: string;
  readonly botId: string;
}

/** Why someone is left alone until they write or install again. */
export type Unreachable = 'not-installed' | 'blocked' | 'gone';

export interface ConversationReads {
  reference(person: PersonId): Promise<ConversationReference | null>;
  unreachable(person: PersonId): Promise<Unreachable | null>;
  /** When their conversation will have rested from what was said in it (core/pace.ts); null where nothing was. */
  pacedUntil(person: PersonId): Promise<Date | null>;
  /** The state of the conversation, as chat last saved it; ids and stages only, never what someone typed. */
  dialog(person: PersonId): Promise<{
    readonly programmeId: ProgrammeId | null;
    readonly state: unknown;
    readonly version: number;
  } | null>;
  /** The answer given to this key before, where it was given. */
  answered(key: string): Promise<unknown>;
}

export interface ConversationWrites {
  /** Overwrites the reference and makes the person reachable again. */
  remember(reference: ConversationReference, at: Date): Promise<void>;
  markUnreachable(person: PersonId, why: Unreachable, at: Date): Promise<void>;
  /** Notes what has been said in these people's conversations, by when each will have rested from it (core/pace.ts). */
  setPace(paces: readonly { readonly personId: PersonId; readonly pacedUntil: Date }[]): Promise<void>;
  /** Compare and set on the version. @throws Refusal 'try-again' when another turn was first. */
  saveDialog(
    person: PersonId,
    programme: ProgrammeId | null,
    state: unknown,
    version: number,
    at: Date,
  ): Promise<void>;
  /** Records an activity; false when it has come before. */
  receive(conversationId: string, activityId: string, at: Date): Promise<boolean>;
  /**
   * Records the answer to a press, by its card key: the person's id, then `|` and what tells the press from others.
   * @throws Refusal 'try-again' when another press of it was first.
   */
  saveAnswer(key: string, answer: unknown, at: Date): Promise<void>;
}
