import type { Selectable } from 'kysely';
import type { PersonId, ProgrammeId } from '../core/ids.ts';
import type { ProgrammeReads, ProgrammeWrites } from '../core/ports/programmes.ts';
import { DEFAULT_SETTINGS } from '../core/programme.ts';
import type { HelpContact, Programme, ProgrammeSettings } from '../core/programme.ts';
import { Refusal } from '../core/refusal.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { fold } from './fold.ts';
import { fromJson, groupBy, toJson } from './json.ts';
import { changed, inChunks, insertRows, insertedIfAbsent } from './portable.ts';
import type { ProgrammesTable } from './schema/programmes.ts';

type ProgrammeRow = Omit<Selectable<ProgrammesTable>, 'nameKey' | 'createdAt'>;

const COLUMNS = [
  'programmes.id',
  'programmes.tenantId',
  'programmes.name',
  'programmes.state',
  'programmes.settingsJson',
  'programmes.startedAt',
  'programmes.version',
] as const;

export function programmeReads({ db }: ReadDb): ProgrammeReads {
  const select = () => db.selectFrom('programmes').select(COLUMNS);

  async function withContacts(rows: readonly ProgrammeRow[]): Promise<readonly Programme[]> {
    const contacts = await inChunks(
      rows.map((row) => row.id),
      (ids) =>
        db
          .selectFrom('helpContacts')
          .where('programmeId', 'in', ids)
          .selectAll()
          .orderBy('programmeId')
          .orderBy('position')
          .execute(),
    );
    const byProgramme = groupBy(contacts, (contact) => contact.programmeId);
    return rows.map((row) => programmeOf(row, byProgramme.get(row.id) ?? []));
  }

  async function one(rows: readonly ProgrammeRow[]): Promise<Programme | null> {
    const [programme] = await withContacts(rows);
    return programme ?? null;
  }

  return {
    byId: async (id) => one(await select().where('id', '=', id).execute()),
    byName: async (tenant, name) =>
      one(await select().where('tenantId', '=', tenant).where('nameKey', '=', fold(name)).execute()),
    ofTenant: async (tenant) =>
      withContacts(await select().where('tenantId', '=', tenant).orderBy('nameKey').execute()),
    running: async () => withContacts(await select().where('state', '=', 'running').orderBy('id').execute()),
    coordinators: (id) =>
      db
        .selectFrom('coordinators')
        .where('programmeId', '=', id)
        .select(['personId', 'addedBy', 'addedAt'])
        .orderBy('addedAt')
        .orderBy('personId')
        .execute(),
    coordinatedBy: async (person) =>
      withContacts(
        await select()
          .innerJoin('coordinators', 'coordinators.programmeId', 'programmes.id')
          .where('coordinators.personId', '=', person)
          .orderBy('programmes.nameKey')
          .execute(),
      ),
  };
}

export function programmeWrites(store: WriteDb): ProgrammeWrites {
  const { db } = store;
  return {
    create: async ({ id, tenantId, name, settings, at }) => {
      const settingsJson = toJson(settings);
      await db
        .insertInto('programmes')
        .values({
          id,
          tenantId,
          name,
          nameKey: fold(name),
          state: 'draft',
          settingsJson,
          startedAt: null,
          version: 1,
          createdAt: at,
        })
        .execute();
    },
    changeSettings: async (id, version, settings) => {
      const result = await db
        .updateTable('programmes')
        .set({ settingsJson: toJson(settings), version: version + 1 })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      if (!changed(result)) throw new Refusal('bad-settings');
    },
    setHelpContacts: async (id, contacts) => {
      await grow(db, id);
      await db.deleteFrom('helpContacts').where('programmeId', '=', id).execute();
      const rows = contacts.map((contact, position) => ({
        programmeId: id,
        position,
        ...contactOf(contact),
      }));
      await insertRows(store, 'helpContacts', rows);
    },
    setState: async (id, state, at) => {
      await grow(db, id);
      await db.updateTable('programmes').set({ state }).where('id', '=', id).execute();
      if (state !== 'running') return;
      await db
        .updateTable('programmes')
        .set({ startedAt: at })
        .where('id', '=', id)
        .where('startedAt', 'is', null)
        .execute();
    },
    addCoordinator: async (id, person, by, at) => {
      await insertedIfAbsent(() =>
        db.insertInto('coordinators').values({ programmeId: id, personId: person, addedBy: by, addedAt: at }),
      );
    },
    removeCoordinator: async (id, person: PersonId) => {
      // Holds the programme's row, so that two removals come one after the other.
      await grow(db, id);
      await db
        .deleteFrom('coordinators')
        .where('programmeId', '=', id)
        .where('personId', '=', person)
        .execute();
    },
  };
}

async function grow(db: WriteDb['db'], id: ProgrammeId): Promise<void> {
  await db
    .updateTable('programmes')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

function contactOf({ country, name, phone, url, hours, emergency }: HelpContact): HelpContact {
  return { country, name, phone, url, hours, emergency };
}

function programmeOf(row: ProgrammeRow, contacts: readonly HelpContact[]): Programme {
  const { settingsJson, ...rest } = row;
  // What an earlier version saved lacks what has come since.
  const settings = { ...DEFAULT_SETTINGS, ...fromJson<ProgrammeSettings>(settingsJson) };
  return { ...rest, settings, helpContacts: contacts.map(contactOf) };
}
