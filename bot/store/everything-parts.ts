import type { PersonId } from '../core/ids.ts';
import type { ReadDb } from './db.ts';
import { fromJson, groupBy } from './json.ts';

type Tables = Readonly<Record<string, readonly unknown[]>>;

/** The person's part in programmes. */
export async function ownParts({ db }: ReadDb, person: PersonId): Promise<Tables> {
  return {
    memberships: await db
      .selectFrom('members')
      .innerJoin('programmes', 'programmes.id', 'members.programmeId')
      .where('members.personId', '=', person)
      .select([
        'programmes.name as programme',
        'members.state',
        'members.pausedUntilOn',
        'members.rhythm',
        'members.mentorCapacity',
        'members.isVisibleToManager',
        'members.roundsWaited',
        'members.joinedAt',
        'members.leftAt',
      ])
      .orderBy('members.joinedAt')
      .execute(),
    topics: await db
      .selectFrom('memberTopics')
      .innerJoin('topics', 'topics.id', 'memberTopics.topicId')
      .innerJoin('programmes', 'programmes.id', 'memberTopics.programmeId')
      .where('memberTopics.personId', '=', person)
      .select(['programmes.name as programme', 'memberTopics.side', 'topics.name as topic'])
      .orderBy('topics.nameKey')
      .execute(),
    coordinates: await db
      .selectFrom('coordinators')
      .innerJoin('programmes', 'programmes.id', 'coordinators.programmeId')
      .where('coordinators.personId', '=', person)
      .select(['programmes.name as programme', 'coordinators.addedAt'])
      .execute(),
    doNotPair: await db
      .selectFrom('doNotPair')
      .innerJoin('people', 'people.id', 'doNotPair.otherPersonId')
      .where('doNotPair.personId', '=', person)
      .select(['people.displayName as person', 'doNotPair.createdAt'])
      .orderBy('people.nameKey')
      .execute(),
    leftOut: await leftOut({ db }, person),
    corrections: await corrections({ db }, person),
  };
}

/** With whom is for the coordinator to know: it says something about the other one too. */
function corrections({ db }: Pick<ReadDb, 'db'>, person: PersonId): Promise<readonly unknown[]> {
  return db
    .selectFrom('roundCorrections')
    .where((eb) => eb.or([eb('personId', '=', person), eb('otherPersonId', '=', person)]))
    .select(['kind', 'createdAt'])
    .orderBy('createdAt')
    .execute();
}

async function leftOut({ db }: Pick<ReadDb, 'db'>, person: PersonId): Promise<readonly unknown[]> {
  const rows = await db
    .selectFrom('leftOut')
    .innerJoin('rounds', 'rounds.id', 'leftOut.roundId')
    .where('leftOut.personId', '=', person)
    .where('rounds.state', '=', 'sent')
    .select(['rounds.sentAt as roundAt', 'leftOut.causesJson', 'leftOut.remediesJson'])
    .orderBy('rounds.sentAt')
    .execute();
  return rows.map((row) => ({
    roundAt: row.roundAt,
    causes: fromJson<unknown>(row.causesJson),
    remedies: fromJson<unknown>(row.remediesJson),
  }));
}

/** Proposals that were sent to the person, and pairings; with the partners' names and only the person's own answers. */
export async function ownPairings({ db }: ReadDb, person: PersonId): Promise<Tables> {
  const proposals = await db
    .selectFrom('proposalPeople as own')
    .innerJoin('proposals', 'proposals.id', 'own.proposalId')
    .innerJoin('proposalPeople as others', 'others.proposalId', 'proposals.id')
    .innerJoin('people', 'people.id', 'others.personId')
    .where('own.personId', '=', person)
    .where('others.personId', '<>', person)
    .where('proposals.state', '<>', 'draft')
    // Withdrawn before it was sent: it was never anyone's.
    .where('proposals.expiresAt', 'is not', null)
    .select([
      'proposals.id',
      'proposals.kind',
      'proposals.createdAt',
      'own.role',
      'own.answer',
      'own.answeredAt',
      'people.displayName as partner',
    ])
    .orderBy('proposals.createdAt')
    .orderBy('proposals.id')
    .orderBy('others.position')
    .execute();
  const pairings = await db
    .selectFrom('pairingPeople as own')
    .innerJoin('pairings', 'pairings.id', 'own.pairingId')
    .innerJoin('pairingPeople as others', 'others.pairingId', 'pairings.id')
    .innerJoin('people', 'people.id', 'others.personId')
    .where('own.personId', '=', person)
    .where('others.personId', '<>', person)
    .select([
      'pairings.id',
      'pairings.kind',
      'pairings.state',
      'pairings.startedAt',
      'pairings.endsAt',
      'pairings.endedAt',
      'own.role',
      'own.leftAt',
      'people.displayName as partner',
    ])
    .orderBy('pairings.startedAt')
    .orderBy('pairings.id')
    .orderBy('others.position')
    .execute();
  return { proposals: withPartners(proposals), pairings: withPartners(pairings) };
}

/** One entry for each pairing or proposal, however many partners it has. */
function withPartners(
  rows: readonly { readonly id: string; readonly partner: string }[],
): readonly unknown[] {
  return [...groupBy(rows, (row) => row.id).values()].map((group) => {
    const [{ id: _id, partner: _partner, ...shared } = { id: '', partner: '' }] = group;
    return { ...shared, partners: group.map((row) => row.partner) };
  });
}
