import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { asId } from '../../bot/core/ids.ts';
import type { Reads } from '../../bot/core/ports/store.ts';
import { migrate } from '../../bot/store/migrate.ts';
import type { Database } from '../../bot/store/schema.ts';
import { wrappingKeyOf } from '../../bot/store/sealing/key-file.ts';
import { NodeSqliteDialect } from '../../bot/store/sqlite/dialect.ts';
import { NAMING } from '../../bot/store/naming.ts';
import { openSqlite } from '../../bot/store/sqlite/open-sqlite.ts';
import { statementsOf } from '../../bot/store/sqlite/statements.ts';
import { NOW, TENANT } from '../helpers/builders.ts';
import { seedPairing, seedProgramme } from '../helpers/seed.ts';
import type { SeededProgramme } from '../helpers/seed.ts';
import { testStoreOn } from '../helpers/store.ts';
import { askedOf, everyRead } from './every-read.ts';

/** Every read, about somebody who has it all. */
async function askEverything(reads: Reads, { id, people, topics }: SeededProgramme): Promise<void> {
  const person = people[0]?.id ?? asId<never>('');
  const [pairing] = await reads.pairings.ofPerson(person);
  const [round] = await reads.rounds.ofProgramme(id, 5);
  assert.ok(pairing && round);
  const known = {
    tenant: TENANT,
    programme: id,
    person,
    now: NOW,
    topics,
    pairing: pairing.id,
    round: round.id,
  };
  for (const read of Object.values(everyRead(reads, askedOf(known)))) await read();
}

describe('Plans of queries on SQLite', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'alongside-plans-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are asked for by every read that there is', async () => {
    const engine = await openSqlite(path.join(folder, 'store.db'));
    await migrate(engine);
    const store = testStoreOn(engine, wrappingKeyOf(new Uint8Array(32)));
    const some = askedOf({ tenant: TENANT, programme: asId(''), person: asId(''), now: NOW });
    const listed = Object.keys(everyRead(store.reads, some)).map((name) => name.split(' ')[0]);
    const there = Object.entries(store.reads).flatMap(([noun, verbs]) =>
      Object.keys(verbs).map((verb) => `${noun}.${verb}`),
    );
    assert.deepEqual(new Set(listed), new Set(there));
    await store.close();
  });

  it('find what they read by an index, never by going through a whole table', async () => {
    const engine = await openSqlite(path.join(folder, 'store.db'));
    await migrate(engine);
    const database = new DatabaseSync(path.join(folder, 'store.db'));
    const statements = statementsOf(database);
    const asked = new Set<string>();
    const read = new Kysely<Database>({
      dialect: new NodeSqliteDialect({
        close: () => statements.close(),
        prepare: (text) => {
          asked.add(text);
          return statements.prepare(text);
        },
      }),
      plugins: [NAMING],
    });
    const store = testStoreOn({ ...engine, read }, wrappingKeyOf(new Uint8Array(32)));
    const programme = await seedProgramme(store);
    const [one, two] = programme.people;
    assert.ok(one && two);
    await seedPairing(store, programme.id, [one.id, two.id]);
    await askEverything(store.reads, programme);
    assert.ok(asked.size > 50);
    const scans = [...asked].flatMap((text) => {
      const steps = database
        .prepare(`explain query plan ${text}`)
        .all(...Array.from({ length: text.split('?').length - 1 }, () => null))
        .map((step) => String(step['detail']));
      // What the statement has put together itself may be gone through.
      const own = new Set(steps.flatMap((step) => /^(?:CO-ROUTINE|MATERIALIZE) (\w+)/.exec(step)?.[1] ?? []));
      return steps
        .filter((step) => /^SCAN (?!below|above|seen\b|\(|CONSTANT|people_search VIRTUAL TABLE)/.test(step))
        .filter((step) => !own.has(step.split(' ')[1] ?? ''))
        .map((step) => `${step}: ${text}`);
    });
    assert.deepEqual(scans, []);
    await read.destroy();
    await store.close();
  });
});
