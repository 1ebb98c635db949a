import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { LOCALES } from '../../bot/core/person.ts';
import { RETENTION } from '../../bot/core/privacy/retention.ts';
import { FEWEST } from '../../bot/core/limits.ts';
import { wordsIn } from '../../bot/words/words.ts';
import { openTestStore } from '../helpers/store.ts';

const PAGE = readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8');

interface Entry {
  readonly table: string;
  readonly columns: readonly string[];
  /** Whose, why, how long, who sees it. */
  readonly said: readonly string[];
}

/** The rows under “Every column”. */
function inventory(page: string): readonly Entry[] {
  const [, section = ''] = page.split('## Every column');
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) => {
    const [table = '', columns = '', ...said] = row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return {
      table: table.replaceAll('`', ''),
      columns: [...columns.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
      said,
    };
  });
}

async function columnsOfDatabase(): Promise<readonly string[]> {
  const store = await openTestStore();
  const { rows } = await sql<{ name: string }>`
    select tables.name || '.' || columns.name as name
    from sqlite_schema as tables, pragma_table_info(tables.name) as columns
    where tables.type = 'table' and tables.name not like 'sqlite_%' and tables.name not like 'people_search_%'
    order by 1`.execute(store.engine.read);
  await store.close();
  return rows.map(({ name }) => name);
}

/** What the page says and the database has not, and the other way round. */
function differences(page: string, columns: readonly string[]) {
  const told = inventory(page).flatMap(({ table, columns: names }) => names.map((one) => `${table}.${one}`));
  return {
    untold: columns.filter((name) => !told.includes(name)),
    gone: told.filter((name) => !columns.includes(name)),
    twice: told.filter((name, at) => told.indexOf(name) !== at),
  };
}

describe('the inventory of what is kept', () => {
  it('names every column of the database once, and no other', async () => {
    const columns = await columnsOfDatabase();
    assert.ok(columns.length > 200, `${columns.length}`);
    assert.deepEqual(differences(PAGE, columns), { untold: [], gone: [], twice: [] });
  });

  it('would miss a column that was added in silence, and one that is gone', async () => {
    const columns = [...(await columnsOfDatabase()), 'people.salary'];
    assert.deepEqual(differences(PAGE, columns).untold, ['people.salary']);
    assert.deepEqual(
      differences(
        PAGE,
        columns.filter((name) => name !== 'notes.text_sealed'),
      ).gone,
      ['notes.text_sealed'],
    );
  });

  it('says whose each is, why, how long, and who sees it', () => {
    for (const { table, said } of inventory(PAGE)) {
      assert.equal(said.length, 4, table);
      for (const cell of said) assert.ok(cell.length > 1, `${table}: ${said.join(' | ')}`);
    }
  });

  it('says that what is sealed is sealed', () => {
    for (const { columns, said } of inventory(PAGE))
      if (columns.some((name) => name.endsWith('_sealed'))) assert.match(said[2] ?? '', /sealed/);
  });

  it('says the times and the sizes that the program keeps to', () => {
    assert.ok(PAGE.includes(`${RETENTION.moodDays} days`) && PAGE.includes(`${RETENTION.pressDays} days`));
    assert.ok(PAGE.includes(`${RETENTION.figureMonths} months`));
    assert.ok(PAGE.includes(`counts of at least ${FEWEST.counts}`));
    assert.ok(PAGE.includes(`bands of at least ${FEWEST.mood} people`));
  });
});

describe('what cannot be prevented', () => {
  const keeps = { en: /Teams itself keeps .* bring back/, de: /Teams selbst bewahrt .* zurückholen/ };
  for (const locale of LOCALES)
    it(`is said in the chat too, in ${locale}`, () => {
      assert.match(wordsIn(locale, 'chat')('who.teams'), keeps[locale]);
      assert.match(wordsIn(locale, 'chat')('erase.done'), /Teams/);
    });
});
