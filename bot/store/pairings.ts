import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { PairingId, PersonId, ProgrammeId } from '../core/ids.ts';
import type { PairingReads, PairingWrites } from '../core/ports/pairings.ts';
import { PAIRING_STATES } from '../core/round.ts';
import type { Pairing } from '../core/round.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { fromJson, groupBy, toJson } from './json.ts';
import { takePlaces } from './places.ts';
import { first, inChunks, insertRows, ofFound, paged } from './portable.ts';
import type { PairingPeopleTable, PairingsTable } from './schema/rounds.ts';
import { below } from './reporting-line.ts';
import { stateCounts } from './state-counts.ts';

type PairingRow = Omit<Selectable<PairingsTable>, 'proposalId'>;

const COLUMNS = [
  'pairings.id',
  'pairings.programmeId',
  'pairings.kind',
  'pairings.state',
  'pairings.reasonsJson',
  'pairings.startedAt',
  'pairings.endsAt',
  'pairings.endedAt',
] as const;

export function pairingReads(store: ReadDb): PairingReads {
  const { db, engine } = store;
  const select = () => db.selectFrom('pairings').select(COLUMNS);
  const ofPerson = (person: PairingPeopleTable['personId']) =>
    select()
      .innerJoin('pairingPeople', 'pairingPeople.pairingId', 'pairings.id')
      .where('pairingPeople.personId', '=', person)
      .where('pairingPeople.leftAt', 'is', null)
      .orderBy('pairings.startedAt', 'desc')
      .orderBy('pairings.id', 'desc');
  return {
    byId: async (id) => {
      const [pairing] = await withPeople(store, await select().where('id', '=', id).execute());
      return pairing ?? null;
    },
    currentOf: async (person) =>
      withPeople(store, await ofPerson(person).where('pairings.state', '<>', 'ended').execute()),
    ofPerson: async (person) => withPeople(store, await ofPerson(person).execute()),
    page: async (programme, { state, offset, limit }) => {
      const found = db
        .selectFrom('pairings')
        .where('programmeId', '=', programme)
        .$if(state !== null, (query) => query.where('state', '=', state));
      const counts = await stateCounts(store, 'pairings', PAIRING_STATES, programme);
      const total =
        state === null ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[state];
      const newest = found.select(COLUMNS).orderBy('startedAt', 'desc').orderBy('id', 'desc');
      const rows = await paged(engine, newest, { offset, limit }).execute();
      return { pairings: await withPeople(store, rows), total };
    },
    visibleToManager: async (programme, manager) =>
      withPeople(store, await visiblePairings(store, programme, manager)),
    countByState: (programme) => stateCounts(store, 'pairings', PAIRING_STATES, programme),
    activeAfter: async (programme, after, limit) => {
      const following = select()
        .where('programmeId', '=', programme)
        .where(sql<boolean>`state <> 'ended'`)
        .$if(after !== null, (query) => query.where('id', '>', after))
        .orderBy('id');
      return withPeople(store, await first(engine, following, limit).execute());
    },
  };
}

export function pairingWrites(store: WriteDb): PairingWrites {
  const { db } = store;
  return {
    start: async (pairing, proposalId) => {
      await takePlaces(store, pairing);
      await db
        .insertInto('pairings')
        .values({
          id: pairing.id,
          programmeId: pairing.programmeId,
          proposalId,
          kind: pairing.kind,
          state: pairing.state,
          reasonsJson: toJson(pairing.reasons),
          startedAt: pairing.startedAt,
          endsAt: pairing.endsAt,
          endedAt: pairing.endedAt,
        })
        .execute();
      const rows = pairing.people.map(({ personId, role }, position) => ({
        pairingId: pairing.id,
        position,
        personId,
        role,
        leftAt: null,
      }));
      await insertRows(store, 'pairingPeople', rows);
    },
    // What has ended stays ended.
    setState: async (id, state, at) => {
      await db
        .updateTable('pairings')
        .set({ state, endedAt: state === 'ended' ? at : null })
        .where('id', '=', id)
        .where('state', '<>', 'ended')
        .execute();
    },
    leave: async (id, person, { kind, at }) => {
      await db
        .updateTable('pairingPeople')
        .set({ leftAt: at })
        .where('pairingId', '=', id)
        .where('personId', '=', person)
        .execute();
      await db.updateTable('pairings').set({ kind }).where('id', '=', id).execute();
    },
    extend: async (id, endsAt) => {
      await db
        .updateTable('pairings')
        .set({ endsAt })
        .where('id', '=', id)
        .where('state', '<>', 'ended')
        .execute();
    },
  };
}

/** From the people below who agreed to be seen to pairings in which nobody has not. */
function visiblePairings(
  { db, engine }: ReadDb,
  programme: ProgrammeId,
  manager: PersonId,
): Promise<readonly PairingRow[]> {
  // A cross join keeps its order in SQLite.
  return below({ db }, manager)
    .selectFrom((eb) =>
      eb
        .selectFrom('below')
        .crossJoin('members as agreed')
        .crossJoin('pairingPeople as side')
        .where('below.leftAt', 'is', null)
        .where('agreed.programmeId', '=', programme)
        .whereRef('agreed.personId', '=', 'below.id')
        .where(sql<boolean>`agreed.is_visible_to_manager = 1`)
        .whereRef('side.personId', '=', 'agreed.personId')
        .where('side.leftAt', 'is', null)
        .select('side.pairingId')
        .distinct()
        .as('seen'),
    )
    .crossJoin('pairings')
    .select(COLUMNS)
    .whereRef('pairings.id', '=', 'seen.pairingId')
    .where(ofFound(engine, 'pairings.programmeId'), '=', programme)
    .where('pairings.state', '<>', 'ended')
    .where((outer) =>
      outer.not(
        outer.exists(
          outer
            .selectFrom('pairingPeople')
            .leftJoin('members', (join) =>
              join
                .onRef('members.personId', '=', 'pairingPeople.personId')
                .onRef('members.programmeId', '=', 'pairings.programmeId'),
            )
            .whereRef('pairingPeople.pairingId', '=', 'pairings.id')
            .where('pairingPeople.leftAt', 'is', null)
            .where((eb) =>
              eb.or([
                eb('members.isVisibleToManager', 'is', null),
                eb('members.isVisibleToManager', '=', false),
              ]),
            )
            .select('pairingPeople.personId'),
        ),
      ),
    )
    .orderBy('pairings.startedAt')
    .orderBy('pairings.id')
    .execute();
}

async function withPeople({ db }: ReadDb, rows: readonly PairingRow[]): Promise<readonly Pairing[]> {
  const people = await inChunks(
    rows.map((row) => row.id),
    (ids) =>
      db
        .selectFrom('pairingPeople')
        .where('pairingId', 'in', ids)
        .where('leftAt', 'is', null)
        .selectAll()
        .orderBy('pairingId')
        .orderBy('position')
        .execute(),
  );
  const byPairing = groupBy(people, (person): PairingId => person.pairingId);
  return rows.map(({ reasonsJson, ...rest }) => ({
    ...rest,
    people: (byPairing.get(rest.id) ?? []).map(({ personId, role }) => ({ personId, role })),
    reasons: fromJson(reasonsJson),
  }));
}
