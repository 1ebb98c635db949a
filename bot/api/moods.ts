import { moodsSince, RETENTION } from '../core/privacy/retention.ts';
import type { MyMoods } from './contract.ts';
import { route } from './route.ts';

/** Check-ins come at most once a week for each pairing; this is more than can be in the time moods are kept. */
const MOST = 200;

/** The person's own, oldest first. */
export const myMoods = route({
  may: 'see-own',
  of: 'self',
  handle: async ({ deps, person }): Promise<MyMoods> => {
    const since = moodsSince(deps.now());
    const checkIns = await deps.store.reads.checkIns.ofPerson(person.id, MOST);
    const moods = checkIns.flatMap(({ mood, answeredAt }) =>
      mood === null || answeredAt === null || answeredAt < since
        ? []
        : [{ at: answeredAt.toISOString(), mood: mood.reveal() }],
    );
    return { moods: moods.reverse(), keptDays: RETENTION.moodDays };
  },
});
