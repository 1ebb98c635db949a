import type { PersonId } from '../core/ids.ts';
import type { Kept } from '../core/ports/privacy.ts';
import { forgetAudit } from './audit.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { fold, searchTextOf } from './fold.ts';
import { first } from './portable.ts';

/** Forgets all that is from before these moments. Returns how many of each. */
export async function forget(store: WriteDb, before: Kept<Date>, at: Date): Promise<Kept<number>> {
  return {
    moods: await forgetMoods(store, before.moods),
    presses: await forgetPresses(store, before.presses),
    pairings: await forgetPairings(store, before.pairings),
    counted: await forgetCounted(store, before.counted),
    audit: await forgetAudit(store, before.audit, at),
  };
}

async function forgetMoods({ db }: WriteDb, before: Date): Promise<number> {
  const moods = await db
    .updateTable('checkIns')
    .set({ moodSealed: null })
    .where('moodSealed', 'is not', null)
    .where('dueAt', '<', before)
    .executeTakeFirst();
  return Number(moods.numUpdatedRows);
}

async function forgetPresses({ db }: WriteDb, before: Date): Promise<number> {
  const answers = await db.deleteFrom('cardAnswers').where('answeredAt', '<', before).executeTakeFirst();
  const arrivals = await db.deleteFrom('inbox').where('receivedAt', '<', before).executeTakeFirst();
  return Number(answers.numDeletedRows) + Number(arrivals.numDeletedRows);
}

/** Pairings that have ended, what was asked about them, and suggestions that came to nothing. */
async function forgetPairings({ db }: WriteDb, before: Date): Promise<number> {
  const ended = db
    .selectFrom('pairings')
    .where('pairings.state', '=', 'ended')
    .where('pairings.endedAt', '<', before)
    .select('pairings.id');
  await db.deleteFrom('checkIns').where('pairingId', 'in', ended).execute();
  // What somebody wrote to themselves is theirs until they erase it.
  await db.updateTable('reflections').set({ pairingId: null }).where('pairingId', 'in', ended).execute();
  await db.deleteFrom('pairingPeople').where('pairingId', 'in', ended).execute();
  const gone = await db
    .deleteFrom('pairings')
    .where('state', '=', 'ended')
    .where('endedAt', '<', before)
    .executeTakeFirst();
  const closed = db
    .selectFrom('proposals')
    .where('proposals.closedAt', '<', before)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('pairings')
            .whereRef('pairings.proposalId', '=', 'proposals.id')
            .select('pairings.id'),
        ),
      ),
    )
    .select('proposals.id');
  await db.deleteFrom('proposalPeople').where('proposalId', 'in', closed).execute();
  const withoutSides = (await db.deleteFrom('proposals').where('id', 'in', closed).executeTakeFirst())
    .numDeletedRows;
  return Number(gone.numDeletedRows) + Number(withoutSides);
}

/** Whom figures of whole months counted. */
async function forgetCounted({ db }: WriteDb, before: Date): Promise<number> {
  const counted = await db
    .deleteFrom('releasedCohorts')
    .where('period', '<', before.toISOString().slice(0, 7))
    .executeTakeFirst();
  return Number(counted.numDeletedRows);
}

/** People who left before this moment, and whom `forgetPerson` has not taken the name from. */
export async function leavers(
  { db, engine }: ReadDb,
  before: Date,
  limit: number,
): Promise<readonly PersonId[]> {
  const left = db
    .selectFrom('people')
    .where('leftAt', '<', before)
    .where('email', '<>', NOBODY)
    .select('id')
    .orderBy('leftAt');
  return (await first(engine, left, limit).execute()).map((row) => row.id);
}

/** Stands where an address was: no address looks like it, so that nobody is forgotten twice. */
const NOBODY = '-';
const NAMELESS = '–';

/** The row stays, since pairings of others point at it; nothing in it says who it was. */
export async function forgetPerson({ db }: WriteDb, person: PersonId, at: Date): Promise<void> {
  await db.deleteFrom('personTopics').where('personId', '=', person).execute();
  await db.deleteFrom('directoryPrints').where('personId', '=', person).execute();
  await db.deleteFrom('coordinators').where('personId', '=', person).execute();
  await db.deleteFrom('doNotPair').where('otherPersonId', '=', person).execute();
  await db
    .updateTable('people')
    .set({
      directoryId: person,
      objectId: null,
      displayName: NAMELESS,
      nameKey: fold(NAMELESS),
      searchText: searchTextOf(NAMELESS, '', ''),
      email: NOBODY,
      jobTitle: '',
      department: '',
      managerId: null,
      updatedAt: at,
    })
    .where('id', '=', person)
    .execute();
}
