import type { PersonId } from '../core/ids.ts';
import type { ReadDb } from './db.ts';
import { ownPerson, ownReach } from './everything-directory.ts';
import { ownParts, ownPairings } from './everything-parts.ts';
import { ownSaid } from './everything-said.ts';

/**
 * Everything that is kept about a person, by table, with names in place of ids and their own sealed values opened.
 * Nothing that others keep to themselves: not their answers, nor whether they asked not to be paired with this person.
 */
export async function everythingAbout(
  store: ReadDb,
  person: PersonId,
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  return {
    ...(await ownPerson(store, person)),
    ...(await ownParts(store, person)),
    ...(await ownPairings(store, person)),
    ...(await ownSaid(store, person)),
    ...(await ownReach(store, person)),
  };
}
