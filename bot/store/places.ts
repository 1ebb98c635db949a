import type { PersonId, ProgrammeId } from '../core/ids.ts';
import { Refusal } from '../core/refusal.ts';
import type { Pairing } from '../core/round.ts';
import type { WriteDb } from './db.ts';
import { placesOf } from './pool/places-taken.ts';
import { changed, ofFound } from './portable.ts';

/**
 * Makes sure that each side of a new pairing has a place left. The member's row is written first, so that two
 * pairings that want the same last place wait for each other on any engine; in the order of ids, so that they
 * never wait in a ring.
 * @throws Refusal 'no-capacity', or 'not-a-member' for someone who has left.
 */
export async function takePlaces(store: WriteDb, pairing: Pairing): Promise<void> {
  const sides = [...pairing.people].sort((a, b) => (a.personId < b.personId ? -1 : 1));
  for (const { personId, role } of sides) {
    const capacity = await holdMember(store, pairing.programmeId, personId, pairing.startedAt);
    const taken = await placesTakenBy(store, pairing.programmeId, personId);
    const more = placesOf(pairing.kind, role);
    if (more.asMentor > 0 && taken.asMentor + more.asMentor > capacity) throw new Refusal('no-capacity');
    if (more.asMentee > 0 && taken.asMentee > 0) throw new Refusal('no-capacity');
  }
}

async function holdMember(
  { db }: WriteDb,
  programmeId: ProgrammeId,
  personId: PersonId,
  at: Date,
): Promise<number> {
  const held = await db
    .updateTable('members')
    .set({ updatedAt: at })
    .where('programmeId', '=', programmeId)
    .where('personId', '=', personId)
    .where('state', '<>', 'left')
    .executeTakeFirst();
  if (!changed(held)) throw new Refusal('not-a-member');
  const row = await db
    .selectFrom('members')
    .where('programmeId', '=', programmeId)
    .where('personId', '=', personId)
    .select('mentorCapacity')
    .executeTakeFirstOrThrow();
  return row.mentorCapacity;
}

async function placesTakenBy({ db, engine }: WriteDb, programmeId: ProgrammeId, personId: PersonId) {
  const rows = await db
    .selectFrom('pairingPeople')
    .innerJoin('pairings', 'pairings.id', 'pairingPeople.pairingId')
    .where('pairingPeople.personId', '=', personId)
    .where(ofFound(engine, 'pairings.programmeId'), '=', programmeId)
    .where('pairings.state', '<>', 'ended')
    .where('pairingPeople.leftAt', 'is', null)
    .select(['pairings.kind', 'pairingPeople.role'])
    .execute();
  const places = rows.map(({ kind, role }) => placesOf(kind, role));
  return {
    asMentor: places.reduce((sum, { asMentor }) => sum + asMentor, 0),
    asMentee: places.reduce((sum, { asMentee }) => sum + asMentee, 0),
  };
}
