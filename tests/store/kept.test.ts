import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import type { MemberState } from '../../bot/core/member.ts';
import { MEMBER_STATES } from '../../bot/core/member.ts';
import { aPerson, NOW, TENANT } from '../helpers/builders.ts';
import { seedPeople, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';

const NAMES = [
  'Anna Berg',
  'Änne Bergman',
  'Joanna Ünal',
  '山田 Anna',
  "Ann-Kathrin O'Brien",
  'Bergen Annaberg',
] as const;
const SEARCHES = [
  '',
  'a',
  'ann',
  'anna',
  'berg',
  'anna berg',
  'ä',
  '山',
  'brien o',
  'xyz',
  '"',
  '%',
  '§t',
  'nna',
] as const;

describe('What SQLite keeps beside its tables', () => {
  it('finds whom going through everybody finds, and counts them, whatever happened before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom<MemberState>(...MEMBER_STATES), fc.boolean()),
          { minLength: 1, maxLength: 8 },
        ),
        fc.array(
          fc.tuple(fc.nat(7), fc.constantFrom('leave', 'join', 'rename', 'depart', 'return', 'vanish')),
          { maxLength: 12 },
        ),
        async (company, happenings) => {
          const store = await openTestStore();
          const people = company.map(([displayName]) => aPerson({ displayName }));
          const { id } = await seedProgramme(store, { people });
          await seedPeople(store, [aPerson({ displayName: 'Anna Outside' })]);
          for (const [index, [, state]] of company.entries()) {
            const person = people[index];
            if (person) await store.transaction((tx) => tx.members.setState(id, person.id, state, null, NOW));
          }
          for (const [index, what] of happenings) {
            const person = people[index % people.length];
            if (person === undefined) continue;
            await store.write(async ({ db }) => {
              const one = db.updateTable('people').where('id', '=', person.id);
              const membership = db.updateTable('members').where('personId', '=', person.id);
              if (what === 'leave') await membership.set({ state: 'left' }).execute();
              if (what === 'join') await membership.set({ state: 'joined' }).execute();
              if (what === 'rename')
                await one
                  .set({ displayName: 'Berta', nameKey: 'berta', searchText: ' berta annahof' })
                  .execute();
              if (what === 'depart') await one.set({ leftAt: NOW }).execute();
              if (what === 'return') await one.set({ leftAt: null }).execute();
              if (what === 'vanish') {
                await db.deleteFrom('memberTopics').where('personId', '=', person.id).execute();
                await db.deleteFrom('members').where('personId', '=', person.id).execute();
              }
            });
          }
          for (const search of SEARCHES) await sameAsGoingThrough(store, id, search);
          const counted = await sql<{ state: MemberState; count: number }>`
            select state, count(*) as count from members group by state`.execute(store.engine.read);
          const kept = await store.reads.members.countByState(id);
          for (const state of MEMBER_STATES)
            assert.equal(kept[state], counted.rows.find((row) => row.state === state)?.count ?? 0);
          await store.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('finds the same by going through all in order, where a search finds many', async () => {
    const store = await openTestStore();
    const names = Array.from(
      { length: 2300 },
      (_, index) => `${index % 3 === 0 ? 'Berta' : 'Anna'} No${index}`,
    );
    const { id } = await seedProgramme(store, {
      people: names.map((displayName) => aPerson({ displayName })),
    });
    await seedPeople(store, [aPerson({ displayName: 'Anna Outside' })]);
    const ofPages = async (search: string): Promise<readonly string[]> => {
      const found: string[] = [];
      for (let offset = 0; ; offset += 400) {
        const page = await store.reads.members.page(id, { search, offset, limit: 400 });
        found.push(...page.members.map((one) => one.person.displayName));
        if (page.members.length < 400) return [...found, String(page.total)];
      }
    };
    const sorted = (list: readonly string[]) =>
      list.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    // All 2,300 are many, the two thirds called Anna are few.
    assert.deepEqual(await ofPages('no'), [...sorted(names), '2300']);
    const annas = names.filter((name) => name.startsWith('Anna'));
    assert.deepEqual(await ofPages('anna n'), [...sorted(annas), String(annas.length)]);
    await store.close();
  });
});

/** SQL Server's way to find them, on the same data. */
async function sameAsGoingThrough(
  store: Awaited<ReturnType<typeof openTestStore>>,
  programme: Awaited<ReturnType<typeof seedProgramme>>['id'],
  search: string,
): Promise<void> {
  const query = { search, offset: 0, limit: 50 };
  const people = await store.reads.people.page(TENANT, query);
  const members = await store.reads.members.page(programme, query);
  const words =
    search
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const fits = (text: string): boolean => words.every((word) => text.includes(` ${word}`));
  const all = await store.engine.read
    .selectFrom('people')
    .selectAll()
    .orderBy('nameKey')
    .orderBy('id')
    .execute();
  const inProgramme = await store.engine.read
    .selectFrom('members')
    .where('state', '<>', 'left')
    .select('personId')
    .execute();
  const memberIds = new Set(inProgramme.map((row) => row.personId));
  const expected = all.filter((row) => fits(row.searchText));
  const present = expected.filter((row) => row.leftAt === null).map((row) => row.id);
  assert.deepEqual(
    people.people.map((one) => one.id),
    present,
    search,
  );
  assert.equal(people.total, present.length, search);
  const joined = expected.filter((row) => memberIds.has(row.id)).map((row) => row.id);
  assert.deepEqual(
    members.members.map((one) => one.person.id),
    joined,
    search,
  );
  assert.equal(members.total, joined.length, search);
}
