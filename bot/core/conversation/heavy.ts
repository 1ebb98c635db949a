import { fold } from '../topics/normalise.ts';

const FEELS =
  /\b(i feel|i am feeling|im feeling|feeling|i am|im|ich fuehle? mich|fuehle? mich|ich bin|bin|mir geht(s| es))\b/;

/** A bad spell, said plainly; not danger, which has words of its own (danger.ts). */
const HEAVY =
  /\b(alone|lonely|isolated|sad|depressed|miserable|desperate|hopeless|helpless|worthless|useless|exhausted|overwhelmed|burn(ed|t) out|crying|ashamed|scared|afraid|anxious|not (ok|okay|well|good enough)|falling apart|at (the|my) (end|limit)|allein|alleine|einsam|traurig|deprimiert|elend|verzweifelt|hoffnungslos|hilflos|wertlos|erschoepft|ueberfordert|ausgebrannt|am ende|am limit|nicht gut|schlecht|mies|fertig mit den nerven)\b/;

const CANNOT =
  /\b(i (can ?not|cant|cannot) (cope|do this|take it|go on)( anymore| any more| any longer)?|ich (kann|schaffe?) (das )?nicht mehr)\b/;

/** Whether somebody says that they are having a hard time. Nothing is inferred beyond these words, and nothing of it is kept. */
export function soundsHeavy(text: string): boolean {
  const said = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ');
  return CANNOT.test(said) || (FEELS.test(said) && HEAVY.test(said));
}
