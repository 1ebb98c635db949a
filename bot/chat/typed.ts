/** Answers what someone types. The text lives for the turn only: it is searched, and never kept or logged. */
import type { ConversationEvent } from '../core/conversation/advance.ts';
import type { Dialog } from '../core/conversation/dialog.ts';
import { sideOf } from '../core/conversation/dialog.ts';
import { soundsHeavy } from '../core/conversation/heavy.ts';
import { understand } from '../core/conversation/understand.ts';
import type { Intent } from '../core/conversation/understand.ts';
import { LIMITS } from '../core/limits.ts';
import type { Member, TopicSide } from '../core/member.ts';
import type { Message } from '../core/ports/messaging.ts';
import { Refusal } from '../core/refusal.ts';
import { obey } from './commands.ts';
import { care, help, leave, erase, todayOf, speak, pause, askPause } from './member-answers.ts';
import type { PersonTurn } from './route.ts';
import { browse, pick } from './show.ts';
import { dialogOf, memberOf, saveDialog, step } from './step.ts';
import { searchFor } from './topic-index.ts';
import { answerTo } from './typed-answer.ts';

/** @throws Refusal 'too-long' */
export async function answerTyped(turn: PersonTurn, text: string): Promise<Message> {
  if (text.length > LIMITS.messageLength) throw new Refusal('too-long', { limit: LIMITS.messageLength });
  const intent = understand(text, todayOf(turn));
  if (intent.kind === 'danger') return care(turn);
  const dialog = await dialogOf(turn);
  const member = await memberOf(turn);
  const confirmed = await confirm(turn, dialog, intent);
  if (confirmed !== null) return confirmed;
  const event = member === null ? null : answerTo({ text, intent, dialog, turn });
  if (event !== null) return step(turn, event);
  return act(turn, text, intent, { dialog, member });
}

/** A yes to what was asked last, or the same command once more. Anything else takes the question back. */
async function confirm(turn: PersonTurn, dialog: Dialog, intent: Intent): Promise<Message | null> {
  const command = intent.kind === 'command' ? intent.command : null;
  if (dialog.confirming === null) return null;
  if (dialog.confirming === 'leave' && (command === 'yes' || command === 'leave')) return leave(turn);
  if (dialog.confirming === 'erase' && (command === 'yes' || command === 'erase')) return erase(turn);
  if (dialog.confirming === 'join' && command === 'yes') return step(turn, { kind: 'join' });
  await saveDialog(turn, { ...dialog, confirming: null });
  return null;
}

async function act(
  turn: PersonTurn,
  text: string,
  intent: Exclude<Intent, { kind: 'danger' }>,
  { dialog, member }: { readonly dialog: Dialog; readonly member: Member | null },
): Promise<Message> {
  switch (intent.kind) {
    case 'command':
      return intent.command === 'browse'
        ? browse(turn, sideOf(dialog.asking))
        : obey(turn, intent.command, { dialog, member });
    case 'pause':
      return intent.until === null ? askPause(turn) : pause(turn, intent.until);
    case 'change':
      return step(turn, { kind: 'ask', part: intent.part });
    case 'topics':
      return step(turn, { kind: 'never-mind' });
    case 'speak':
      return speak(turn, intent.locale);
    case 'other':
      break;
  }
  return searched(turn, text, { side: intent.side, dialog, member });
}

/**
 * Topics in the text are shown to be confirmed; a hard time is met with people to turn to; near topics are offered; else
 * we say that we do not understand.
 */
async function searched(
  turn: PersonTurn,
  text: string,
  context: { readonly side: TopicSide | null; readonly dialog: Dialog; readonly member: Member | null },
): Promise<Message> {
  const topics = await turn.deps.store.reads.topics.all(turn.person.tenantId);
  const { found, near } = searchFor(turn.person.tenantId, topics)(text);
  const side = context.side ?? sideOf(context.dialog.asking);
  const event: ConversationEvent = { kind: 'found', side, topics: found.slice(0, LIMITS.topicsPerList) };
  if (found.length > 0) return step(turn, event);
  if (soundsHeavy(text)) return care(turn);
  if (context.member === null) return help(turn, true);
  const expected = sideOf(context.dialog.asking) !== null || context.side !== null;
  if (near.length > 0 || expected) return pick(turn, { from: 'near', side, topics: near });
  return help(turn, true);
}
