/** A random company in which every relation exists, beside a second company on the same service, in a real store. */
import { asId } from '../../../bot/core/ids.ts';
import type { CheckInId, ProgrammeId, TenantId } from '../../../bot/core/ids.ts';
import type { Person } from '../../../bot/core/person.ts';
import { DEFAULT_SETTINGS } from '../../../bot/core/programme.ts';
import { randomFrom } from '../../../bot/demo/random.ts';
import type { Random } from '../../../bot/demo/random.ts';
import { newId } from '../../../bot/new-id.ts';
import { aPerson, aProposal, aRound, DAY_MS, HELP, later, NOW, TENANT } from '../../helpers/builders.ts';
import { seedOpenProposal, seedPairing, seedPeople, seedUnclear } from '../../helpers/seed.ts';
import { openTestStore } from '../../helpers/store.ts';
import type { TestStore } from '../../helpers/store.ts';

/** Something that a request can be about. */
export interface Thing {
  readonly id: string;
  readonly programme: string;
  /** Whose it is: both sides, or the one who is asked or written to. */
  readonly people: readonly Person[];
}

export interface World {
  readonly store: TestStore;
  /** Everyone of both companies, those who have left included. */
  readonly people: readonly Person[];
  readonly byId: ReadonlyMap<string, Person>;
  readonly coordinators: ReadonlyMap<string, readonly Person[]>;
  readonly members: ReadonlyMap<string, readonly Person[]>;
  readonly visible: ReadonlySet<Person>;
  /** Whom the service's own settings name: one of each company, with no other part. */
  readonly operators: ReadonlySet<Person>;
  readonly things: Readonly<Record<ThingKind, readonly Thing[]>>;
}

export type ThingKind = 'programme' | 'round' | 'draft' | 'proposal' | 'pairing' | 'check-in' | 'message';

const OTHER_TENANT: TenantId = asId('99999999-9999-4999-8999-999999999999');

export async function openWorld(seed: number, size: number): Promise<World> {
  const random = randomFrom(seed);
  const store = await openTestStore();
  const ours = companyOf(random, TENANT, size);
  const theirs = companyOf(random, OTHER_TENANT, Math.max(12, Math.floor(size / 10)));
  const people = [...ours, ...theirs];
  await seedPeople(store, people);
  const world: Growing = {
    store,
    random,
    coordinators: new Map(),
    members: new Map(),
    visible: new Set(),
    things: {
      programme: [],
      round: [],
      draft: [],
      proposal: [],
      pairing: [],
      'check-in': [],
      message: [],
    },
  };
  await addProgramme(world, ours, { share: 0.6, pairs: Math.max(4, Math.floor(size / 12)) });
  await addProgramme(world, ours, { share: 0.1, pairs: 2 });
  await addProgramme(world, theirs, { share: 0.8, pairs: 3 });
  const operators = new Set([ours, theirs].flatMap((company) => operatorOf(world, company) ?? []));
  return { ...world, people, operators, byId: new Map(people.map((person) => [person.id, person])) };
}

function operatorOf({ coordinators }: Growing, company: readonly Person[]): Person | undefined {
  const taken = [...coordinators.values()].flat();
  return company.findLast((person) => person.leftAt === null && !taken.includes(person));
}

interface Growing extends Pick<World, 'store'> {
  readonly random: Random;
  readonly coordinators: Map<string, readonly Person[]>;
  readonly members: Map<string, readonly Person[]>;
  readonly visible: Set<Person>;
  readonly things: Record<ThingKind, Thing[]>;
}

/** Names that occur in nobody else's text, so that an answer tells whom it speaks of. */
function companyOf(random: Random, tenantId: TenantId, size: number): readonly Person[] {
  const people: Person[] = [];
  for (let count = 0; count < size; count += 1) {
    const name = `Zq${newId().replaceAll('-', '')}`;
    const above = people[Math.floor((random.next() * people.length) / random.between(2, 12))];
    people.push(
      aPerson({
        tenantId,
        displayName: name,
        email: `${name}@example.com`,
        managerId: above?.id ?? null,
        managesPeople: count < size / 8,
        leftAt: count > 0 && random.chance(0.03) ? NOW : null,
      }),
    );
  }
  return people;
}

async function addProgramme(
  world: Growing,
  company: readonly Person[],
  { share, pairs }: { readonly share: number; readonly pairs: number },
): Promise<void> {
  const { store, random } = world;
  const id = asId<ProgrammeId>(newId());
  const present = company.filter((person) => person.leftAt === null);
  const members = present.filter(() => random.chance(share));
  const coordinators = random.some(present, 2);
  await store.transaction(async (tx) => {
    await tx.programmes.create({
      id,
      tenantId: company[0]?.tenantId ?? TENANT,
      name: `P ${id}`,
      settings: DEFAULT_SETTINGS,
      at: NOW,
    });
    await tx.programmes.setHelpContacts(id, [HELP]);
    await tx.programmes.setState(id, 'running', NOW);
    for (const person of coordinators) await tx.programmes.addCoordinator(id, person.id, null, NOW);
    for (const { id: personId } of members) {
      await tx.members.join({ programmeId: id, personId, rhythm: 'weekly', mentorCapacity: 5, at: NOW });
    }
    for (const person of members.filter(() => random.chance(0.3))) {
      await tx.members.setVisibleToManager(id, person.id, true);
      world.visible.add(person);
    }
  });
  world.coordinators.set(id, coordinators);
  world.members.set(id, members);
  world.things.programme.push({ id, programme: id, people: [] });
  await addThings(world, id, members, pairs);
}

/** Each member is in one thing at most, so that all the others are strangers to it. */
async function addThings(
  world: Growing,
  programme: ProgrammeId,
  members: readonly Person[],
  pairs: number,
): Promise<void> {
  const { store, random, things } = world;
  const left = [...random.some(members, members.length)];
  const two = (): readonly [Person, Person] | null => {
    const [one, other] = left.splice(0, 2);
    return one === undefined || other === undefined ? null : [one, other];
  };
  for (let count = 0; count < pairs; count += 1) {
    const sides = two();
    if (sides === null) break;
    const [one, other] = sides;
    if (count % 3 === 0) await addPairing(world, programme, sides);
    else if (count % 3 === 1) {
      const { id } = await seedOpenProposal(store, programme, [one.id, other.id]);
      things.proposal.push({ id, programme, people: sides });
    } else {
      const round = aRound(programme);
      const draft = aProposal(round, [one.id, other.id]);
      await store.transaction((tx) =>
        tx.rounds.create(round, [draft], [{ personId: one.id, causes: [], remedies: [] }]),
      );
      things.round.push({ id: round.id, programme, people: [] });
      things.draft.push({ id: draft.id, programme, people: sides });
    }
  }
  const reader = two();
  if (reader !== null && reader[0].tenantId === TENANT)
    things.message.push({
      id: await seedUnclear(store, programme, reader[0].id),
      programme,
      people: [reader[0]],
    });
}

async function addPairing(
  { store, things }: Growing,
  programme: ProgrammeId,
  sides: readonly [Person, Person],
): Promise<void> {
  const [one, other] = sides;
  const pairing = await seedPairing(store, programme, [one.id, other.id]);
  things.pairing.push({ id: pairing.id, programme, people: sides });
  for (const person of sides) {
    const id = asId<CheckInId>(newId());
    const planned = { id, programmeId: programme, pairingId: pairing.id, personId: person.id, week: 1 };
    await store.transaction((tx) => tx.checkIns.plan({ ...planned, dueAt: later(NOW, -DAY_MS) }));
    things['check-in'].push({ id, programme, people: [person] });
  }
}
