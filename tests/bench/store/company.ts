import type { ImportRow } from '../../../bot/core/import.ts';
import type { DirectoryPerson } from '../../../bot/core/ports/people.ts';
import { randomFrom } from '../../../bot/demo/random.ts';
import type { Random } from '../../../bot/demo/random.ts';

/** How many report to one manager. */
const SPAN = 9;
const BEGINNINGS = [
  'An',
  'Ma',
  'Jo',
  'Ka',
  'Le',
  'So',
  'Mi',
  'Da',
  'El',
  'Yu',
  'Re',
  'Fa',
  'Ti',
  'Sha',
  'Bri',
] as const;
const ENDINGS = [
  'na',
  'ria',
  'nas',
  'ren',
  'on',
  'fia',
  'chael',
  'vid',
  'ena',
  'ki',
  'née',
  'ruk',
  'mo',
  'nice',
] as const;
const STEMS = [
  'Berg',
  'Wood',
  'Lind',
  'Okon',
  'Ros',
  'Kapo',
  'Nguy',
  'Sand',
  'Mül',
  'Ferr',
  'Wang',
  'Haki',
  'Bran',
] as const;
const MIDDLES = ['', 'er', 'en', 'am', 'ol', 'sch', 'in', 'av', 'ett', 'or'] as const;
const TAILS = [
  'son',
  'mann',
  'er',
  'ova',
  'i',
  'quist',
  'ez',
  'ling',
  'a',
  'ford',
  'sen',
  'o',
  'ton',
] as const;
const RANKS = ['', 'Senior ', 'Lead ', 'Junior ', 'Principal '] as const;
const TRADES = [
  'software engineer',
  'data analyst',
  'product manager',
  'account executive',
  'nurse',
  'buyer',
  'recruiter',
  'mechanic',
  'controller',
  'designer',
  'support specialist',
  'lawyer',
  'scientist',
] as const;
const UNITS = [
  'Platform',
  'Customer care',
  'Finance',
  'Logistics',
  'Research',
  'Sales',
  'Manufacturing',
  'Legal',
  'People',
] as const;
const PLACES = ['north', 'south', 'east', 'west', 'central'] as const;
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'America/Sao_Paulo',
] as const;
const TOPICS: readonly [string, ...string[]] = [
  'Leading people for the first time',
  'Changing career',
  'Back from parental leave',
  'Moving country',
  'Working remotely',
  'Kubernetes',
  'Negotiating',
  'Public speaking',
  'Hiring',
  'Budgeting',
];

/** An HR export of so many people, nine to a manager; the same for the same number. */
export async function* companyOf(people: number): AsyncGenerator<ImportRow> {
  const random = randomFrom(1);
  for (let place = 0; place < people; place += 1)
    yield { kind: 'person', line: place + 2, person: personAt(place, people, random) };
}

function personAt(place: number, people: number, random: Random): DirectoryPerson {
  const name = `${random.pick(BEGINNINGS)}${random.pick(ENDINGS)} ${random.pick(STEMS)}${random.pick(MIDDLES)}${random.pick(TAILS)}`;
  return {
    directoryId: `e${place}`,
    objectId: random.guid(),
    displayName: name,
    email: `e${place}@example.com`,
    jobTitle: `${random.pick(RANKS)}${random.pick(TRADES)}`,
    department: `${random.pick(UNITS)} ${random.pick(PLACES)}`,
    level: levelOf(place),
    yearsExperience: random.between(0, 30),
    managesPeople: place * SPAN + 1 < people,
    country: 'DE',
    timeZone: random.pick(ZONES),
    languages: random.chance(0.5) ? ['en', 'de'] : ['en'],
    managerDirectoryId: place === 0 ? null : `e${Math.floor((place - 1) / SPAN)}`,
    offers: random.some(TOPICS, 3),
    needs: random.some(TOPICS, 2),
  };
}

function levelOf(place: number): DirectoryPerson['level'] {
  if (place === 0) return 5;
  if (place < 100) return 4;
  if (place < 5000) return 3;
  return place % 2 === 0 ? 2 : 1;
}
