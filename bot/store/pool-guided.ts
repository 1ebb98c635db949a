import type { PersonId, ProgrammeId } from '../core/ids.ts';
import type { ReadDb } from './db.ts';

/** In how many pairings that went on since then each guided somebody; those who did not are missing. */
export async function guidedSince(
  { db }: ReadDb,
  programme: ProgrammeId,
  since: Date,
): Promise<ReadonlyMap<PersonId, number>> {
  const rows = await db
    .selectFrom('pairings')
    .innerJoin('pairingPeople', 'pairingPeople.pairingId', 'pairings.id')
    .where('pairings.programmeId', '=', programme)
    .where((eb) => eb.or([eb('pairings.state', '<>', 'ended'), eb('pairings.endedAt', '>=', since)]))
    .where((eb) => eb.or([eb('pairingPeople.role', '=', 'mentor'), eb('pairings.kind', '=', 'exchange')]))
    .select(['pairingPeople.personId', (eb) => eb.fn.countAll<number>().as('pairings')])
    .groupBy('pairingPeople.personId')
    .execute();
  return new Map(rows.map((row) => [row.personId, row.pairings]));
}
