import type { Message, TurnAnswer } from '../core/ports/messaging.ts';

/** What Teams understands as the answer to a pressed button. Source: learn.microsoft.com, "Universal Actions for Adaptive Cards". */
export interface InvokeAnswer {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

/** The card that takes the place of the pressed one, or a line of text under it. */
export function pressAnswer(answer: TurnAnswer): InvokeAnswer {
  const { replacement } = answer;
  if (replacement === null) return textAnswer('');
  return 'card' in replacement ? cardAnswer(replacement) : textAnswer(replacement.text);
}

/** A refusal in words; the pressed card stays as it is and can be pressed again. */
export function pressRefusal(statusCode: 400 | 403 | 503, code: string, message: string): InvokeAnswer {
  return { statusCode, type: 'application/vnd.microsoft.error', value: { code, message } };
}

function cardAnswer(message: Extract<Message, { card: unknown }>): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: message.card };
}

function textAnswer(text: string): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
}
