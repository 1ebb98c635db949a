import { changeMembership as changeOwnMembership } from '../actions/change-membership.ts';
import { changePreferences as changeOwnPreferences } from '../actions/change-preferences.ts';
import { chooseTopics } from '../actions/choose-topics.ts';
import { asId } from '../core/ids.ts';
import type { ProgrammeId, TopicId } from '../core/ids.ts';
import { WEEKDAYS } from '../core/person.ts';
import { Refusal } from '../core/refusal.ts';
import { currentProgramme } from './current-programme.ts';
import { route } from './route.ts';
import type { Asker } from './asker.ts';
import { membershipBody, preferencesBody, topicsBody } from './schemas.ts';

async function ownProgramme({ deps, person }: Asker): Promise<ProgrammeId> {
  const programme = await currentProgramme(deps.store.reads, person);
  if (programme === null) throw new Refusal('programme-not-running');
  return programme.id;
}

export const changeMembership = route({
  may: 'change-own',
  of: 'self',
  body: membershipBody,
  handle: async ({ body, ...asker }) =>
    changeOwnMembership(asker.deps, {
      ...body,
      programmeId: await ownProgramme(asker),
      personId: asker.person.id,
    }),
});

export const changeTopics = route({
  may: 'change-own',
  of: 'self',
  body: topicsBody,
  handle: async ({ body, ...asker }) =>
    chooseTopics(asker.deps, {
      programmeId: await ownProgramme(asker),
      personId: asker.person.id,
      side: body.side,
      topics: body.topics.map(asId<TopicId>),
    }),
});

export const changePreferences = route({
  may: 'change-own',
  of: 'self',
  body: preferencesBody,
  handle: async ({ deps, person, body }) => {
    const { locale, timeZone, languages, startMinute, endMinute } = body;
    const days = WEEKDAYS.filter((day) => body.days.includes(day));
    const change = { locale, timeZone, languages, hours: { days, startMinute, endMinute } };
    await changeOwnPreferences(deps, { personId: person.id, change });
  },
});
