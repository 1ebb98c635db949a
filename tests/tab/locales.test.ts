import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

type Catalogue = { readonly [key: string]: string | Catalogue };

async function read(language: string): Promise<ReadonlyMap<string, string>> {
  const file = new URL(`../../tab/src/locales/${language}.json`, import.meta.url);
  return new Map(flat(JSON.parse(await readFile(file, 'utf8')) as Catalogue, ''));
}

function flat(catalogue: Catalogue, path: string): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, words]) =>
    typeof words === 'string' ? [[path + key, words] as [string, string]] : flat(words, `${path}${key}.`),
  );
}

const placeholders = (words: string): string => (words.match(/\{\{\w+\}\}/g) ?? []).sort().join(' ');
const isPlural = (key: string): boolean => /_(zero|one|other)$/.test(key);

describe('the words of the tab', () => {
  let en: ReadonlyMap<string, string>;
  let de: ReadonlyMap<string, string>;
  before(async () => {
    [en, de] = await Promise.all([read('en'), read('de')]);
  });

  it('are there in both languages, none of them empty', () => {
    assert.deepEqual([...de.keys()].sort(), [...en.keys()].sort());
    assert.deepEqual(
      [...en, ...de].filter(([, words]) => words.trim() === ''),
      [],
    );
  });

  it('have the same places to fill in, singular forms apart', () => {
    const other = [...en].filter(
      ([key, words]) => !isPlural(key) && placeholders(words) !== placeholders(de.get(key) ?? ''),
    );
    assert.deepEqual(other, []);
  });

  it('have a singular wherever they have a plural', () => {
    const alone = [...en.keys()].filter(
      (key) => key.endsWith('_other') && !en.has(key.replace(/other$/, 'one')),
    );
    assert.deepEqual(alone, []);
  });

  it('say in German what English says, and not the English', () => {
    const same = [...en].filter(([key, words]) => words.length > 24 && de.get(key) === words);
    assert.deepEqual(same, []);
  });
});
