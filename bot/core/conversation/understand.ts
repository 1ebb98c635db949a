/** What a typed message asks for. Nothing is inferred beyond the words of commands.ts; the rest is a topic or unknown. */
import type { Locale } from '../person.ts';
import { LOCALES } from '../person.ts';
import type { TopicSide } from '../member.ts';
import { mayBe } from '../text/spelling.ts';
import { fold, plainWords } from '../topics/normalise.ts';
import { COMMANDS, PART_WORDS, PHRASES, POLITE } from './commands.ts';
import type { Command } from './commands.ts';
import { namesDanger } from './danger.ts';
import { PARTS } from './dialog.ts';
import type { Part } from './dialog.ts';
import { languageName, languageNamed } from './languages.ts';
import { readQuestion } from './questions.ts';
import { readDay } from './read-day.ts';

export type Intent =
  | { readonly kind: 'danger' }
  | { readonly kind: 'command'; readonly command: Exclude<Command, 'pause'> }
  /** `until` is null where no day is named; it may lie in the past. */
  | { readonly kind: 'pause'; readonly until: string | null }
  | { readonly kind: 'change'; readonly part: Part }
  | { readonly kind: 'topics' }
  | { readonly kind: 'speak'; readonly locale: Locale | null }
  | { readonly kind: 'other'; readonly side: TopicSide | null };

/** Reads a message; `today` is the person's own day, `YYYY-MM-DD`. */
export function understand(text: string, today: string): Intent {
  if (namesDanger(text)) return { kind: 'danger' };
  const words = plainWords(fold(text));
  if (words.length === 0) return { kind: 'other', side: null };
  return (
    readCommand(words) ??
    readPause(words, text, today) ??
    readSpeak(words) ??
    readPart(words) ??
    asked(words, text) ?? {
      kind: 'other',
      side: sideSaid(words.join(' ')),
    }
  );
}

function readCommand(words: readonly string[]): Intent | null {
  const bare = withoutPoliteness(words);
  // As it was typed first: "i am in" is made of words that are otherwise only polite.
  for (const said of [words, bare]) {
    const command =
      COMMANDS.find((each) => PHRASES[each].some((phrase) => phrase === said.join(' '))) ??
      COMMANDS.find((each) => PHRASES[each].some((phrase) => isPhrase(said, phrase)));
    if (command !== undefined)
      return command === 'pause' ? { kind: 'pause', until: null } : { kind: 'command', command };
  }
  return null;
}

function asked(words: readonly string[], text: string): Intent | null {
  const command = readQuestion(words, text.trimEnd().endsWith('?'));
  return command === null ? null : { kind: 'command', command };
}

/** `pause until 3 January`, `Urlaub bis Montag`, `break for 2 weeks`. */
function readPause(words: readonly string[], text: string, today: string): Intent | null {
  const asks = words.some((word) =>
    ['pause', 'pausiere', 'pausieren', 'pausing', 'break', 'auszeit'].some((known) => mayBe(word, known)),
  );
  const away = words.some((word) =>
    ['vacation', 'holiday', 'holidays', 'leave', 'urlaub', 'away', 'weg', 'abwesend'].includes(word),
  );
  const bounded = words.some((word) => ['until', 'till', 'til', 'for', 'bis', 'fuer'].includes(word));
  const until = asks || (away && bounded) ? readDay(text, today) : null;
  if (until !== null) return { kind: 'pause', until };
  return asks && words[0] !== undefined && (mayBe(words[0], 'pause') || bounded)
    ? { kind: 'pause', until: null }
    : null;
}

/** `language deutsch`, `auf deutsch bitte`, `english`. */
function readSpeak(words: readonly string[]): Intent | null {
  const rest = words.filter(
    (word) =>
      !POLITE.has(word) &&
      !['in', 'auf', 'speak', 'sprich', 'spreche', 'switch', 'wechsel', 'wechsle'].includes(word),
  );
  const asks = rest.some((word) => ['language', 'sprache'].includes(word));
  const others = rest.filter((word) => !['language', 'sprache', 'zu'].includes(word));
  if (asks && others.length === 0) return { kind: 'speak', locale: null };
  const [tag] = others.map(languageNamed);
  const locale = LOCALES.find((each) => each === tag);
  // A name alone must be exact: Germany is not German.
  const sure =
    asks || others.some((word) => LOCALES.some((each) => fold(languageName(tag ?? '', each)) === word));
  if (others.length !== 1 || !sure) return null;
  return locale !== undefined || asks ? { kind: 'speak', locale: locale ?? null } : null;
}

function readPart(words: readonly string[]): Intent | null {
  const bare = withoutPoliteness(words);
  if (bare.length === 0) return null;
  if (['topics', 'topic', 'themen'].some((word) => isPhrase(bare, word))) return { kind: 'topics' };
  const part = PARTS.find((each) =>
    PART_WORDS[each].some((phrase) => isPhrase(bare, phrase) || isPhrase(words, phrase)),
  );
  return part === undefined ? null : { kind: 'change', part };
}

function withoutPoliteness(words: readonly string[]): readonly string[] {
  return words.filter((word) => !POLITE.has(word));
}

function isPhrase(said: readonly string[], phrase: string): boolean {
  const meant = phrase.split(' ');
  return said.length === meant.length && meant.every((word, at) => mayBe(said[at] ?? '', word));
}

const NEED =
  /\b(fac(e|ing)|need|needs|struggl\w*|want to learn|learn(ing)?|stuck|hard for me|going through|dealing with|brauche|suche|lerne|lernen|stehe\b.*\bvor|vor mir|faellt\b.*\bschwer|hadere|kaempfe|stecke|beschaeftigt mich)\b/;
const OFFER =
  /\b(came through|come through|been through|went through|gone through|survived|can help|can talk|could talk|happy to talk|offer|i know|know about|good at|behind me|durchgemacht|hinter mir|erlebt|geschafft|ueberstanden|helfen kann|kann\b.*\b(helfen|erzaehlen|reden)|kenne|biete|weiss viel)\b/;

/** Whether a message says which side it speaks of; null when it says neither or both. */
export function sideSaid(words: string): TopicSide | null {
  const [need, offer] = [NEED.test(words), OFFER.test(words)];
  if (need === offer) return null;
  return need ? 'need' : 'offer';
}
