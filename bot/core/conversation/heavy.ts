import { fold, plainWords } from '../topics/normalise.ts';

/** How people say that it is about themselves. */
const FEELS = '(i feel|i am feeling|im feeling|i am|im|ich fuehle? mich|fuehle? mich|ich bin|bin)';

/** A bad spell, said plainly; not danger, which has words of its own (danger.ts). */
const HEAVY =
  '(alone|lonely|isolated|sad|depressed|miserable|desperate|hopeless|helpless|worthless|exhausted|overwhelmed|burn(ed|t) out|crying|ashamed|scared|anxious|not (ok|okay|well|good enough)|falling apart|allein|alleine|einsam|traurig|deprimiert|elend|verzweifelt|hoffnungslos|hilflos|wertlos|erschoepft|ueberfordert|ausgebrannt|am limit|mit den nerven am ende)';

const SAID: readonly RegExp[] = [
  new RegExp(`\\b${FEELS}\\b.*\\b${HEAVY}\\b`, 'u'),
  /\bmir geht(s| es)\b.*\b(nicht gut|schlecht|mies|elend|dreckig)\b/u,
  /\b(ich )?bin (voellig |einfach |total )?am ende$/u,
  /\bi (cannot|cant|can not) (cope|take it|go on)\b/u,
  /\bich (kann|schaffe?) (das |es )?nicht mehr$/u,
];

/** Whether somebody says that they are having a hard time. Nothing is inferred beyond these words, and nothing of it is kept. */
export function soundsHeavy(text: string): boolean {
  const said = plainWords(fold(text)).join(' ');
  return SAID.some((pattern) => pattern.test(said));
}
