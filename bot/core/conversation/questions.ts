/** What people ask in sentences of their own, English and German: the words that tell what a question is about. */
import type { Command } from './commands.ts';

/** Longer than this it is a story, whatever words stand in it. */
const MOST_WORDS = 14;

const GREETING = /^(hi|hey|hello|hallo|moin|so|ok|okay|and|und|well|also|sorry|but|aber) /;

const ASKS =
  /^(what|whats|who|how|why|can|could|may|do|does|did|have|has|am|is|are|will|would|was|wer|wie|wozu|wofuer|warum|kann|koennen|darf|sieht|liest|erfaehrt|ist|sind|bist|bleibt|wird|werden|habe|hab|weiss) /;

const SOMEBODY =
  '(boss|bosses|manager|managers|supervisor|lead|hr|colleague|colleagues|company|admin|it|team|anyone|anybody|someone|somebody|people|others|chef|chefin|fuehrungskraft|vorgesetzter?|personalabteilung|kollegen|firma|jemand|irgendwer|wer|who)';
const LOOKS =
  '(see|sees|read|reads|reading|know|knows|told|hear|hears|find out|sieht|sehen|liest|lesen|mitlesen|erfaehrt|erfahren|mitbekommen)';

const matches = (...patterns: readonly string[]): readonly RegExp[] =>
  patterns.map((one) => new RegExp(one, 'u'));

/** Of questions only: the same words in a story are somebody's story. */
const QUESTIONS: readonly (readonly [Exclude<Command, 'pause'>, readonly RegExp[]])[] = [
  [
    'who-sees',
    matches(
      `\\b${SOMEBODY}\\b.*\\b${LOOKS}\\b`,
      `\\b${LOOKS}\\b.*\\b${SOMEBODY}\\b`,
      '\\b(private|confidential|anonymous|secret|vertraulich|anonym|geheim|privat)\\b',
    ),
  ],
  [
    'missed',
    matches('^(did|have|am|what)\\b.* i\\b.*\\bmiss(ed|ing)?\\b', '^(was )?hab(e)? ich\\b.*\\bverpasst\\b'),
  ],
  [
    'my-data',
    matches(
      '^what\\b.*\\b(know|store|stored|save|saved|keep|kept)\\b.*\\b(me|my)\\b',
      '^was\\b.*\\b(weisst|speicherst|gespeichert)\\b.*\\b(mich|mir)\\b',
    ),
  ],
  [
    'how-it-works',
    matches(
      '^(what|who)(s| is| are) (this|it|that|alongside|you)( thing| bot| app| here| all| about| for| good)*$',
      '^what (do|does|can) (this|it|that|alongside|you)( thing| bot| app)? do$',
      '^how (do|does|is) (this|it|that|alongside|you)( thing| bot| app| all)? (work|used)$',
      '^how do i use (this|it|alongside|you)\\b',
      '^(was|wer) (ist|soll|bist|macht|machst) (das|du|alongside|dieser bot)( hier| denn| eigentlich| genau| alles)*$',
      '^wie (funktioniert|geht|laeuft) (das|es|alongside|dieser bot)( hier| denn| eigentlich| genau| alles)*$',
      '^(wozu|wofuer) (ist|bist|dient) (das|du|alongside|dieser bot)( hier| denn| eigentlich| da| gut)*$',
    ),
  ],
  [
    'join',
    matches('^how (do|can) i (join|sign up|take part)', '^wie (kann|mache|melde) ich (mit|mich an|teil)'),
  ],
];

/** Sentences that wish for something; no question is needed. */
const WISHES: typeof QUESTIONS = [
  [
    'join',
    matches(
      '^(i|id|we) .*\\b(like|love|want|wanna) to (join|sign up|take part|participate)\\b',
      '^(ich|wir) .*\\b(mitmachen|teilnehmen|dabei sein|beitreten)$',
    ),
  ],
  [
    'erase',
    matches(
      '\\b(delete|erase|remove)\\b.*\\b(all )?my (data|messages|answers|account)\\b',
      '\\b(loesche?|entferne?)\\b.*\\bmeine (daten|antworten|nachrichten)\\b',
    ),
  ],
];

/** What a sentence asks for, where that is plain; null for all others. `asked` where it ended with a question mark. */
export function readQuestion(words: readonly string[], asked: boolean): Exclude<Command, 'pause'> | null {
  if (words.length > MOST_WORDS) return null;
  const said = words.join(' ').replace(GREETING, '');
  const isQuestion = asked || ASKS.test(said);
  const among = (list: typeof QUESTIONS) =>
    list.find(([, patterns]) => patterns.some((pattern) => pattern.test(said)))?.[0];
  return (isQuestion ? among(QUESTIONS) : undefined) ?? among(WISHES) ?? null;
}
