/**
 * `npm run bench:store -- [--people N] [--json]`: how long an import takes, and each read of the program, with so many
 * people in the store; on SQLite, and on SQL Server where ALONGSIDE_TEST_MSSQL names one.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { wrappingKeyOf } from '../../../bot/store/sealing/key-file.ts';
import { openEngine } from '../../../bot/store/open.ts';
import { migrate } from '../../../bot/store/migrate.ts';
import { testStoreOn } from '../../helpers/store.ts';
import type { StorePlace } from '../../../bot/store/open.ts';
import { ownDatabase, SERVER } from '../../store/mssql-server.ts';
import { fillStore } from './fill.ts';
import { measureReads, OF_THE_WHOLE } from './measure.ts';
import type { Times } from './measure.ts';

interface Measured {
  readonly importSeconds: number;
  readonly times: ReadonlyMap<string, Times>;
}

const { values } = parseArgs({
  options: { people: { type: 'string', default: '300000' }, json: { type: 'boolean', default: false } },
});
const people = Number(values.people);
const note = (line: string): void => console.error(line);

async function measureAt(name: string, place: StorePlace): Promise<Measured> {
  const engine = await openEngine(place);
  await migrate(engine);
  const store = testStoreOn(engine, wrappingKeyOf(randomBytes(32)));
  try {
    const filled = await fillStore(store, people, (line) => note(`${name}: ${line}`));
    const times = await measureReads(store, filled, (line) => note(`${name}: ${line}`));
    return { importSeconds: Number(filled.importSeconds.toFixed(1)), times };
  } finally {
    await store.close();
  }
}

async function onSqlite(): Promise<Measured> {
  const folder = await mkdtemp(path.join(tmpdir(), 'alongside-bench-'));
  try {
    return await measureAt('SQLite', { sqliteFile: path.join(folder, 'store.sqlite') });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onServer(): Promise<Measured | null> {
  if (SERVER === null) {
    note('SKIPPED: SQL Server, as ALONGSIDE_TEST_MSSQL names no server');
    return null;
  }
  const database = await ownDatabase(SERVER);
  try {
    return await measureAt('SQL Server', { sqliteFile: '', mssql: database.connectionString });
  } finally {
    await database.drop();
  }
}

const sqlite = await onSqlite();
const mssql = await onServer();
const queries = [...sqlite.times].map(([name, times]) => ({
  name,
  kind: OF_THE_WHOLE.includes(name) ? 'whole' : 'request',
  sqlite: times,
  mssql: mssql?.times.get(name) ?? null,
}));
const slowest = queries
  .filter(({ kind }) => kind === 'request')
  .reduce((worst, { sqlite: { p95Ms } }) => Math.max(worst, p95Ms), 0);
const importSeconds = { sqlite: sqlite.importSeconds, mssql: mssql?.importSeconds ?? null };
const machine = { cpus: cpus().length, model: cpus()[0]?.model ?? '', node: process.version };
if (values.json)
  console.log(JSON.stringify({ people, machine, importSeconds, slowestRequestP95Ms: slowest, queries }));
else note(`the slowest read that a request makes: p95 ${slowest} ms`);
