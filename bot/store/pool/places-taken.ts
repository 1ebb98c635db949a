import { sql } from 'kysely';
import type { PersonId, ProgrammeId } from '../../core/ids.ts';
import type { PairingKind, Role } from '../../core/round.ts';
import { askAmong, inProgramme } from './among.ts';
import type { Among } from './among.ts';
import type { ReadDb } from '../db.ts';

export interface Places {
  readonly asMentor: number;
  readonly asMentee: number;
}

/** In an exchange each is mentor and mentee; whoever is a peer has found company. */
export function placesOf(kind: PairingKind, role: Role): Places {
  if (kind === 'exchange') return { asMentor: 1, asMentee: 1 };
  return role === 'mentor' ? { asMentor: 1, asMentee: 0 } : { asMentor: 0, asMentee: 1 };
}

/** Places that pairings and open proposals take now. */
export async function placesTaken(
  store: ReadDb,
  programme: ProgrammeId,
  among: Among,
): Promise<ReadonlyMap<PersonId, Places>> {
  const places = new Map<PersonId, Places>();
  for (const { personId, kind, role } of await askAmong(among, (some) => takenRows(store, programme, some))) {
    const known = places.get(personId) ?? { asMentor: 0, asMentee: 0 };
    const more = placesOf(kind, role);
    places.set(personId, {
      asMentor: known.asMentor + more.asMentor,
      asMentee: known.asMentee + more.asMentee,
    });
  }
  return places;
}

function takenRows({ db, engine }: ReadDb, programme: ProgrammeId, some: Among) {
  const paired = db
    .selectFrom('pairings')
    .innerJoin('pairingPeople', 'pairingPeople.pairingId', 'pairings.id')
    .where(inProgramme(engine, 'pairings', programme, some))
    .$if(some !== null, (query) => query.where('pairingPeople.personId', 'in', some ?? []))
    .where('pairings.state', '<>', 'ended')
    .where('pairingPeople.leftAt', 'is', null)
    .select(['pairingPeople.personId', 'pairings.kind', 'pairingPeople.role']);
  const proposed = db
    .selectFrom('proposals')
    .innerJoin('proposalPeople', 'proposalPeople.proposalId', 'proposals.id')
    .where(inProgramme(engine, 'proposals', programme, some))
    .$if(some !== null, (query) => query.where('proposalPeople.personId', 'in', some ?? []))
    .where(sql<boolean>`proposals.state = 'open'`)
    .select(['proposalPeople.personId', 'proposals.kind', 'proposalPeople.role']);
  return paired.unionAll(proposed).execute();
}
