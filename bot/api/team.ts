import { byPeriod } from '../core/privacy/periods.ts';
import { recordView } from './audit.ts';
import { cardOf } from './cards.ts';
import type { Team } from './contract.ts';
import { currentProgramme } from './current-programme.ts';
import { route } from './route.ts';

/** What a manager sees of everyone below her: released figures, and the names that both sides agreed to show. */
export const team = route({
  may: 'see-team-figures',
  of: 'reports',
  handle: async (asking): Promise<Team> => {
    const { deps, person } = asking;
    const { reads } = deps.store;
    const reports = await reads.people.reportCount(person.id);
    const programme = await currentProgramme(reads, person);
    if (programme === null) return { people: reports, periods: [], visiblePairings: [] };
    await recordView(asking, programme.id, {
      action: 'view-team-figures',
      object: person.id,
      relation: 'manager',
    });
    const visible = await reads.pairings.visibleToManager(programme.id, person.id);
    const people = await reads.people.byIds(
      visible.flatMap((one) => one.people.map((side) => side.personId)),
    );
    const visiblePairings = visible.map((pairing) => ({
      people: pairing.people.flatMap(({ personId }) => cardOf(people.get(personId))),
      since: pairing.startedAt.toISOString(),
    }));
    const periods = byPeriod(await reads.privacy.released(programme.id, person.id));
    return { people: reports, periods, visiblePairings };
  },
});
