/**
 * Makes up a company for the bench: ten departments, ten levels as a pyramid, sites over 14 zones, 16 languages,
 * 120 topics with a few that many want, a tree of managers, and one and a half blocked pairs for each person.
 * The same size, family and seed give the same company on every machine.
 */
import { asId } from '../../../bot/core/ids.ts';
import type { PersonId, TopicId } from '../../../bot/core/ids.ts';
import { oneOfEach } from '../../../bot/core/one-of-each.ts';
import { mix } from '../../../bot/core/pairing/hash.ts';
import type { PairingInput } from '../../../bot/core/pairing/input.ts';
import type { Level, TopicKind, WorkingHours } from '../../../bot/core/person.ts';
import type { PoolMember } from '../../../bot/core/ports/rounds.ts';
import { DEFAULT_SETTINGS } from '../../../bot/core/programme.ts';

export const FAMILIES = ['b', 'e', 't', 's'] as const;
/** More places than seekers, about as many, fewer; peers. */
export type Family = (typeof FAMILIES)[number];

const PLACES = { b: 1.25, e: 1.04, t: 0.91, s: 1.25 } as const;
const DEPARTMENTS = 10;
const GENERAL_TOPICS = 30;
const OWN_TOPICS = 9;
const OFFSETS = [-480, -420, -360, -300, -180, 0, 60, 120, 180, 240, 330, 480, 540, 600];
const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'pl',
  'sv',
  'tr',
  'hi',
  'ar',
  'ja',
  'ko',
  'zh',
  'cs',
];
const SEEK = 0.84;
const BLOCKED = 1.5;

type Dice = (below: number) => number;

/** Whole numbers by chance from a seed (a counter through a mixer). */
export function diceOf(seed: number): Dice {
  let count = mix(seed + 1);
  return (below) => {
    count = (count + 0x9e3779b9) | 0;
    return Math.floor((mix(mix(count)) / 2 ** 32) * below);
  };
}

/** Few of many: the first are asked for far more often than the last. */
const skewed = (dice: Dice, count: number): number => Math.floor(count * (dice(1000) / 1000) ** 3);

function topicOf(dice: Dice, department: number): TopicId {
  const own = dice(100) < 55;
  const number = own
    ? GENERAL_TOPICS + department * OWN_TOPICS + skewed(dice, OWN_TOPICS)
    : skewed(dice, GENERAL_TOPICS);
  return topicId(number);
}

// People share the few values there are of these: the figures are to be about rounds, not about copies of one text.
const topicId = oneOfEach(Number, (number: number) => asId<TopicId>(`topic-${number}`));
const departmentName = oneOfEach(Number, (number: number) => `Department ${number}`);
const zoneName = oneOfEach(Number, (number: number) => `Zone ${number}`);
const sharedTags = oneOfEach(JSON.stringify, (tags: readonly string[]) => tags);
const hoursFrom = oneOfEach(Number, (startMinute: number): WorkingHours => ({
  days: [1, 2, 3, 4, 5],
  startMinute,
  endMinute: startMinute + 8 * 60,
}));

const several = <T>(count: number, make: () => T): T[] => [...new Set(Array.from({ length: count }, make))];

function person(dice: Dice, number: number, sites: number): PoolMember {
  const department = dice(DEPARTMENTS);
  const level = 1 + Math.min(9, Math.floor(10 * (dice(1000) / 1000) ** 1.8));
  const site = skewed(dice, sites);
  const hours = hoursFrom(8 * 60 + 30 * dice(4));
  const languages = ['en', LANGUAGES[1 + (site % 15)] ?? 'en', LANGUAGES[1 + dice(15)] ?? 'en'];
  const isSeeking = dice(1000) < SEEK * 1000;
  return {
    personId: asId<PersonId>(`person-${String(number).padStart(7, '0')}`),
    level: level as Level,
    yearsExperience: level * 2 + dice(8),
    department: departmentName(department),
    timeZone: zoneName(site % OFFSETS.length),
    languages: sharedTags([...new Set(dice(100) < 90 ? languages : languages.slice(1))]),
    hours,
    offers: several(2 + dice(6), () => topicOf(dice, department)),
    needs: several(1 + dice(3), () => topicOf(dice, department)),
    freeAsMentor: 0,
    freeAsMentee: isSeeking ? 1 : 0,
    roundsWaited: 0,
  };
}

/** Deals places, at most three to a person, until there are as many as the family has. */
function dealPlaces(dice: Dice, members: readonly PoolMember[], family: Family): PoolMember[] {
  const wanted = Math.round(members.filter((member) => member.freeAsMentee > 0).length * PLACES[family]);
  const places = new Int32Array(members.length);
  for (let dealt = 0; dealt < wanted;) {
    const at = dice(members.length);
    if ((places[at] ?? 0) >= 3 || mix(at) % 10 < 4) continue;
    places[at] = (places[at] ?? 0) + 1;
    dealt += 1;
  }
  return members.map((member, at) => ({ ...member, freeAsMentor: places[at] ?? 0 }));
}

export function company(options: { people: number; seed: number; family: Family }): PairingInput {
  const dice = diceOf(options.seed);
  const { people, family } = options;
  const sites = Math.max(4, Math.min(25, Math.round(people / 400)));
  const members = dealPlaces(
    dice,
    Array.from({ length: people }, (_none, number) => person(dice, number, sites)),
    family,
  );
  const idOf = (at: number): PersonId => members[at]?.personId ?? asId<PersonId>('nobody');
  const managerOf = new Map<PersonId, PersonId>();
  for (let at = 1; at < people; at += 1) managerOf.set(idOf(at), idOf(Math.floor((at - 1) / 7)));
  const forbidden = Array.from(
    { length: Math.floor(BLOCKED * people) },
    () => [idOf(dice(people)), idOf(dice(people))] as const,
  );
  const kinds = new Map<TopicId, TopicKind>(
    Array.from({ length: GENERAL_TOPICS + DEPARTMENTS * OWN_TOPICS }, (_none, number) => [
      topicId(number),
      number % 4 === 0 ? 'experience' : 'skill',
    ]),
  );
  return {
    pool: { members, managerOf, forbidden },
    settings: { ...DEFAULT_SETTINGS, mode: family === 's' ? 'peers' : 'mentoring' },
    kinds,
    zoneOffsets: new Map(OFFSETS.map((offset, zone) => [`Zone ${zone}`, offset])),
    seed: options.seed,
  };
}
