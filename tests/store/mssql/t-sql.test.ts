import assert from 'node:assert/strict';
import { validate } from '@polyglot-sql/sdk';
import { asId } from '../../../bot/core/ids.ts';
import { newId } from '../../../bot/new-id.ts';
import { MIGRATIONS } from '../../../bot/store/migrations/all.ts';
import { statementsOf } from '../../../bot/store/mssql/script.ts';
import { NOW, TENANT } from '../../helpers/builders.ts';
import { askedOf, everyRead } from '../every-read.ts';
import { everyWrite } from '../every-write.ts';
import { recordedStore } from './recorded.ts';

/** What other engines understand and T-SQL does not, though the parser lets it through. */
const BANNED: readonly RegExp[] = [
  /\blimit\s+[@\d]/i,
  /\breturning\b/i,
  /\bon\s+conflict\b/i,
  /\bwith\s+recursive\b/i,
  /\bstrict\b|\bwithout\s+rowid\b/i,
  /\bjson_each\b|\bstrftime\b/i,
  /\b(true|false)\b/i,
  /\|\|/,
  /\bmerge\b/i,
];
const MOST_PARAMETERS = 2100;

const asked = askedOf({
  tenant: TENANT,
  programme: asId(newId()),
  person: asId(newId()),
  manager: asId(newId()),
  people: Array.from({ length: 5000 }, () => asId<never>(newId())),
  now: NOW,
});

function problemsOf(text: string): readonly string[] {
  const { valid, errors } = validate(text, 'tsql');
  const banned = BANNED.filter((one) => one.test(text)).map(String);
  return [...(valid ? [] : errors.map(({ message }) => message)), ...banned];
}

const faulty = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => problemsOf(text).map((problem) => `${problem}: ${text.slice(0, 300)}`));

describe('T-SQL', () => {
  it('is told from what only other engines understand', () => {
    for (const text of ['selct 1', 'select a from b limit 3', 'insert into a (b) values (1) returning b'])
      assert.notDeepEqual(problemsOf(text), [], text);
  });

  it('is what every migration is made of', async () => {
    for (const migration of MIGRATIONS) assert.deepEqual(faulty(await statementsOf(migration)), []);
  });

  it('is what every read sends, with fewer parameters than the server takes', async () => {
    const { store, queries } = recordedStore();
    const failed: string[] = [];
    for (const [name, read] of Object.entries(everyRead(store.reads, asked))) {
      const before = queries.length;
      await read().catch((error: unknown) => failed.push(`${name}: ${String(error)}`));
      assert.ok(queries.length > before, `${name} asks nothing`);
    }
    assert.deepEqual(failed, []);
    assert.deepEqual(faulty(queries.map(({ sql }) => sql)), []);
    assert.ok(queries.every(({ parameters }) => parameters.length < MOST_PARAMETERS));
  });

  it('is what every write sends', async () => {
    const { store, queries } = recordedStore();
    const failed: string[] = [];
    await store.transaction(async (tx) => {
      const writes = everyWrite(tx, asked);
      const there = Object.entries(tx).flatMap(([noun, verbs]) =>
        Object.keys(verbs).map((verb) => `${noun}.${verb}`),
      );
      const reads = Object.keys(everyRead(tx, asked)).map((name) => name.split(' ')[0] ?? '');
      assert.deepEqual(Object.keys(writes).sort(), there.filter((name) => !reads.includes(name)).sort());
      for (const [name, write] of Object.entries(writes)) {
        const before = queries.length;
        await write().catch((error: unknown) => failed.push(`${name}: ${String(error)}`));
        assert.ok(queries.length > before, `${name} sends nothing`);
      }
    });
    assert.deepEqual(failed, []);
    const statements = queries.filter(({ sql }) => sql !== 'insert bulk');
    assert.deepEqual(faulty(statements.map(({ sql }) => sql)), []);
    assert.ok(statements.every(({ parameters }) => parameters.length < MOST_PARAMETERS));
  });
});
