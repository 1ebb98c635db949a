import type { PersonId, TenantId } from '../../core/ids.ts';
import type { Reads } from '../../core/ports/store.ts';
import type { Person } from '../../core/person.ts';

export interface DemoPerson {
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  readonly role: 'employee' | 'manager' | 'coordinator';
}

const ORDER = { coordinator: 0, manager: 1, employee: 2 } as const;
const FEW = 24;

/** A handful of people to be in the demonstration: who is signed in, the coordinators, and members of both kinds. */
export async function demoPeople(
  reads: Reads,
  tenantId: TenantId,
  signedIn: PersonId | null,
): Promise<readonly DemoPerson[]> {
  const programmes = await reads.programmes.ofTenant(tenantId);
  const coordinators = new Set<PersonId>();
  const ids = new Set<PersonId>(signedIn === null ? [] : [signedIn]);
  for (const { id } of programmes) {
    for (const person of await reads.programmes.coordinators(id)) coordinators.add(person);
    const { members } = await reads.members.page(id, { search: '', offset: 0, limit: FEW });
    for (const { person } of members) ids.add(person.id);
  }
  for (const manager of await managersAbove(reads, [...ids])) ids.add(manager);
  const people = await reads.people.byIds([...coordinators, ...ids]);
  const shown: DemoPerson[] = [];
  for (const person of people.values()) {
    if (person.leftAt === null) shown.push(await asDemoPerson(reads, person, coordinators));
  }
  return shown.sort((one, other) => ORDER[one.role] - ORDER[other.role] || compare(one.name, other.name));
}

async function asDemoPerson(
  reads: Reads,
  person: Person,
  coordinators: ReadonlySet<PersonId>,
): Promise<DemoPerson> {
  const manages = !coordinators.has(person.id) && (await reads.people.hasReports(person.id));
  const role = coordinators.has(person.id) ? 'coordinator' : manages ? 'manager' : 'employee';
  return { personId: person.id, name: person.displayName, title: person.jobTitle, role };
}

/** The managers of these people and theirs: those whose teams are large enough to have figures. */
async function managersAbove(reads: Reads, ids: readonly PersonId[]): Promise<readonly PersonId[]> {
  const managerOf = async (of: readonly PersonId[]): Promise<readonly PersonId[]> =>
    [...(await reads.people.byIds(of)).values()].flatMap((person) => person.managerId ?? []);
  const first = await managerOf(ids);
  return [...first, ...(await managerOf(first))];
}

const compare = (one: string, other: string): number => one.localeCompare(other);
