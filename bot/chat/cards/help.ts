import type { Message } from '../../core/ports/messaging.ts';
import { CATALOGUE, wordsIn } from '../../words/words.ts';
import type { Action } from './kit.ts';
import { bullets, button } from './kit.ts';
import type { ChatCard } from './note.ts';
import { noteCard } from './note.ts';
import { joinButton } from './welcome.ts';

export interface HelpView extends ChatCard {
  readonly member: boolean;
  /** What was typed was not understood; said kindly, before what can be done. */
  readonly unknown: boolean;
}

/** What one can do, in words to type and buttons to press. */
export function helpCard(view: HelpView): Message {
  const words = wordsIn(view.locale, 'chat');
  const audience = view.member ? 'member' : 'guest';
  return noteCard(view, {
    heading: words(view.unknown ? 'unknown.title' : 'help.title'),
    lines: [...(view.unknown ? [words('unknown.text')] : []), words(`help.${audience}`)],
    more: bullets(CATALOGUE[view.locale].chat.help[`lines_${audience}`]),
    actions: view.member ? memberActions(view) : guestActions(view),
  });
}

function memberActions({ locale, key }: HelpView): readonly Action[] {
  const words = wordsIn(locale, 'chat');
  return [
    button({ title: words('help.profile'), verb: 'member.profile', key }),
    button({ title: words('help.who'), verb: 'member.who-sees', key }),
    button({ title: words('help.pause'), verb: 'member.pause-ask', key }),
    button({ title: words('help.data'), verb: 'data.show', key }),
    button({ title: words('help.leave'), verb: 'member.leave-ask', key }),
  ];
}

function guestActions(view: HelpView): readonly Action[] {
  const words = wordsIn(view.locale, 'chat');
  return [
    joinButton(view),
    button({ title: words('welcome.how'), verb: 'onboarding.how', key: view.key }),
    button({ title: words('help.who'), verb: 'member.who-sees', key: view.key }),
    button({ title: words('help.data'), verb: 'data.show', key: view.key }),
  ];
}
