import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { DirectoryPerson } from '../../bot/core/ports/people.ts';
import { EXPERIENCES } from '../../bot/core/topics/experiences.ts';
import { DEMO_COMPANY, companyRows, generateCompany } from '../../bot/demo/company.ts';
import { DEMO_PEOPLE } from '../../bot/demo/company/cast.ts';
import { EXPERIENCE_RULES } from '../../bot/demo/company/experience-rules.ts';
import { readHeader } from '../../bot/directory/csv/header.ts';
import { readRow } from '../../bot/directory/csv/row.ts';
import { HEADER } from '../helpers/people-file.ts';

const company = generateCompany(DEMO_COMPANY);
const byId = new Map(company.map((person) => [person.directoryId, person]));

function named(id: string): DirectoryPerson {
  const person = byId.get(id);
  assert.ok(person, `${id} is not there`);
  return person;
}

function chainOf(person: DirectoryPerson, people: ReadonlyMap<string, DirectoryPerson>): readonly string[] {
  const chain: string[] = [];
  let above = person.managerDirectoryId;
  while (above !== null && chain.length < 10) {
    chain.push(above);
    above = people.get(above)?.managerDirectoryId ?? null;
  }
  return chain;
}

/** What the CSV reader makes of somebody, as if they had come by an HR export. */
function throughCsv(person: DirectoryPerson): unknown {
  const cells = [
    person.directoryId,
    person.displayName,
    person.email,
    person.jobTitle,
    person.department,
    String(person.level),
    String(person.yearsExperience),
    person.managesPeople ? 'yes' : 'no',
    person.country,
    person.timeZone,
    person.languages.join(';'),
    person.offers.join(';'),
    person.needs.join(';'),
    person.managerDirectoryId ?? '',
    person.objectId ?? '',
  ];
  const row = readRow(readHeader(`${HEADER},entra_object_id`.split(',')), cells, 2);
  return row.kind === 'person' ? row.person : row.problems;
}

describe('the made-up company', () => {
  it('is the same for the same seed and another for another', () => {
    assert.deepEqual(generateCompany(DEMO_COMPANY), company);
    assert.notDeepEqual(generateCompany({ ...DEMO_COMPANY, seed: DEMO_COMPANY.seed + 1 }), company);
  });

  it('is what an HR export could hold, to the letter', () => {
    for (const person of company) assert.deepEqual(throughCsv(person), person);
  });

  it('has one top, and everyone else a manager of a higher level up to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer(), (people, seed) => {
        const made = generateCompany({ people, seed });
        const all = new Map(made.map((person) => [person.directoryId, person]));
        assert.equal(made.length, people);
        assert.equal(all.size, people);
        assert.equal(made.filter((one) => one.managerDirectoryId === null).length, Math.min(1, people));
        for (const person of made) {
          const manager = all.get(person.managerDirectoryId ?? '');
          const head = manager?.managerDirectoryId === null && person.level === 5;
          if (manager) assert.ok(head || manager.level > person.level);
          assert.ok(chainOf(person, all).length <= 5);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('lies in eight countries, and nobody leads more than can be led', () => {
    const countries = Object.groupBy(company, (person) => person.country);
    assert.equal(Object.keys(countries).length, 8);
    for (const people of Object.values(countries)) assert.ok((people ?? []).length >= 6);
    const teams = Map.groupBy(company, (person) => person.managerDirectoryId);
    for (const team of teams.values()) assert.ok(team.length <= 14, `${team.length} in one team`);
    for (const person of company) assert.equal(person.managesPeople, teams.has(person.directoryId));
  });

  it('knows only experiences of the catalogue, and nobody needs what they offer', () => {
    const catalogue = new Set(EXPERIENCES.map((one) => one.name));
    for (const rule of EXPERIENCE_RULES) assert.ok(catalogue.has(rule.name), rule.name);
    for (const { offers, needs } of company) assert.ok(!needs.some((topic) => offers.includes(topic)));
  });

  it('has its names, addresses and accounts but once', () => {
    for (const key of ['displayName', 'email', 'objectId'] as const)
      assert.equal(new Set(company.map((person) => person[key])).size, company.length, key);
  });

  it('has four people whom the demonstration is told with', () => {
    const [newcomer, guide] = [named(DEMO_PEOPLE.newcomer), named(DEMO_PEOPLE.guide)];
    const [manager, coordinator] = [named(DEMO_PEOPLE.manager), named(DEMO_PEOPLE.coordinator)];
    assert.equal(guide.level - newcomer.level, 1);
    assert.ok(newcomer.managesPeople && guide.managesPeople);
    assert.notEqual(guide.department, newcomer.department);
    assert.equal(guide.country, newcomer.country);
    assert.ok(newcomer.needs.every((topic) => guide.offers.includes(topic)));
    assert.ok(!chainOf(newcomer, byId).includes(guide.directoryId));
    const below = company.filter((person) => chainOf(person, byId).includes(manager.directoryId));
    assert.ok(below.length >= 25);
    assert.equal(coordinator.department, 'People and culture');
  });

  it('can be imported row by row', async () => {
    let last = 1;
    for await (const row of companyRows(company)) {
      assert.deepEqual([row.kind, row.line], ['person', last + 1]);
      last = row.line;
    }
    assert.equal(last, company.length + 1);
  });
});
