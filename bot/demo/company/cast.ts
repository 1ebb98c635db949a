import type { DirectoryPerson } from '../../core/ports/people.ts';

/** The four whom the demonstration is told with, by their directory ids. */
export interface DemoPeople {
  /** Leads a team since a few weeks, and has not joined yet. */
  readonly newcomer: string;
  /** Came through it, one level ahead, in another department of the same country; has not joined yet either. */
  readonly guide: string;
  /** At least 25 people below her, where the company has that many. */
  readonly manager: string;
  readonly coordinator: string;
}

export const DEMO_PEOPLE: DemoPeople = {
  newcomer: 'demo-newcomer',
  guide: 'demo-guide',
  manager: 'demo-manager',
  coordinator: 'demo-coordinator',
};

type Role = keyof DemoPeople;

/** Whose place each of them takes: the first in the company who fits best. */
const WANTED: { readonly [role in Role]: (person: Candidate) => number } = {
  newcomer: ({ department, level, reports }) =>
    (department === 'Customer support' ? 4 : 0) + (level === 3 ? 4 : 0) + (reports > 0 ? 8 : 0),
  guide: ({ department, level, reports }) =>
    (department === 'Product engineering' ? 4 : 0) + (level === 4 ? 4 : 0) + (reports > 0 ? 8 : 0),
  manager: ({ department, below }) => (department === 'Leadership' ? 0 : below),
  coordinator: ({ department, level, reports }) =>
    (department === 'People and culture' ? 4 : 0) + (level === 3 ? 2 : 0) + (reports === 0 ? 1 : 0),
};

const IN_BERLIN = { country: 'DE', timeZone: 'Europe/Berlin', languages: ['en', 'de'] } as const;

/** What is told of them; all else about them is made up like everyone's. */
const TOLD: { readonly [role in Role]: Partial<DirectoryPerson> } = {
  newcomer: {
    ...IN_BERLIN,
    displayName: 'Mira Vogt',
    yearsExperience: 7,
    offers: ['De-escalation', 'Studying beside work'],
    needs: ['Leading people for the first time', 'Giving hard feedback', 'Saying no'],
  },
  guide: {
    ...IN_BERLIN,
    displayName: 'Samira Haddad',
    yearsExperience: 12,
    offers: ['Leading people for the first time', 'Giving hard feedback', 'Saying no', 'Code review'],
    needs: [],
  },
  manager: { displayName: 'Katharina Roth', ...IN_BERLIN },
  coordinator: { displayName: 'Amara Eze', ...IN_BERLIN },
};

/** What casting looks at. */
export interface Candidate {
  readonly department: string;
  readonly level: number;
  readonly reports: number;
  readonly below: number;
}

/** Puts the four in their places, at most one role a person. Returns who plays which. */
export function castOf(people: readonly Candidate[]): ReadonlyMap<number, Role> {
  const cast = new Map<number, Role>();
  for (const role of ['manager', 'newcomer', 'guide', 'coordinator'] as const) {
    let best = -1;
    let most = 0;
    people.forEach((person, place) => {
      const score = WANTED[role](person);
      if (!cast.has(place) && score > most) {
        best = place;
        most = score;
      }
    });
    if (best >= 0) cast.set(best, role);
  }
  return cast;
}

/** The person with what is told of the role. */
export function inRole(person: DirectoryPerson, role: Role): DirectoryPerson {
  return { ...person, ...TOLD[role], directoryId: DEMO_PEOPLE[role] };
}
