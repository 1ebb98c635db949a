/** The conversation as a state machine: what happened in, the next state, what to change and what to show out. */
import type { TopicId } from '../ids.ts';
import type { Rhythm, TopicSide } from '../member.ts';
import type { WorkingHours } from '../person.ts';
import { NEW_DIALOG, PARTS, partOf, sideOf } from './dialog.ts';
import type { Confirmation, Dialog, Part } from './dialog.ts';

/** A change of what is kept about a member. */
export type Change =
  | { readonly kind: 'join' }
  | { readonly kind: 'topics'; readonly side: TopicSide; readonly topics: readonly TopicId[] }
  | { readonly kind: 'capacity'; readonly capacity: number }
  | { readonly kind: 'rhythm'; readonly rhythm: Rhythm }
  | { readonly kind: 'hours'; readonly hours: WorkingHours }
  | { readonly kind: 'languages'; readonly languages: readonly string[] };

export type ConversationEvent =
  | { readonly kind: 'join' }
  /** Topics were found in something typed; `side` where the words said which. */
  | { readonly kind: 'found'; readonly side: TopicSide | null; readonly topics: readonly TopicId[] }
  /**
   * Of the topics that a card showed, these are right; those shown and not chosen go. What the card did not
   * show stays, so that an old card in the chat undoes nothing that was said after it.
   */
  | {
      readonly kind: 'choose';
      readonly side: TopicSide;
      readonly shown: readonly TopicId[];
      readonly chosen: readonly TopicId[];
    }
  | Exclude<Change, { readonly kind: 'join' | 'topics' }>
  /** Not this question now, or: no candidate is right. */
  | { readonly kind: 'skip'; readonly part: Part | null }
  | { readonly kind: 'ask'; readonly part: Part }
  | { readonly kind: 'confirm'; readonly what: Exclude<Confirmation, 'join'> }
  /** Whatever was being asked or confirmed: never mind. */
  | { readonly kind: 'never-mind' }
  /** Anything else was said: go on where we were. */
  | { readonly kind: 'go-on' };

export type Show =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'question'; readonly part: Part }
  | { readonly kind: 'candidates' }
  | { readonly kind: 'confirm'; readonly what: Exclude<Confirmation, 'join'> }
  | { readonly kind: 'summary' };

/** What the machine must know of the member: whether they are one, and their topics now. */
export interface MemberFacts {
  readonly joined: boolean;
  readonly offers: readonly TopicId[];
  readonly needs: readonly TopicId[];
}

export interface Step {
  readonly dialog: Dialog;
  readonly changes: readonly Change[];
  readonly show: Show;
}

/**
 * One step. Questions may be answered in any order and again later; the same answers lead to the same member.
 * Somebody who has not joined changes nothing except by joining; what was found for them waits.
 */
export function advance(dialog: Dialog, event: ConversationEvent, facts: MemberFacts): Step {
  switch (event.kind) {
    case 'join':
      return join(dialog, facts);
    case 'found':
      return found(dialog, event, facts);
    case 'ask':
      return facts.joined ? question(dialog, event.part) : welcome(dialog);
    case 'confirm':
      return {
        dialog: { ...dialog, confirming: event.what },
        changes: [],
        show: { kind: 'confirm', what: event.what },
      };
    case 'skip':
      return facts.joined ? skip(dialog, event.part) : welcome({ ...dialog, candidates: [], side: null });
    case 'never-mind':
      return goOn({ ...dialog, confirming: null, candidates: [], side: null }, facts);
    case 'go-on':
      return goOn(dialog, facts);
    case 'choose':
    case 'capacity':
    case 'rhythm':
    case 'hours':
    case 'languages':
      break;
  }
  return facts.joined ? answered(dialog, event, facts) : welcome(dialog);
}

function join(dialog: Dialog, facts: MemberFacts): Step {
  if (facts.joined) return goOn(dialog, facts);
  const fresh: Dialog = { ...NEW_DIALOG, candidates: dialog.candidates, side: dialog.side, onboarding: true };
  const step = goOn(fresh, { ...facts, joined: true });
  return { ...step, changes: [{ kind: 'join' }, ...step.changes] };
}

function found(
  dialog: Dialog,
  event: { readonly side: TopicSide | null; readonly topics: readonly TopicId[] },
  facts: MemberFacts,
): Step {
  const side = event.side ?? sideOf(dialog.asking);
  const next: Dialog = { ...dialog, candidates: event.topics, side, confirming: null };
  if (!facts.joined) return welcome(next);
  return { dialog: next, changes: [], show: { kind: 'candidates' } };
}

type Answered = Extract<
  ConversationEvent,
  { readonly kind: 'choose' | 'capacity' | 'rhythm' | 'hours' | 'languages' }
>;

function answered(dialog: Dialog, event: Answered, facts: MemberFacts): Step {
  const base: Dialog = { ...dialog, confirming: null };
  if (event.kind !== 'choose') return next(base, event.kind, [event]);
  const before = event.side === 'offer' ? facts.offers : facts.needs;
  const kept = before.filter((topic) => !event.shown.includes(topic));
  const change: Change = {
    kind: 'topics',
    side: event.side,
    topics: [...new Set([...kept, ...event.chosen])],
  };
  return next({ ...base, candidates: [], side: null }, partOf(event.side), [change]);
}

function skip(dialog: Dialog, part: Part | null): Step {
  const rest: Dialog = { ...dialog, candidates: [], side: null, confirming: null };
  // No candidate was right: the question that led to them stays open.
  if (part === null) return rest.asking === null ? goOnJoined(rest) : question(rest, rest.asking);
  return next(rest, part, []);
}

/** This part is done: on to the first that is not, or to the summary. */
function next(dialog: Dialog, part: Part, changes: readonly Change[]): Step {
  const done = PARTS.filter((each) => each === part || dialog.done.includes(each));
  return { ...goOnJoined({ ...dialog, done, asking: null }), changes };
}

function goOn(dialog: Dialog, facts: MemberFacts): Step {
  return facts.joined ? goOnJoined(dialog) : welcome(dialog);
}

function goOnJoined(dialog: Dialog): Step {
  if (dialog.candidates.length > 0) return { dialog, changes: [], show: { kind: 'candidates' } };
  const open = dialog.onboarding ? PARTS.find((part) => !dialog.done.includes(part)) : undefined;
  if (open !== undefined) return question(dialog, open);
  return { dialog: { ...dialog, onboarding: false, asking: null }, changes: [], show: { kind: 'summary' } };
}

function question(dialog: Dialog, part: Part): Step {
  return {
    dialog: { ...dialog, asking: part, candidates: [], side: null, confirming: null },
    changes: [],
    show: { kind: 'question', part },
  };
}

function welcome(dialog: Dialog): Step {
  return { dialog: { ...dialog, asking: null, confirming: 'join' }, changes: [], show: { kind: 'welcome' } };
}
