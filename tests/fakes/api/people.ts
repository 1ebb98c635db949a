import type { PersonCard } from '../../../bot/api/contract.ts';

/** Made-up people; the first three are whom one can be. */
const NAMES = [
  ['Mara Lindqvist', 'Product Manager', 'Platform'],
  ['Jonas Weber', 'Head of Platform', 'Platform'],
  ['Aisha Karimi', 'People Development', 'People'],
  ['Tomasz Zieliński', 'Senior Product Manager', 'Payments'],
  ['Elif Demir', 'Software Engineer', 'Data'],
  ['Priya Raghunathan', 'Engineering Manager', 'Search'],
  ['Luca Bianchi', 'Designer', 'Design'],
  ['Ngozi Okafor', 'Data Analyst', 'Finance'],
] as const;

const FIRST = ['Anna', 'Björn', 'Chiara', 'David', 'Esra', 'Felix', 'Grace', 'Hugo', 'Ines', 'Jakob'];
const LAST = [
  'Albrecht',
  'Brandt',
  'Costa',
  'Dubois',
  'Ekström',
  'Fuchs',
  'García',
  'Hoffmann',
  'Ito',
  'Jansen',
];

function nth(at: number): PersonCard {
  const [name, title, department] = NAMES[at] ?? [
    `${FIRST[at % 10]} ${LAST[Math.floor(at / 10) % 10]}`,
    ['Analyst', 'Engineer', 'Consultant', 'Designer'][at % 4] ?? 'Analyst',
    ['Sales', 'Operations', 'Platform'][at % 3] ?? 'Sales',
  ];
  return { id: `p${at}`, name, title, department };
}

export const PEOPLE: readonly PersonCard[] = Array.from({ length: 108 }, (_none, at) => nth(at));

/** @throws Error for a number that no person has. */
export function person(at: number): PersonCard {
  const found = PEOPLE[at];
  if (!found) throw new Error(`there is no person ${at}`);
  return found;
}

export const CAST = [
  { personId: 'p0', name: person(0).name, title: person(0).title, role: 'employee' },
  { personId: 'p1', name: person(1).name, title: person(1).title, role: 'manager' },
  { personId: 'p2', name: person(2).name, title: person(2).title, role: 'coordinator' },
  { personId: 'p3', name: person(3).name, title: person(3).title, role: 'it' },
] as const;
