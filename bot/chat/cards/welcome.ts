import type { Message } from '../../core/ports/messaging.ts';
import { CATALOGUE, wordsIn } from '../../words/words.ts';
import type { Action } from './kit.ts';
import { bullets, button, subtitle, text } from './kit.ts';
import type { ChatCard } from './note.ts';
import { helpButton, noteCard } from './note.ts';
import { nameOf } from './parts.ts';

/** What it is, who can see what, and an offer to join. `found` are topics of what was typed before joining. */
export function welcomeCard(
  view: ChatCard & { readonly name: string; readonly found: readonly string[] },
): Message {
  const words = wordsIn(view.locale, 'chat');
  const found = view.found.map(nameOf).join(', ');
  return noteCard(view, {
    heading: words('welcome.title', { name: nameOf(view.name) }),
    lines: [
      words('welcome.what'),
      words('welcome.who'),
      ...(found === '' ? [] : [words('welcome.found', { topics: found })]),
    ],
    actions: [
      joinButton(view),
      button({ title: words('welcome.how'), verb: 'onboarding.how', key: view.key }),
      button({ title: words('welcome.later'), verb: 'onboarding.later', key: view.key }),
    ],
  });
}

/** For a member who installs again: no long welcome. */
export function welcomeBackCard(view: ChatCard & { readonly name: string }): Message {
  const words = wordsIn(view.locale, 'chat');
  return noteCard(view, {
    heading: words('welcome.back_title', { name: nameOf(view.name) }),
    lines: [words('welcome.back')],
    actions: [
      button({ title: words('help.profile'), verb: 'member.profile', key: view.key }),
      helpButton(view),
    ],
  });
}

/** The whole way in four lines. */
export function howItWorksCard(view: ChatCard & { readonly member: boolean }): Message {
  const words = wordsIn(view.locale, 'chat');
  return noteCard(view, {
    heading: words('how.title'),
    lines: [],
    more: [...bullets(CATALOGUE[view.locale].chat.how.steps), text(words('how.free'))],
    actions: [
      ...(view.member ? [helpButton(view)] : [joinButton(view)]),
      button({ title: words('help.who'), verb: 'member.who-sees', key: view.key }),
      ...(view.member
        ? []
        : [button({ title: words('welcome.later'), verb: 'onboarding.later', key: view.key })]),
    ],
  });
}

/** Who can see what, one line each. */
export function whoSeesCard(view: ChatCard & { readonly member: boolean }): Message {
  const words = wordsIn(view.locale, 'chat');
  const viewers = ['you', 'partner', 'manager', 'coordinator'] as const;
  return noteCard(view, {
    heading: words('who.title'),
    lines: [],
    more: [
      ...viewers.flatMap((viewer) => [
        subtitle(words(`who.${viewer}`)),
        text(words(`who.${viewer}_text`), { spacing: 'None' }),
      ]),
      text(words('who.teams'), { subtle: true, separator: true }),
    ],
    actions: [
      ...(view.member ? [] : [joinButton(view)]),
      button({ title: words('help.data'), verb: 'data.show', key: view.key }),
    ],
  });
}

export function joinButton({ locale, key }: ChatCard): Action {
  return button({
    title: wordsIn(locale, 'chat')('welcome.join'),
    verb: 'onboarding.join',
    key,
    style: 'positive',
  });
}
