import type { ConversationEvent } from '../core/conversation/advance.ts';
import type { Dialog } from '../core/conversation/dialog.ts';
import {
  namesHours,
  readCapacity,
  readHours,
  readLanguages,
  readRhythm,
} from '../core/conversation/read-answers.ts';
import type { Intent } from '../core/conversation/understand.ts';
import type { PersonTurn } from './route.ts';

/** A sentence longer than this is about something else, even when a time or a number stands in it. */
const SHORT = 60;

export interface Typed {
  readonly text: string;
  readonly intent: Intent;
  readonly dialog: Dialog;
  readonly turn: PersonTurn;
}

/** What was typed as the answer to a question: to the one asked last, or to another one that it plainly answers. */
export function answerTo(typed: Typed): ConversationEvent | null {
  const { intent, dialog, text } = typed;
  if (intent.kind === 'command') return shortAnswer(typed, intent.command) ?? toAsked(typed);
  if (intent.kind === 'speak') return dialog.asking === 'languages' ? toAsked(typed) : null;
  if (intent.kind !== 'other' || text.length > SHORT) return null;
  return toAsked(typed) ?? toAny(typed);
}

/** Yes, no and skip speak of what was asked last. */
function shortAnswer({ dialog, turn }: Typed, command: string): ConversationEvent | null {
  const { candidates, side, asking } = dialog;
  if (candidates.length > 0) {
    if (command === 'yes')
      return side === null ? { kind: 'go-on' } : { kind: 'choose', side, shown: [], chosen: candidates };
    if (command === 'no' || command === 'skip') return { kind: 'skip', part: null };
    return null;
  }
  if (asking === null || asking === 'capacity') return null;
  if (command === 'no' || command === 'skip') return { kind: 'skip', part: asking };
  if (command !== 'yes') return null;
  if (asking === 'hours') return { kind: 'hours', hours: turn.preferences.hours };
  if (asking !== 'languages') return { kind: 'go-on' };
  return { kind: 'languages', languages: turn.preferences.languages ?? turn.person.languages };
}

function toAsked({ text, intent, dialog, turn }: Typed): ConversationEvent | null {
  switch (dialog.asking) {
    case 'capacity': {
      const capacity = readCapacity(text);
      if (capacity !== null) return { kind: 'capacity', capacity };
      const skips = intent.kind === 'command' && (intent.command === 'skip' || intent.command === 'no');
      return skips ? { kind: 'skip', part: 'capacity' } : null;
    }
    case 'rhythm': {
      const rhythm = readRhythm(text);
      return rhythm === null ? null : { kind: 'rhythm', rhythm };
    }
    case 'hours': {
      const hours = intent.kind === 'command' ? null : readHours(text, turn.preferences.hours);
      return hours === null ? null : { kind: 'hours', hours };
    }
    case 'languages': {
      const languages = readLanguages(text);
      return languages === null ? null : { kind: 'languages', languages };
    }
    case 'offers':
    case 'needs':
    case null:
      break;
  }
  return null;
}

/** Answers that can be nothing else: a rhythm, or a span of hours. */
function toAny({ text, turn }: Typed): ConversationEvent | null {
  const rhythm = readRhythm(text);
  if (rhythm !== null) return { kind: 'rhythm', rhythm };
  const hours = namesHours(text) ? readHours(text, turn.preferences.hours) : null;
  return hours === null ? null : { kind: 'hours', hours };
}
