import type { TenantId } from '../../core/ids.ts';
import type { Reads } from '../../core/ports/store.ts';
import type { Employee } from './choose-people.ts';

const PAGE = 500;

/** Everyone of the company with what the directory suggests for them, in order of the directory's ids. */
export async function employeesOf(reads: Reads, tenantId: TenantId): Promise<readonly Employee[]> {
  const topics = new Map((await reads.topics.all(tenantId)).map((topic) => [topic.id, topic]));
  const employees: Employee[] = [];
  for (;;) {
    const { people } = await reads.people.page(tenantId, {
      search: '',
      offset: employees.length,
      limit: PAGE,
    });
    for (const person of people) {
      const suggested = await reads.people.suggestedTopics(person.id);
      const on = (side: 'offer' | 'need') =>
        suggested.filter((one) => one.side === side).flatMap((one) => topics.get(one.topicId) ?? []);
      employees.push({ person, offers: on('offer'), needs: on('need') });
    }
    if (people.length < PAGE) break;
  }
  return employees.sort((a, b) => (a.person.directoryId < b.person.directoryId ? -1 : 1));
}
