import type { PersonId, ProgrammeId } from '../../core/ids.ts';
import { askAmong, inProgramme } from './among.ts';
import type { Among } from './among.ts';
import type { ReadDb } from '../db.ts';

/** In how many pairings that went on since then each guided somebody; those who did not are missing. */
export async function guidedSince(
  store: ReadDb,
  programme: ProgrammeId,
  since: Date,
  among: Among,
): Promise<ReadonlyMap<PersonId, number>> {
  const rows = await askAmong(among, (some) => counts(store, programme, since, some).execute());
  return new Map(rows.map((row) => [row.personId, row.pairings]));
}

function counts({ db, engine }: ReadDb, programme: ProgrammeId, since: Date, some: Among) {
  return db
    .selectFrom('pairings')
    .innerJoin('pairingPeople', 'pairingPeople.pairingId', 'pairings.id')
    .where(inProgramme(engine, 'pairings', programme, some))
    .$if(some !== null, (query) => query.where('pairingPeople.personId', 'in', some ?? []))
    .where((eb) => eb.or([eb('pairings.state', '<>', 'ended'), eb('pairings.endedAt', '>=', since)]))
    .where((eb) => eb.or([eb('pairingPeople.role', '=', 'mentor'), eb('pairings.kind', '=', 'exchange')]))
    .select(['pairingPeople.personId', (eb) => eb.fn.countAll<number>().as('pairings')])
    .groupBy('pairingPeople.personId');
}
