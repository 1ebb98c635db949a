import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { OCCURRENCE_KINDS } from '../../bot/core/occurrence.ts';
import type { OccurrenceKind } from '../../bot/core/occurrence.ts';
import { openOutbox } from '../delivery/outbox.ts';
import type { Outbox } from '../delivery/outbox.ts';
import { aPerson, NOW } from '../helpers/builders.ts';

/** What the version before this one would say, had `welcome-back` only just come. */
const BEFORE: readonly OccurrenceKind[] = OCCURRENCE_KINDS.filter((kind) => kind !== 'welcome-back');
/** Columns that a version after this one may add. */
const LATER = ['occurrences', 'conversations', 'permits'] as const;

describe('two versions over one store', () => {
  let outbox: Outbox;
  beforeEach(async () => {
    outbox = await openOutbox(Array.from({ length: 24 }, () => aPerson()));
  });
  afterEach(() => outbox.close());

  const planAll = (): Promise<readonly { id: Awaited<ReturnType<Outbox['plan']>>; kind: OccurrenceKind }[]> =>
    Promise.all(
      outbox.programme.people.map(async (person, index) => {
        const kind = index % 3 === 0 ? 'welcome-back' : 'check-in';
        return { id: await outbox.plan(person, { kind }), kind } as const;
      }),
    );

  it('the older one leaves alone what it has no words for, and the newer one says it, all of it once', async () => {
    const planned = await planAll();
    const old = outbox.worker({
      kinds: BEFORE,
      batch: 5,
      render: (occurrence) => {
        assert.notEqual(occurrence.kind, 'welcome-back', 'it would have to make something up');
        return Promise.resolve({ text: occurrence.id });
      },
    });
    while ((await old.runOnce()) > 0);
    for (const { id, kind } of planned) {
      const { state, attempts } = await outbox.stateOf(id);
      assert.deepEqual([state, attempts], kind === 'welcome-back' ? ['due', 0] : ['sent', 1]);
    }
    const fresh = outbox.worker({ batch: 5 });
    await Promise.all([old.runOnce(), fresh.runOnce()]);
    while ((await fresh.runOnce()) > 0);
    for (const { id } of planned) assert.equal(outbox.told(id), 1);
  });

  it('both at once tell nobody twice, and keep what the newer one has added to the rows', async () => {
    await outbox.store.write(async ({ db }) => {
      for (const table of LATER) await sql.raw(`alter table ${table} add later_note text`).execute(db);
    });
    const planned = await planAll();
    await outbox.store.write(async ({ db }) => {
      for (const table of LATER) await sql.raw(`update ${table} set later_note = 'kept'`).execute(db);
    });
    const workers = [outbox.worker({ kinds: BEFORE, batch: 4 }), outbox.worker({ batch: 4 })];
    for (let round = 0; round < 12; round += 1) await Promise.all(workers.map((worker) => worker.runOnce()));
    for (const { id } of planned) assert.equal(outbox.told(id), 1);
    const lost = await outbox.store.write(({ db }) =>
      sql<{ count: number }>`select
        (select count(*) from occurrences where later_note is null)
        + (select count(*) from conversations where later_note is null) as count`.execute(db),
    );
    assert.equal(lost.rows[0]?.count, 0);
  });

  it('an older one that claims whatever is due would have nothing to say', async () => {
    const [person] = outbox.programme.people;
    assert.ok(person);
    const id = await outbox.plan(person, { kind: 'welcome-back', dueAt: NOW });
    const careless = outbox.worker({
      render: ({ kind, id }) => Promise.resolve(BEFORE.includes(kind) ? { text: id } : null),
    });
    await careless.runOnce();
    assert.deepEqual([(await outbox.stateOf(id)).state, outbox.told(id)], ['cancelled', 0]);
  });
});
