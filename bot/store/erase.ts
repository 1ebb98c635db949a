import type { PersonId } from '../core/ids.ts';
import { forgetInCohorts } from './cohorts.ts';
import type { WriteDb } from './db.ts';
import { startsWith } from './portable.ts';

/**
 * Erases what a person said and all that they chose, and drops their data key, so that no copy of it opens again.
 * Membership and pairings end; that they were there stays, for counts. The directory's own facts stay with the directory.
 */
export async function erase(store: WriteDb, person: PersonId, at: Date): Promise<void> {
  await eraseSaid(store, person);
  await eraseChosen(store, person);
  await endParts(store, person, at);
  await eraseReach(store, person, at);
  await forgetInCohorts(store, person);
  await store.sealing.drop(person);
}

async function eraseSaid({ db }: WriteDb, person: PersonId): Promise<void> {
  // The rows stay without their answers: that a pairing was asked in a week belongs to both sides.
  await db
    .updateTable('checkIns')
    .set({ moodSealed: null, helpedSealed: null, connected: null, answeredAt: null })
    .where('personId', '=', person)
    .execute();
  await db.deleteFrom('notes').where('fromPersonId', '=', person).execute();
  await db.deleteFrom('asks').where('personId', '=', person).execute();
  await db.deleteFrom('reflections').where('personId', '=', person).execute();
}

async function eraseChosen({ db }: WriteDb, person: PersonId): Promise<void> {
  await db.deleteFrom('preferences').where('personId', '=', person).execute();
  await db.deleteFrom('dialogs').where('personId', '=', person).execute();
  await db.deleteFrom('doNotPair').where('personId', '=', person).execute();
  await db.deleteFrom('memberTopics').where('personId', '=', person).execute();
  await db.deleteFrom('leftOut').where('personId', '=', person).execute();
  await db
    .deleteFrom('roundCorrections')
    .where((eb) => eb.or([eb('personId', '=', person), eb('otherPersonId', '=', person)]))
    .execute();
}

async function endParts({ db }: WriteDb, person: PersonId, at: Date): Promise<void> {
  await db
    .updateTable('members')
    .set({
      state: 'left',
      leftAt: at,
      pausedUntilOn: null,
      mentorCapacity: 0,
      isVisibleToManager: false,
      roundsWaited: 0,
      updatedAt: at,
    })
    .where('personId', '=', person)
    .execute();
  await endPairings(db, person, at);
  await endProposals(db, person, at);
}

/** Reasons name what the person was facing, so they go from those that have ended too. */
async function endPairings(db: WriteDb['db'], person: PersonId, at: Date): Promise<void> {
  const own = db.selectFrom('pairingPeople').where('personId', '=', person).select('pairingId');
  await db.updateTable('pairings').set({ reasonsJson: '[]' }).where('id', 'in', own).execute();
  await db
    .updateTable('pairings')
    .set({ state: 'ended', endedAt: at })
    .where('state', '<>', 'ended')
    .where('id', 'in', own.where('leftAt', 'is', null))
    .execute();
}

async function endProposals(db: WriteDb['db'], person: PersonId, at: Date): Promise<void> {
  const own = db.selectFrom('proposalPeople').where('personId', '=', person).select('proposalId');
  await db.updateTable('proposals').set({ reasonsJson: '[]' }).where('id', 'in', own).execute();
  await db
    .updateTable('proposals')
    .set({ state: 'withdrawn', closedAt: at })
    .where('state', 'in', ['draft', 'open'])
    .where('id', 'in', own)
    .execute();
  await db
    .updateTable('proposalPeople')
    .set({ answer: null, answeredAt: null })
    .where('personId', '=', person)
    .execute();
}

async function eraseReach({ db, engine }: WriteDb, person: PersonId, at: Date): Promise<void> {
  await db
    .updateTable('occurrences')
    .set({ state: 'cancelled', updatedAt: at })
    .where('personId', '=', person)
    .where('state', '=', 'due')
    .execute();
  await db
    .deleteFrom('cardAnswers')
    .where(startsWith(engine, 'cardKey', `${person}|`))
    .execute();
  const conversations = db.selectFrom('conversations').where('personId', '=', person);
  await db
    .deleteFrom('inbox')
    .where('conversationId', 'in', conversations.select('conversationId'))
    .execute();
  await db.deleteFrom('conversations').where('personId', '=', person).execute();
}
