/**
 * Where the conversation with one person stands. It is kept over days and restarts, so it holds stages and ids
 * only: never a word that someone typed. What a person has answered is kept with their membership, not here.
 */
import { z } from 'zod';
import type { TopicId } from '../ids.ts';
import { TOPIC_SIDES } from '../member.ts';
import type { TopicSide } from '../member.ts';

export const PARTS = ['offers', 'needs', 'capacity', 'rhythm', 'hours', 'languages'] as const;
/** The questions, in the order in which they are asked; they may be answered in any. */
export type Part = (typeof PARTS)[number];

export const CONFIRMATIONS = ['join', 'leave', 'erase'] as const;
/** What a yes would do now: what was offered last, or is done only after asking once more. */
export type Confirmation = (typeof CONFIRMATIONS)[number];

export interface Dialog {
  /** From joining until the summary has been seen. */
  readonly onboarding: boolean;
  /** The question asked last, which a short answer belongs to. */
  readonly asking: Part | null;
  readonly done: readonly Part[];
  /** Topics found in what was typed, waiting for a yes. */
  readonly candidates: readonly TopicId[];
  /** What the candidates are meant for; null while we do not know. */
  readonly side: TopicSide | null;
  readonly confirming: Confirmation | null;
}

export const NEW_DIALOG: Dialog = {
  onboarding: false,
  asking: null,
  done: [],
  candidates: [],
  side: null,
  confirming: null,
};

const saved = z.object({
  onboarding: z.boolean(),
  asking: z.enum(PARTS).nullable(),
  done: z.array(z.enum(PARTS)),
  candidates: z.array(z.string().transform((id) => id as TopicId)),
  side: z.enum(TOPIC_SIDES).nullable(),
  confirming: z.enum(CONFIRMATIONS).nullable(),
});

/** The dialog as it was saved; anything that cannot be read, as from another version, begins anew. */
export function readDialog(state: unknown): Dialog {
  const parsed = saved.safeParse(state);
  return parsed.success ? parsed.data : NEW_DIALOG;
}

export const sideOf = (part: Part | null): TopicSide | null =>
  part === 'offers' ? 'offer' : part === 'needs' ? 'need' : null;

export const partOf = (side: TopicSide): Part => (side === 'offer' ? 'offers' : 'needs');
