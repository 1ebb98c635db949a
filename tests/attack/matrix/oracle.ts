/**
 * Who may know what, written down from the table that people are told (docs/privacy.md) and not from the program:
 * how somebody stands to a thing, who may reach it, and whose names an answer may hold.
 */
import type { RouteName } from '../../../bot/api/contract.ts';
import type { Person } from '../../../bot/core/person.ts';
import type { Thing, ThingKind, World } from './world.ts';

export const STANDINGS = [
  'of another company',
  'has left',
  'own',
  'partner',
  'coordinator',
  'operator',
  'manager above',
  'coordinator elsewhere',
  'manager of others',
  'member',
  'colleague',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** How somebody stands to a thing; the first that holds, so that each is tried by somebody. */
export function standing(world: World, asker: Person, kind: ThingKind, thing: Thing): Standing {
  if (asker.tenantId !== tenantOf(world, thing)) return 'of another company';
  if (asker.leftAt !== null) return 'has left';
  if (thing.people.includes(asker)) return 'own';
  if (kind === 'check-in' && isPartner(world, asker, thing)) return 'partner';
  if (coordinates(world, asker, thing.programme)) return 'coordinator';
  if (world.operators.has(asker)) return 'operator';
  if (thing.people.some((person) => isAbove(world, asker, person))) return 'manager above';
  if (world.things.programme.some(({ id }) => coordinates(world, asker, id))) return 'coordinator elsewhere';
  if (world.people.some((person) => person.managerId === asker.id)) return 'manager of others';
  return world.members.get(thing.programme)?.includes(asker) === true ? 'member' : 'colleague';
}

/** What a route asks of whoever uses it, and the thing that its address names. */
export type Needs =
  | { readonly of: 'anyone' | 'manager' }
  | { readonly of: 'side'; readonly kinds: readonly ThingKind[] }
  | {
      readonly of: 'coordinator';
      readonly kinds: readonly ThingKind[];
      /** Its answer may name anybody of the company, as the company's own directory does. */
      readonly ofCompany?: true;
      /** Whoever looks after the service may too. */
      readonly orOperator?: true;
    };

const anyone: Needs = { of: 'anyone' };
const ofProgramme: Needs = { of: 'coordinator', kinds: ['programme'] };
/** Who could run it, and who looked. */
const oversight: Needs = { of: 'coordinator', kinds: ['programme'], ofCompany: true, orOperator: true };
const appointing: Needs = { of: 'coordinator', kinds: ['programme'], orOperator: true };
const ofRound: Needs = { of: 'coordinator', kinds: ['round'] };

/** A route that is not in here does not compile. */
export const ROUTE_NEEDS: Readonly<Record<RouteName, Needs>> = {
  me: anyone,
  mySpace: anyone,
  myMoods: anyone,
  changeMembership: anyone,
  changeTopics: anyone,
  changePreferences: anyone,
  answerProposal: { of: 'side', kinds: ['proposal', 'draft'] },
  endPairing: { of: 'side', kinds: ['pairing'] },
  myData: anyone,
  eraseMyData: anyone,
  topics: anyone,
  team: { of: 'manager' },
  programme: ofProgramme,
  programmePeople: ofProgramme,
  programmePairings: ofProgramme,
  programmeRounds: ofProgramme,
  changeProgramme: ofProgramme,
  changeHelpContacts: ofProgramme,
  startProgramme: ofProgramme,
  coordinators: oversight,
  colleagues: oversight,
  addCoordinator: appointing,
  removeCoordinator: appointing,
  audit: oversight,
  auditChain: appointing,
  programmeDelivery: ofProgramme,
  resendMessage: { of: 'coordinator', kinds: ['message'] },
  previewRound: ofProgramme,
  round: ofRound,
  sendRound: ofRound,
  discardRound: ofRound,
  correctRound: ofRound,
  compareSettings: ofProgramme,
  roundsOverTime: ofProgramme,
  suggestedWeights: ofProgramme,
};

/** Whether a route about this thing is this person's to use. Nobody knows of a draft but who coordinates it. */
export function mayReach(
  world: World,
  needs: Needs,
  asker: Person,
  about: readonly [ThingKind, Thing] | null,
): boolean {
  if (needs.of === 'anyone') return true;
  if (needs.of === 'manager')
    return world.people.some((person) => person.managerId === asker.id && person.leftAt === null);
  if (about === null) return false;
  const [kind, thing] = about;
  if (needs.of === 'side') return kind !== 'draft' && thing.people.includes(asker);
  if (needs.of === 'coordinator' && needs.orOperator === true && world.operators.has(asker))
    return asker.tenantId === tenantOf(world, thing);
  return coordinates(world, asker, thing.programme);
}

/** Everyone whose name this person may be told, in any answer that is theirs. */
export function mayBeTold(world: World, asker: Person, ofCompany = false): ReadonlySet<Person> {
  if (ofCompany) return new Set(world.people.filter((person) => person.tenantId === asker.tenantId));
  const manager = world.byId.get(asker.managerId ?? '');
  const told = new Set<Person>(manager === undefined ? [asker] : [asker, manager]);
  const add = (people: readonly Person[]): void => people.forEach((person) => told.add(person));
  for (const kind of ['proposal', 'pairing'] as const)
    for (const { people } of world.things[kind]) {
      const agreed = people.every((person) => world.visible.has(person));
      const below = people.some((person) => isAbove(world, asker, person));
      if (people.includes(asker) || (kind === 'pairing' && agreed && below)) add(people);
    }
  for (const [programme, coordinators] of world.coordinators) {
    // Whom to turn to is known to those who take part.
    if (world.members.get(programme)?.includes(asker) === true) add(coordinators);
    if (coordinators.includes(asker)) add([...coordinators, ...(world.members.get(programme) ?? [])]);
  }
  return told;
}

export const coordinates = (world: World, asker: Person, programme: string): boolean =>
  world.coordinators.get(programme)?.includes(asker) === true;

function isPartner(world: World, asker: Person, checkIn: Thing): boolean {
  return world.things.pairing.some(
    ({ people }) => people.includes(asker) && checkIn.people.some((person) => people.includes(person)),
  );
}

function isAbove(world: World, asker: Person, person: Person): boolean {
  let at: Person | undefined = person;
  while (at !== undefined && at.managerId !== null) {
    if (at.managerId === asker.id) return true;
    at = world.byId.get(at.managerId);
  }
  return false;
}

function tenantOf(world: World, { programme }: Thing): string {
  const someone = world.coordinators.get(programme)?.[0];
  if (someone === undefined) throw new Error('A programme has coordinators');
  return someone.tenantId;
}
