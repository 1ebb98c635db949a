import { DEMO_PEOPLE } from '../company/cast.ts';
import type { DemoPeople } from '../company/cast.ts';
import type { Person, Topic } from '../../core/person.ts';
import type { PersonId } from '../../core/ids.ts';

/** Someone with the topics that the directory suggests. */
export interface Employee {
  readonly person: Person;
  readonly offers: readonly Topic[];
  readonly needs: readonly Topic[];
}

/** At least this many people below, where the company has someone like that. */
const TEAM = 25;
const FIRST_LEADERSHIP = 'Leading people for the first time';

/**
 * The four whom the demonstration is told with: the made-up company has them ready, in any other they are chosen
 * by rule, the same each time. Null for a company that is too small.
 */
export function chooseDemoPeople(employees: readonly Employee[]): DemoPeople | null {
  const present = employees
    .filter(({ person }) => person.leftAt === null)
    .toSorted((a, b) => (a.person.directoryId < b.person.directoryId ? -1 : 1));
  const ids = new Set(present.map(({ person }) => person.directoryId));
  if (Object.values(DEMO_PEOPLE).every((id: string) => ids.has(id))) return DEMO_PEOPLE;
  const above = managersOf(present);
  const pair = bestPair(present, above);
  if (!pair) return null;
  const others = present.filter((one) => one !== pair.newcomer && one !== pair.guide);
  const manager = bestBy(others, (one) => teamScore(one, below(one, above)));
  const coordinator = bestBy(
    others.filter((one) => one !== manager),
    coordinatorScore,
  );
  if (!manager || !coordinator) return null;
  return {
    newcomer: pair.newcomer.person.directoryId,
    guide: pair.guide.person.directoryId,
    manager: manager.person.directoryId,
    coordinator: coordinator.person.directoryId,
  };
}

type Above = ReadonlyMap<PersonId, readonly PersonId[]>;

function managersOf(employees: readonly Employee[]): Above {
  const managerOf = new Map(employees.map(({ person }) => [person.id, person.managerId]));
  return new Map(
    employees.map(({ person }) => {
      const chain: PersonId[] = [];
      for (let at = person.managerId; at !== null && chain.length < 50; at = managerOf.get(at) ?? null)
        chain.push(at);
      return [person.id, chain];
    }),
  );
}

/** Two who suit each other best: one level apart, another department, the same clock, and what one faces the other came through. */
function bestPair(employees: readonly Employee[], above: Above) {
  let best: { newcomer: Employee; guide: Employee } | null = null;
  let most = 0;
  for (const newcomer of employees) {
    if (!newcomer.needs.some((topic) => topic.kind === 'experience')) continue;
    for (const guide of employees) {
      const score = pairScore(newcomer, guide, above);
      if (score > most) {
        best = { newcomer, guide };
        most = score;
      }
    }
  }
  return best;
}

function pairScore(newcomer: Employee, guide: Employee, above: Above): number {
  const [a, b] = [newcomer.person, guide.person];
  const suits =
    b.level - a.level === 1 &&
    a.country === b.country &&
    a.department !== b.department &&
    a.languages.some((tag) => b.languages.includes(tag)) &&
    !above.get(a.id)?.includes(b.id);
  if (!suits) return 0;
  const met = newcomer.needs.filter((need) => guide.offers.some((offer) => offer.id === need.id));
  if (!met.some((topic) => topic.kind === 'experience')) return 0;
  const topics = met.reduce((sum, topic) => sum + (topic.kind === 'experience' ? 30 : 10), 0);
  const leadership = met.some((topic) => topic.name === FIRST_LEADERSHIP) ? 100 : 0;
  const early = a.level === 2 || a.level === 3 ? 15 : 0;
  // A guide who offers much would be many others' match too.
  const sought = 4 * guide.offers.length;
  return 1000 + topics + leadership + early + (a.timeZone === b.timeZone ? 20 : 0) - sought;
}

function below({ person }: Employee, above: Above): number {
  let count = 0;
  for (const chain of above.values()) if (chain.includes(person.id)) count += 1;
  return count;
}

/** The largest team of someone who has a manager in turn; the top of the company only where there is nobody else. */
function teamScore({ person }: Employee, team: number): number {
  return team + (person.managerId !== null && team >= TEAM ? 1_000_000 : 0);
}

function coordinatorScore({ person }: Employee): number {
  if (/\b(people|hr|human resources|personnel|culture|talent|personal)\b/iu.test(person.department)) return 3;
  if (/\b(hr|people|human resources|talent|personal)\b/iu.test(person.jobTitle)) return 2;
  return /\b(project manager|office|operations|executive)\b/iu.test(person.jobTitle) ? 1 : 0;
}

function bestBy(employees: readonly Employee[], score: (employee: Employee) => number): Employee | null {
  let best: Employee | null = null;
  let most = -1;
  for (const employee of employees) {
    const value = score(employee);
    if (value > most) {
      best = employee;
      most = value;
    }
  }
  return best;
}
