import { asId } from '../../bot/core/ids.ts';
import type { PersonId, ProgrammeId, ProposalId, TopicId } from '../../bot/core/ids.ts';
import { pairRound } from '../../bot/core/pairing/pair-round.ts';
import type { Person } from '../../bot/core/person.ts';
import { DEFAULT_SETTINGS } from '../../bot/core/programme.ts';
import type { Proposal } from '../../bot/core/round.ts';
import type { PreviewDeps } from '../../bot/actions/preview-round.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson, NOW, TENANT } from './builders.ts';
import { seedPeople, seedTopics } from './seed.ts';
import type { TestStore } from './store.ts';

/** A clock that a test moves. */
export interface TestDeps extends PreviewDeps {
  at: Date;
}

/** Deps over a real store; a round is computed right here instead of in a thread. */
export function roundDeps(store: TestStore): TestDeps {
  const deps: TestDeps = {
    at: NOW,
    store,
    now: () => deps.at,
    newId,
    pair: (input) => Promise.resolve(pairRound(input)),
  };
  return deps;
}

export interface Cast {
  readonly programmeId: ProgrammeId;
  readonly topic: TopicId;
  readonly mentors: readonly Person[];
  readonly mentees: readonly Person[];
}

/** A running programme: mentors one level ahead who seek nobody, and mentees who need what they all offer. */
export async function seedCast(
  store: TestStore,
  { mentors, mentees, places = 1 }: { mentors: number; mentees: number; places?: number },
): Promise<Cast> {
  const people = {
    mentors: Array.from({ length: mentors }, () => aPerson({ level: 4 })),
    mentees: Array.from({ length: mentees }, () => aPerson({ level: 3 })),
  };
  await seedPeople(store, [...people.mentors, ...people.mentees]);
  const [topic = asId<TopicId>('')] = await seedTopics(store, ['Changing career']);
  const programmeId = asId<ProgrammeId>(newId());
  await store.transaction(async (tx) => {
    const name = `Cast ${programmeId}`;
    await tx.programmes.create({
      id: programmeId,
      tenantId: TENANT,
      name,
      settings: DEFAULT_SETTINGS,
      at: NOW,
    });
    await tx.programmes.setState(programmeId, 'running', NOW);
    const join = (personId: PersonId, mentorCapacity: number): Promise<void> =>
      tx.members.join({ programmeId, personId, rhythm: 'weekly', mentorCapacity, at: NOW });
    for (const { id } of people.mentors) {
      await join(id, places);
      await tx.members.setTopics(programmeId, id, 'offer', [topic]);
    }
    for (const { id } of people.mentees) {
      await join(id, 0);
      await tx.members.setTopics(programmeId, id, 'need', [topic]);
    }
  });
  return { programmeId, topic, ...people };
}

/** The proposals that this person may answer now. */
export const openOf = (store: TestStore, person: PersonId): Promise<readonly Proposal[]> =>
  store.reads.rounds.openProposalsOf(person);

export const partnersOf = (proposal: Proposal, person: PersonId): readonly PersonId[] =>
  proposal.sides.map((side) => side.personId).filter((id) => id !== person);

/** What is due to be said to a person, as `kind subject`. */
export async function toldTo(store: TestStore, person: PersonId): Promise<readonly string[]> {
  const rows = await store.engine.read
    .selectFrom('occurrences')
    .where('personId', '=', person)
    .where('state', '=', 'due')
    .select(['kind', 'subjectId'])
    .execute();
  return rows.map((row) => row.kind).sort();
}

export const idOf = (proposal: Proposal | undefined): ProposalId => {
  if (proposal === undefined) throw new Error('there is no such proposal');
  return proposal.id;
};
