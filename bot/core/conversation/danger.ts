import { fold } from '../topics/normalise.ts';

/**
 * Words that say plainly that someone may be in danger, in English and German. Kept short on purpose: tiredness and
 * a bad day are not on it. To be reviewed by a professional of the company before a programme starts.
 */
const DANGER = [
  /\bkill(ing)? my ?self\b/,
  /\bsuicid(e|al)\b/,
  /\bend(ing)? my (own )?life\b/,
  /\btake my (own )?life\b/,
  /\b(want|wanna|going) (to )?die\b/,
  /\bdont want to (live|be alive|go on living)\b/,
  /\bbetter off dead\b/,
  /\bself[ -]?harm\b/,
  /\b(hurt|hurting|harm|harming|cut|cutting) my ?self\b/,
  /\bmich (selbst )?umbringen\b/,
  /\bbring(e)? mich um\b/,
  /\bselbstmord\b/,
  /\bsuizid/,
  /\bmir das leben nehmen\b/,
  /\b(will|moechte) (nicht mehr leben|sterben)\b/,
  /\bnicht mehr leben (will|moechte|kann)\b/,
  /\bmich (selbst )?(verletze|verletzen|ritze|ritzen)\b/,
  /\b(verletze|ritze) mich\b/,
];

/** Whether a text holds a word of danger. Nothing is inferred beyond these words, and nothing of it is kept. */
export function namesDanger(text: string): boolean {
  const folded = fold(text).replaceAll(/\s+/g, ' ');
  return DANGER.some((pattern) => pattern.test(folded));
}
