import { asId } from '../../bot/core/ids.ts';
import type { OccurrenceId, PersonId, ProgrammeId, TopicId } from '../../bot/core/ids.ts';
import type { Person, TopicKind } from '../../bot/core/person.ts';
import type { Writes } from '../../bot/core/ports/store.ts';
import { DEFAULT_SETTINGS } from '../../bot/core/programme.ts';
import type { ProgrammeSettings, ProgrammeState } from '../../bot/core/programme.ts';
import type { Pairing, Proposal } from '../../bot/core/round.ts';
import { newId } from '../../bot/new-id.ts';
import { insertPeople, setManagers } from '../../bot/store/people.ts';
import { aPairing, aPerson, aProposal, aRound, HELP, later, NOW, TENANT } from './builders.ts';
import type { TestStore } from './store.ts';

/** Brings people in, with their managers. */
export async function seedPeople(store: TestStore, people: readonly Person[]): Promise<void> {
  await store.write(async (db) => {
    await insertPeople(
      db,
      people.map((person) => ({ ...person, managerId: null })),
      NOW,
    );
    const managed = people.filter((person) => person.managerId !== null);
    await setManagers(db, new Map(managed.map((person) => [person.id, person.managerId])));
  });
}

export async function seedTopics(
  store: TestStore,
  names: readonly string[],
  kind: TopicKind = 'experience',
): Promise<readonly TopicId[]> {
  return store.transaction((tx) =>
    tx.topics.ensure(
      TENANT,
      names.map((name) => ({ name, kind, aliases: [] })),
    ),
  );
}

export interface SeededProgramme {
  readonly id: ProgrammeId;
  readonly people: readonly Person[];
  readonly topics: readonly TopicId[];
}

/**
 * A running programme with a help contact that everyone given has joined at `NOW`, each offering the first topic
 * and needing the second, with one place as a mentor.
 */
export async function seedProgramme(
  store: TestStore,
  options: {
    people?: readonly Person[];
    topics?: readonly string[];
    state?: ProgrammeState;
    settings?: ProgrammeSettings;
    mentorCapacity?: number;
  } = {},
): Promise<SeededProgramme> {
  const people = options.people ?? [aPerson(), aPerson()];
  await seedPeople(store, people);
  const topics = await seedTopics(store, options.topics ?? ['Changing career', 'Back from parental leave']);
  const id = asId<ProgrammeId>(newId());
  const state = options.state ?? 'running';
  await store.transaction(async (tx) => {
    const settings = options.settings ?? DEFAULT_SETTINGS;
    await tx.programmes.create({ id, tenantId: TENANT, name: `Alongside ${id}`, settings, at: NOW });
    await tx.programmes.setHelpContacts(id, [HELP]);
    if (state !== 'draft') await tx.programmes.setState(id, state, NOW);
    for (const person of people) {
      await seedMember(tx, id, person.id, { topics, mentorCapacity: options.mentorCapacity ?? 1 });
    }
  });
  return { id, people, topics };
}

async function seedMember(
  tx: Writes,
  programmeId: ProgrammeId,
  personId: PersonId,
  { topics, mentorCapacity }: { topics: readonly TopicId[]; mentorCapacity: number },
): Promise<void> {
  await tx.members.join({ programmeId, personId, rhythm: 'weekly', mentorCapacity, at: NOW });
  await tx.members.setTopics(programmeId, personId, 'offer', topics.slice(0, 1));
  await tx.members.setTopics(programmeId, personId, 'need', topics.slice(1, 2));
}

/** A proposal of a round that has been sent, open for five days from `NOW`. */
export async function seedOpenProposal(
  store: TestStore,
  programme: ProgrammeId,
  people: readonly [PersonId, PersonId],
): Promise<Proposal> {
  const round = aRound(programme);
  const proposal = aProposal(round, people);
  const expiresAt = later(NOW, 5 * 86_400_000);
  await store.transaction(async (tx) => {
    await tx.rounds.create(round, [proposal], []);
    await tx.rounds.setState(round.id, 'previewed', 'sent', NOW);
    await tx.rounds.openProposals(round.id, expiresAt);
  });
  return { ...proposal, state: 'open', expiresAt };
}

/** A pairing that both have said yes to; the first person is the mentor. */
export async function seedPairing(
  store: TestStore,
  programme: ProgrammeId,
  people: readonly [PersonId, PersonId],
  changes: Partial<Pairing> = {},
): Promise<Pairing> {
  const proposal = await seedOpenProposal(store, programme, people);
  const pairing = aPairing(proposal, changes);
  await store.transaction(async (tx) => {
    for (const person of people) await tx.rounds.answer(proposal.id, person, 'yes', NOW);
    await tx.rounds.close(proposal.id, 'accepted', NOW);
    await tx.pairings.start(pairing, proposal.id);
  });
  return pairing;
}

/** A message to somebody of which nobody knows whether it arrived. */
export async function seedUnclear(
  store: TestStore,
  programmeId: ProgrammeId,
  personId: PersonId,
): Promise<OccurrenceId> {
  const id = asId<OccurrenceId>(newId());
  await store.transaction(async (tx) => {
    const expiresAt = later(NOW, 2 * 86_400_000);
    const planned = { id, tenantId: TENANT, programmeId, personId, kind: 'introduction', expiresAt } as const;
    await tx.occurrences.plan([{ ...planned, period: newId(), subjectId: newId(), dueAt: NOW }]);
    const leaseUntil = later(NOW, 60_000);
    const claimed = await tx.occurrences.claim({ worker: 'w', now: NOW, leaseUntil, limit: 1 });
    await tx.occurrences.startSending(claimed, NOW);
    for (const { id, fence } of claimed)
      await tx.occurrences.move(id, fence, 'sending', { to: 'unknown', at: NOW, reason: '504' });
  });
  return id;
}
