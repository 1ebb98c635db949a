import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { answerProposal } from '../../../bot/actions/answer-proposal.ts';
import { planCheckIns } from '../../../bot/actions/plan-check-ins.ts';
import { previewRound } from '../../../bot/actions/preview-round.ts';
import { sendRound } from '../../../bot/actions/send-round.ts';
import type { Engine } from '../../../bot/store/engine.ts';
import { migrate } from '../../../bot/store/migrate.ts';
import { MIGRATIONS } from '../../../bot/store/migrations/all.ts';
import type { Migration } from '../../../bot/store/migrations/table.ts';
import { SqlServerError } from '../../../bot/store/mssql/errors.ts';
import { openMssql } from '../../../bot/store/mssql/open-mssql.ts';
import { wrappingKeyOf } from '../../../bot/store/sealing/key-file.ts';
import { confide } from '../../../bot/core/confidential.ts';
import { Refusal } from '../../../bot/core/refusal.ts';
import { DAY_MS, later, NOW, TENANT } from '../../helpers/builders.ts';
import { idOf, openOf, roundDeps, seedCast } from '../../helpers/rounds.ts';
import { testStoreOn } from '../../helpers/store.ts';
import type { TestStore } from '../../helpers/store.ts';
import { askedOf, everyRead } from '../every-read.ts';
import type { Asked } from '../every-read.ts';
import { everyWrite } from '../every-write.ts';
import { installRoles, signInAs } from '../mssql-roles.ts';
import type { DatabaseRole, SignIn } from '../mssql-roles.ts';
import { ownDatabase, SERVER } from '../mssql-server.ts';
import type { OwnDatabase } from '../mssql-server.ts';

/** What servers call a right that is missing; one that is not Microsoft's has one number for whatever it has no word for. */
const MISSING = [229, 230, 262, 297, 1088, 3701, 4902, 15247, 33557097];
const denied = (error: unknown): boolean =>
  error instanceof SqlServerError && error.number !== null && MISSING.includes(error.number);

if (SERVER === null)
  console.warn('SKIPPED: the rights of each sign-in, as ALONGSIDE_TEST_MSSQL names no server');
