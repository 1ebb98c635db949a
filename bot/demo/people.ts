import type { DemoPerson } from '../api/auth/demo.ts';
import type { Deps } from '../core/deps.ts';
import type { Person } from '../core/person.ts';
import type { Reads } from '../core/ports/store.ts';
import type { Cast } from './cast.ts';

/** Members with a pairing of some weeks, so that there is something to see. */
const MEMBERS = 3;

/** Whom one can be in the tab: the cast, and a few who are in the middle of it. */
export async function demoPeople(
  reads: Reads,
  cast: Cast,
  operator: Person | null,
): Promise<readonly DemoPerson[]> {
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
    ...(operator === null ? [] : [as('it', operator)]),
  ];
}

/** The department of the made-up company. */
const IT = 'IT security';

/** Somebody of IT without another part, who looks after the service; null in a company that has no such department. */
export async function demoOperator(
  deps: Deps,
  cast: Cast,
): Promise<{ readonly person: Person; readonly objectId: string } | null> {
  const { programme, ...parts } = cast;
  const taken = new Set(Object.values(parts).map((person: Person) => person.id));
  return deps.store.transaction(async (tx) => {
    const page = { search: IT, offset: 0, limit: 10 };
    const { people } = await tx.people.page(programme.tenantId, page);
    const person = people.find(({ id }) => !taken.has(id));
    if (person === undefined) return null;
    const objectId = person.objectId ?? deps.newId();
    if (person.objectId === null) await tx.people.setObjectId(person.id, objectId);
    return { person, objectId };
  });
}

const as = (role: DemoPerson['role'], person: Person): DemoPerson => ({
  personId: person.id,
  name: person.displayName,
  title: person.jobTitle,
  role,
});
