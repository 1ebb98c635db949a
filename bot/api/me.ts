import type { Programme } from '../core/programme.ts';
import { personCard } from './cards.ts';
import type { Me } from './contract.ts';
import { currentProgramme } from './current-programme.ts';
import { isOperator } from './relations.ts';
import { route } from './route.ts';

const named = ({ id, name }: Programme) => ({ id, name });

export const me = route({
  may: 'see-own',
  of: 'self',
  handle: async ({ deps, person }): Promise<Me> => {
    const { store } = deps;
    const { people, programmes, members } = store.reads;
    const { locale, timeZone } = await people.preferences(person.id);
    const programme = await currentProgramme(store.reads, person);
    const member = programme === null ? null : await members.one(programme.id, person.id);
    const coordinates = await programmes.coordinatedBy(person.id);
    return {
      person: { ...personCard(person), locale, timeZone: timeZone ?? person.timeZone },
      manager: await people.hasReports(person.id),
      coordinates: coordinates.map(named),
      operates: isOperator(deps, person) ? (await programmes.ofTenant(person.tenantId)).map(named) : [],
      programme: programme === null ? null : { id: programme.id, name: programme.name },
      member: member?.state ?? null,
    };
  },
});
