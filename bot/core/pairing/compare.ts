import type { PersonId } from '../ids.ts';
import type { Role, SinceLastLook } from '../round.ts';

/** A proposal or a suggestion, as far as who is with whom is concerned. */
export interface Together {
  readonly sides: readonly { readonly personId: PersonId; readonly role: Role }[];
}

/** How two results over the same people differ, seen from those who look for somebody. In order of person id. */
export interface Difference {
  /** With the same company in both. */
  readonly same: number;
  /** With somebody in both, and not with the same. */
  readonly moved: readonly PersonId[];
  /** With somebody in the second only. */
  readonly gained: readonly PersonId[];
  /** With somebody in the first only. */
  readonly lost: readonly PersonId[];
}

/** By person who looks for somebody: those who are with them, as one text to compare. */
function companyOf(all: readonly Together[]): ReadonlyMap<PersonId, string> {
  const company = new Map<PersonId, string>();
  for (const { sides } of all) {
    for (const { personId, role } of sides) {
      if (role === 'mentor') continue;
      const others = sides.map((side) => side.personId).filter((id) => id !== personId);
      company.set(personId, others.toSorted().join(' '));
    }
  }
  return company;
}

/** Whose company changes from one result to the other. */
export function differenceOf(before: readonly Together[], after: readonly Together[]): Difference {
  const [old, now] = [companyOf(before), companyOf(after)];
  const inBoth = [...old.keys()].filter((person) => now.has(person));
  const moved = inBoth.filter((person) => old.get(person) !== now.get(person));
  return {
    same: inBoth.length - moved.length,
    moved: moved.toSorted(),
    gained: [...now.keys()].filter((person) => !old.has(person)).toSorted(),
    lost: [...old.keys()].filter((person) => !now.has(person)).toSorted(),
  };
}

/** One look at a round: who is together, and who has nobody. */
export interface Look {
  readonly together: readonly Together[];
  readonly leftOut: readonly { readonly personId: PersonId }[];
}

/** The mentor first, so that it matters who guides whom, and nothing else. */
const asText = ({ sides }: Together): string =>
  sides
    .map(({ personId, role }) => `${role === 'mentor' ? 0 : 1} ${personId}`)
    .toSorted()
    .join(' ');

/** What is other than at the last look, and because of whom: `present` are all who take part now. */
export function sinceLastLook(before: Look, after: Look, present: ReadonlySet<PersonId>): SinceLastLook {
  const [old, now] = [before, after].map(({ together }) => new Set(together.map(asText)));
  const met = new Set(before.together.flatMap(({ sides }) => sides.map((side) => side.personId)));
  for (const { personId } of before.leftOut) met.add(personId);
  const looking = new Set(after.leftOut.map((one) => one.personId));
  for (const { personId, role } of after.together.flatMap(({ sides }) => sides)) {
    if (role !== 'mentor') looking.add(personId);
  }
  const gone = [...met].filter((person) => !present.has(person));
  const come = [...looking].filter((person) => !met.has(person));
  const parted = before.together.filter(
    (one) => !now?.has(asText(one)) && one.sides.every((side) => present.has(side.personId)),
  );
  return {
    changed: after.together.filter((one) => !old?.has(asText(one))).length,
    people: gone.length + come.length,
    parted: parted.length,
  };
}
