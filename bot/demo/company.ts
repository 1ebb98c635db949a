import type { ImportRow } from '../core/import.ts';
import type { DirectoryPerson } from '../core/ports/people.ts';
import { castOf, inRole } from './company/cast.ts';
import { NAMES } from './company/names.ts';
import type { Culture } from './company/names.ts';
import { OFFICES } from './company/offices.ts';
import type { Office } from './company/offices.ts';
import { topicsFor } from './company/topics.ts';
import { postsFor } from './company/tree.ts';
import type { Post } from './company/tree.ts';
import { randomFrom } from './random.ts';
import type { Random } from './random.ts';

export const DEMO_COMPANY = { people: 300, seed: 16 } as const;

const DOMAIN = 'fernhill.example';
const TECHNICAL = new Set(['Platform engineering', 'Product engineering', 'Data', 'IT and security']);
/** Years at work, by level: from, to. */
const YEARS = [
  [0, 2],
  [2, 6],
  [5, 13],
  [9, 22],
  [16, 34],
] as const;

/** A company of so many made-up people, in the form of an HR export. The same seed gives the same company. */
export function generateCompany({
  people,
  seed,
}: {
  readonly people: number;
  readonly seed: number;
}): readonly DirectoryPerson[] {
  const random = randomFrom(seed);
  const posts = postsFor(people, random);
  const below = countBelow(posts);
  const candidates = posts.map((post) => ({
    department: departmentName(post),
    level: post.level,
    reports: post.reports,
    below: below.get(post) ?? 0,
  }));
  const cast = castOf(candidates);
  const filled = new Map<Post, Filled>();
  const usedNames = new Set<string>();
  posts.forEach((post, place) => {
    const manager = post.manager ? filled.get(post.manager) : undefined;
    const someone = fill(post, place, manager, usedNames, random);
    const role = cast.get(place);
    const person = role ? inRole(someone.person, role) : someone.person;
    filled.set(post, { office: someone.office, person: { ...person, email: emailOf(person, place) } });
  });
  return [...filled.values()].map(({ person }) => person);
}

/** The company as an import reads it. */
export async function* companyRows(people: Iterable<DirectoryPerson>): AsyncGenerator<ImportRow> {
  let line = 1;
  for (const person of people) {
    line += 1;
    yield { kind: 'person', line, person };
  }
}

interface Filled {
  readonly person: DirectoryPerson;
  readonly office: Office;
}

function fill(
  post: Post,
  place: number,
  manager: Filled | undefined,
  usedNames: Set<string>,
  random: Random,
): Filled {
  // Teams sit together more often than not.
  const office = manager && random.chance(0.3) ? manager.office : random.weighted(OFFICES);
  const { culture } = random.weighted(office.cultures);
  const [min, max] = YEARS[post.level - 1] ?? YEARS[0];
  const years = random.between(min, max);
  const leads = post.reports > 0;
  const abroad = culture !== office.cultures[0].culture;
  const life = {
    level: post.level,
    years,
    leads,
    technical: TECHNICAL.has(departmentName(post)),
    abroad,
  };
  const person = {
    directoryId: `e${String(place + 1).padStart(4, '0')}`,
    objectId: random.guid(),
    displayName: nameOf(culture, usedNames, random),
    email: '',
    jobTitle: titleOf(post),
    department: departmentName(post),
    level: post.level,
    yearsExperience: years,
    managesPeople: leads,
    country: office.country,
    timeZone: office.timeZone,
    languages: languagesOf(office, culture, random),
    managerDirectoryId: manager?.person.directoryId ?? null,
    ...topicsFor(post.department, life, random),
  };
  return { person, office };
}

const departmentName = (post: Post): string => post.department?.name ?? 'Leadership';

function titleOf({ department, level, reports }: Post): string {
  if (!department) return 'Chief executive officer';
  const titles = reports > 0 || level === 5 ? [null, ...department.leads] : department.titles;
  return titles[level - 1] ?? department.titles[level - 1] ?? department.titles[0];
}

/** Everyone speaks English; most speak the office's language, and those from elsewhere often their own. */
function languagesOf(office: Office, culture: Culture, random: Random): readonly string[] {
  const languages = ['en'];
  const own = NAMES[culture].language;
  if (office.language !== null && (own === office.language || random.chance(0.7)))
    languages.push(office.language);
  if (!languages.includes(own) && random.chance(0.6)) languages.push(own);
  return languages;
}

function nameOf(culture: Culture, used: Set<string>, random: Random): string {
  let name = '';
  // In a large company two people may well share a name.
  for (let attempt = 0; attempt < 20; attempt += 1) {
    name = `${random.pick(NAMES[culture].given)} ${random.pick(NAMES[culture].family)}`;
    if (!used.has(name)) break;
  }
  used.add(name);
  return name;
}

function emailOf({ displayName }: DirectoryPerson, place: number): string {
  const plain = displayName
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[^A-Za-z ]/gu, '')
    .toLowerCase()
    .replaceAll(' ', '.');
  return `${plain}.${place + 1}@${DOMAIN}`;
}

function countBelow(posts: readonly Post[]): ReadonlyMap<Post, number> {
  const below = new Map<Post, number>();
  for (const post of posts)
    for (let above = post.manager; above; above = above.manager)
      below.set(above, (below.get(above) ?? 0) + 1);
  return below;
}
