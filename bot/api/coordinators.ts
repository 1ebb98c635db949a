import { addCoordinator as add } from '../actions/add-coordinator.ts';
import type { Appointment } from '../actions/appoint.ts';
import { removeCoordinator as remove } from '../actions/remove-coordinator.ts';
import { asId } from '../core/ids.ts';
import type { PersonId } from '../core/ids.ts';
import { personCard } from './cards.ts';
import type { CoordinatorRow, Page, PersonCard } from './contract.ts';
import { route } from './route.ts';
import type { Asking } from './route.ts';
import { pageQuery, personBody } from './schemas.ts';

/** Who runs the programme, in the order in which they came to it. */
export const coordinators = route({
  may: 'change-coordinators',
  of: 'programme',
  handle: async ({ deps, subject, person }): Promise<Page<CoordinatorRow>> => {
    const { people, programmes } = deps.store.reads;
    const found = await programmes.coordinators(subject.id);
    const known = await people.byIds(
      found.flatMap(({ personId, addedBy }) => (addedBy === null ? [personId] : [personId, addedBy])),
    );
    const rows = found.flatMap(({ personId, addedBy, addedAt }) => {
      const one = known.get(personId);
      if (one === undefined || one.leftAt !== null) return [];
      const by = addedBy === null ? null : (known.get(addedBy)?.displayName ?? null);
      return [{ ...personCard(one), since: addedAt.toISOString(), by, self: personId === person.id }];
    });
    return { rows, total: rows.length };
  },
});

/** Who could run the programme: everyone of its company, by name. */
export const colleagues = route({
  may: 'change-coordinators',
  of: 'programme',
  query: pageQuery,
  handle: async ({ deps, subject, query }): Promise<Page<PersonCard>> => {
    const { people, total } = await deps.store.reads.people.page(subject.tenantId, query);
    return { rows: people.map(personCard), total };
  },
});

export const addCoordinator = route({
  may: 'change-coordinators',
  of: 'programme',
  body: personBody,
  handle: (asking) => add(asking.deps, { ...appointmentOf(asking), personId: asId(asking.body.personId) }),
});

export const removeCoordinator = route({
  may: 'change-coordinators',
  of: 'programme',
  body: personBody,
  handle: (asking) =>
    remove(asking.deps, { ...appointmentOf(asking), personId: asId<PersonId>(asking.body.personId) }),
});

function appointmentOf({
  subject,
  person,
  relations,
}: Pick<Asking<'programme', unknown, unknown>, 'subject' | 'person' | 'relations'>): Appointment {
  const relation = relations.includes('coordinator') ? 'coordinator' : 'operator';
  return { programmeId: subject.id, actor: person.id, relation };
}
