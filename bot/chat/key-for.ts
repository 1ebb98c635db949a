import type { CardKey } from './cards/kit.ts';
import type { PersonTurn } from './route.ts';

/** The key of a new card of the conversation: no other card ever has it. */
export function keyFor({ deps, programme }: Pick<PersonTurn, 'deps' | 'programme'>): CardKey {
  return { subject: programme?.id ?? 'chat', version: deps.newId() };
}
