import type { Activity } from 'botframework-schema';
import type { ConversationReference } from '../core/ports/conversations.ts';
import type { Message } from '../core/ports/messaging.ts';

/** Teams counts the whole payload as UTF-16. Source: learn.microsoft.com, "Format your bot messages". */
export const MAX_ACTIVITY_BYTES = 100 * 1024;

type Where = Omit<ConversationReference, 'personId'>;

/** The activity for one message. Text is plain: no name of a person can turn into a link or markup. */
export function outgoingActivity(where: Where, message: Message): Partial<Activity> {
  const addressed = {
    type: 'message',
    from: { id: where.botId, name: '' },
    recipient: { id: where.userId, name: '' },
  };
  if ('text' in message) return { ...addressed, text: message.text, textFormat: 'plain' };
  return {
    ...addressed,
    summary: message.summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }],
  };
}

/** Bytes as Teams counts them. */
export function sizeInUtf16(activity: Partial<Activity>): number {
  return JSON.stringify(activity).length * 2;
}