(SERVER === null ? describe.skip : describe)('The least that each sign-in may', function () {
  this.timeout(120_000);
  let database: OwnDatabase;
  let owner: Engine;
  let isWhole = true;
  const signIns = new Map<DatabaseRole, { readonly signIn: SignIn; readonly engine: Engine }>();
  before(async () => {
    database = await ownDatabase(SERVER ?? '');
    owner = await openMssql(database.connectionString);
    await migrate(owner);
    ({ isWhole } = await installRoles(database.connectionString));
    for (const role of ['alongside_app', 'alongside_reporter', 'alongside_migrator'] as const) {
      const signIn = await signInAs(database.connectionString, role);
      signIns.set(role, { signIn, engine: await openMssql(signIn.connectionString) });
    }
  });
  after(async () => {
    for (const { engine } of signIns.values()) await engine.close();
    await owner.close();
    await database.drop();
    for (const { signIn } of signIns.values()) await signIn.drop();
  });

  const as = (role: DatabaseRole): Engine => {
    const engine = signIns.get(role)?.engine;
    assert.ok(engine);
    return engine;
  };
  const service = (): TestStore => testStoreOn(as('alongside_app'), wrappingKeyOf(randomBytes(32)));
  /** Refuses this role, and not the owner: so it is the right that is missing, and nothing else. */
  const refuses = async (role: DatabaseRole, statement: string): Promise<void> => {
    await assert.rejects(sql.raw(statement).execute(as(role).read), denied, statement);
    const undone = new Error('undone');
    const asOwner = owner.transact(async (tx) => {
      await sql.raw(statement).execute(tx);
      throw undone;
    });
    await assert.rejects(asOwner, undone, statement);
  };

  it('is enough for the service to start, and for people to join, be paired, answer and check in', async () => {
    assert.deepEqual(await migrate(as('alongside_app')), []);
    const store = service();
    const deps = roundDeps(store);
    // What the directory brings, and the demonstration's people, are writes of the service too.
    const { programmeId, mentors, mentees } = await seedCast(store, { mentors: 2, mentees: 2 });
    const { id } = await previewRound(deps, { programmeId, by: null });
    assert.equal((await sendRound(deps, { roundId: id })).sent, 2);
    for (const { id: personId } of [...mentors, ...mentees])
      for (const open of await openOf(store, personId))
        await answerProposal(deps, { proposalId: idOf(open), personId, answer: 'yes' });
    const [mentee] = mentees;
    assert.ok(mentee);
    const [pairing] = await store.reads.pairings.ofPerson(mentee.id);
    assert.equal(pairing?.state, 'active');
    deps.at = later(deps.at, 10 * DAY_MS);
    await planCheckIns(deps);
    const checkIn = await store.reads.checkIns.nextOf(mentee.id, new Date(0));
    assert.ok(checkIn);
    await store.transaction((tx) => tx.checkIns.setMood(checkIn.id, confide(4), NOW));
    assert.equal((await store.reads.checkIns.byId(checkIn.id))?.mood?.reveal(), 4);
  });

  it('is enough for each single read and write that the program has', async () => {
    const store = service();
    const { programmeId, mentors } = await seedCast(store, { mentors: 1, mentees: 1 });
    const { id: round } = await previewRound(roundDeps(store), { programmeId, by: null });
    const [mentor] = mentors;
    assert.ok(mentor);
    const asked = askedOf({ tenant: TENANT, programme: programmeId, person: mentor.id, round, now: NOW });
    for (const [name, read] of Object.entries(everyRead(store.reads, asked)))
      await assert.doesNotReject(read, name);
    assert.deepEqual(await refusedWrites(store, asked), []);
  });

  it('is not enough for the service to change tables, or what only ever grows', async () => {
    for (const statement of [
      'create table more (id int)',
      'alter table people add more int',
      'drop table dialogs',
      'drop index ix_people_name on people',
      'truncate table occurrences',
      `update audit set action = 'x'`,
      'delete from audit',
      `update released_figures set value_json = '0'`,
      'delete from released_figures',
      'delete from migrations',
      `insert into migrations (number, name, applied_at) values (99, 'x', sysutcdatetime())`,
    ])
      await refuses('alongside_app', statement);
  });

  it('shows a report what was released, and nothing of anybody', async () => {
    await sql.raw('select value_json from released_figures').execute(as('alongside_reporter').read);
    for (const table of ['people', 'check_ins', 'audit', 'released_cohorts', 'migrations', 'data_keys'])
      await refuses('alongside_reporter', `select * from ${table}`);
    await refuses('alongside_reporter', 'delete from released_figures');
  });

  it('lets whoever migrates bring a new version, and the roles be given again, twice', async function () {
    for (let times = 0; times < 2; times += 1) await installRoles(database.connectionString);
    if (!isWhole) {
      console.warn('SKIPPED: whoever migrates, as this server has no db_ddladmin');
      this.skip();
    }
    const next: Migration = {
      number: MIGRATIONS.length + 1,
      name: 'next',
      up: async ({ db, columns }) => {
        await db.schema
          .createTable('nextOnes')
          .addColumn('id', columns.uuid, (c) => c.notNull())
          .addPrimaryKeyConstraint('pk_next_ones', ['id'])
          .execute();
        await db.schema.alterTable('dialogs').addColumn('nextText', columns.text(10)).execute();
        await db.schema.createIndex('ix_dialogs_next').on('dialogs').columns(['updatedAt']).execute();
      },
    };
    assert.deepEqual(await migrate(as('alongside_migrator'), [...MIGRATIONS, next]), [next.number]);
    for (let times = 0; times < 2; times += 1) await installRoles(database.connectionString);
    await refuses('alongside_app', 'select * from next_ones');
    // The version that is running goes on beside it.
    assert.deepEqual(await service().reads.programmes.byName(TENANT, 'none'), null);
  });
});

/** Those writes that the server would not let the service do. What they refer to need not be there. */
async function refusedWrites(store: TestStore, asked: Asked): Promise<readonly string[]> {
  const refused: string[] = [];
  const names = await namesOf(store, asked);
  for (const name of names)
    try {
      await store.transaction(async (tx) => everyWrite(tx, asked)[name]?.());
    } catch (error) {
      const ours = error instanceof Refusal || /Violation|WriteConflict/.test(String(error));
      if (!ours) refused.push(`${name}: ${String(error)}`);
    }
  return refused;
}

async function namesOf(store: TestStore, asked: Asked): Promise<readonly string[]> {
  return store.transaction(async (tx) => Object.keys(everyWrite(tx, asked)));
}
