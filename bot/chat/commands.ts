import type { Command } from '../core/conversation/commands.ts';
import type { Dialog } from '../core/conversation/dialog.ts';
import type { Member } from '../core/member.ts';
import type { Message } from '../core/ports/messaging.ts';
import { Refusal } from '../core/refusal.ts';
import { wordsIn } from '../words/words.ts';
import { howItWorksCard, welcomeBackCard } from './cards/welcome.ts';
import { keyFor } from './key-for.ts';
import { help, missed, myData, resume, whoSees } from './member-answers.ts';
import type { PersonTurn } from './route.ts';
import { step } from './step.ts';

/** Does what a typed command asks. */
export async function obey(
  turn: PersonTurn,
  command: Exclude<Command, 'pause' | 'browse'>,
  { dialog, member }: { readonly dialog: Dialog; readonly member: Member | null },
): Promise<Message> {
  switch (command) {
    case 'hello':
      return greet(turn, dialog, member);
    case 'help':
      return help(turn, false);
    case 'how-it-works':
      return howItWorksCard({ locale: turn.locale, key: keyFor(turn), member: member !== null });
    case 'who-sees':
      return whoSees(turn);
    case 'join':
      return step(turn, { kind: 'join' });
    case 'leave':
      if (member === null) throw new Refusal('not-a-member');
      return step(turn, { kind: 'confirm', what: 'leave' });
    case 'resume':
      return resume(turn);
    case 'my-data':
      return myData(turn);
    case 'missed':
      return missed(turn);
    case 'erase':
      return step(turn, { kind: 'confirm', what: 'erase' });
    case 'thanks':
      return { text: wordsIn(turn.locale, 'chat')('thanks') };
    case 'profile':
      return step(turn, { kind: 'never-mind' });
    case 'yes':
    case 'no':
    case 'skip':
      break;
  }
  return member === null ? help(turn, false) : step(turn, { kind: 'go-on' });
}

/** Someone half-way goes on where they were; a member is greeted in one line; everyone else is told what this is. */
export async function greet(turn: PersonTurn, dialog: Dialog, member: Member | null): Promise<Message> {
  if (member === null || dialog.onboarding) return step(turn, { kind: 'go-on' });
  return welcomeBackCard({ locale: turn.locale, key: keyFor(turn), name: turn.person.displayName });
}
