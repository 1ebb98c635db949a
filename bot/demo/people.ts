import type { DemoPerson } from '../api/auth/demo.ts';
import type { Person } from '../core/person.ts';
import type { Reads } from '../core/ports/store.ts';
import type { Cast } from './cast.ts';

/** Members with a pairing of some weeks, so that there is something to see. */
const MEMBERS = 3;

/** Whom one can be in the tab: the cast, and a few who are in the middle of it. */
export async function demoPeople(reads: Reads, cast: Cast): Promise<readonly DemoPerson[]> {
  const { pairings } = await reads.pairings.page(cast.programme.id, {
    state: 'active',
    offset: 0,
    limit: MEMBERS,
  });
  const ids = pairings.flatMap(({ people }) => people.slice(-1).map(({ personId }) => personId));
  const members = [...(await reads.people.byIds(ids)).values()];
  return [
    ...[...members, cast.newcomer, cast.guide].map((person) => as('employee', person)),
    as('manager', cast.manager),
    as('coordinator', cast.coordinator),
  ];
}

const as = (role: DemoPerson['role'], person: Person): DemoPerson => ({
  personId: person.id,
  name: person.displayName,
  title: person.jobTitle,
  role,
});
