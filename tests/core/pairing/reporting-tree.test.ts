import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { PersonId } from '../../../bot/core/ids.ts';
import { packPool } from '../../../bot/core/pairing/packed-pool.ts';
import { inOneLine, reportingSpans } from '../../../bot/core/pairing/reporting-tree.ts';
import { aPoolMember, personId } from '../../helpers/pools.ts';

function isAbove(managerOf: ReadonlyMap<PersonId, PersonId>, upper: PersonId, lower: PersonId): boolean {
  const seen = new Set<PersonId>();
  for (let at = managerOf.get(lower); at !== undefined && !seen.has(at); at = managerOf.get(at)) {
    if (at === upper) return true;
    seen.add(at);
  }
  return false;
}

const isInLine = (managerOf: ReadonlyMap<PersonId, PersonId>, a: PersonId, b: PersonId): boolean => {
  const { people, managers } = packPool({
    members: [a, b].map((id) => aPoolMember(id)),
    managerOf,
    forbidden: [],
  });
  const spanOf = reportingSpans(managers);
  return inOneLine(spanOf(people.indexOf(a)), spanOf(people.indexOf(b)));
};

describe('reportingSpans', () => {
  it('finds whoever stands above the other at any depth, through loops and strangers', () => {
    const person = fc.nat(9).map((number) => personId(`p${number}`));
    fc.assert(
      fc.property(fc.array(fc.tuple(person, person)), person, person, (lines, a, b) => {
        fc.pre(a !== b);
        const managerOf = new Map(lines.filter(([low, high]) => low !== high));
        const expected = isAbove(managerOf, a, b) || isAbove(managerOf, b, a);
        assert.equal(isInLine(managerOf, a, b), expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('holds a line of 100,000 people', () => {
    const people = Array.from({ length: 100_000 }, (_none, index) => personId(`p${index}`));
    const [top, last] = [people[0], people.at(-1)];
    assert.ok(top !== undefined && last !== undefined);
    const managerOf = new Map(people.slice(1).map((person, index) => [person, people[index] ?? top]));
    assert.equal(isInLine(managerOf, top, last), true);
  });
});
