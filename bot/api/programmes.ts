import { changeHelpContacts as setHelpContacts } from '../actions/change-help-contacts.ts';
import { changeSettings } from '../actions/change-settings.ts';
import { startProgramme as start } from '../actions/start-programme.ts';
import { suggestWeights } from '../actions/suggest-weights.ts';
import { byPeriod } from '../core/privacy/periods.ts';
import { recordView } from './audit.ts';
import { personCard } from './cards.ts';
import type {
  Page,
  ProgrammeOverview,
  ProgrammePairing,
  ProgrammePerson,
  WeightSuggestion,
} from './contract.ts';
import { route } from './route.ts';
import { helpContactsBody, pageQuery, pairingsQuery, settingsBody } from './schemas.ts';

const RECENT_ROUNDS = 10;

export const programme = route({
  may: 'see-programme',
  of: 'programme',
  handle: async (asking): Promise<ProgrammeOverview> => {
    const { deps, subject } = asking;
    const { id, name, state, version, settings, helpContacts } = subject;
    const { members, pairings, rounds, occurrences, privacy } = deps.store.reads;
    await recordView(asking, id, {
      action: 'view-programme-figures',
      object: id,
      relation: 'coordinator',
    });
    const recent = await rounds.ofProgramme(id, RECENT_ROUNDS);
    return {
      id,
      name,
      state,
      version,
      settings,
      helpContacts,
      members: await members.countByState(id),
      pairings: await pairings.countByState(id),
      waiting: recent.find((round) => round.state === 'sent')?.figures.leftOut ?? 0,
      delivery: await occurrences.countByState(id),
      periods: byPeriod(await privacy.released(id, null)),
    };
  },
});

export const programmePeople = route({
  may: 'see-programme',
  of: 'programme',
  query: pageQuery,
  handle: async ({ deps, subject, query }): Promise<Page<ProgrammePerson>> => {
    const { members, total } = await deps.store.reads.members.page(subject.id, query);
    const rows = members.map(({ person, state, pausedUntil, activePairings, roundsWaited }) => ({
      ...personCard(person),
      state,
      pausedUntil,
      activePairings,
      roundsWaited,
    }));
    return { rows, total };
  },
});

export const programmePairings = route({
  may: 'see-programme',
  of: 'programme',
  query: pairingsQuery,
  handle: async ({ deps, subject, query }): Promise<Page<ProgrammePairing>> => {
    const { reads } = deps.store;
    const { offset, limit, state = null } = query;
    const { pairings, total } = await reads.pairings.page(subject.id, { state, offset, limit });
    const people = await reads.people.byIds(
      pairings.flatMap((one) => one.people.map((side) => side.personId)),
    );
    const rows = pairings.map((pairing) => ({
      id: pairing.id,
      kind: pairing.kind,
      state: pairing.state,
      people: pairing.people.flatMap(({ personId, role }) => {
        const person = people.get(personId);
        return person === undefined ? [] : [{ ...personCard(person), role }];
      }),
      startedAt: pairing.startedAt.toISOString(),
      endsAt: pairing.endsAt.toISOString(),
    }));
    return { rows, total };
  },
});

/** What people's answers suggest for the weights, where the programme wants to know. */
export const suggestedWeights = route({
  may: 'see-programme',
  of: 'programme',
  handle: async (asking): Promise<WeightSuggestion> => {
    const { id } = asking.subject;
    await recordView(asking, id, { action: 'view-programme-figures', object: id, relation: 'coordinator' });
    return suggestWeights(asking.deps, { programmeId: id });
  },
});

export const changeProgramme = route({
  may: 'change-programme',
  of: 'programme',
  body: settingsBody,
  handle: ({ deps, person, subject, body }) =>
    changeSettings(deps, { programmeId: subject.id, actor: person.id, ...body }),
});

export const changeHelpContacts = route({
  may: 'change-programme',
  of: 'programme',
  body: helpContactsBody,
  handle: ({ deps, person, subject, body }) =>
    setHelpContacts(deps, { programmeId: subject.id, actor: person.id, contacts: body.contacts }),
});

export const startProgramme = route({
  may: 'change-programme',
  of: 'programme',
  handle: ({ deps, person, subject }) => start(deps, { programmeId: subject.id, actor: person.id }),
});
