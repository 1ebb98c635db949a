import type { Selectable } from 'kysely';
import type { Person } from '../core/person.ts';
import { fold, searchTextOf } from './fold.ts';
import { fromTags, toTags } from './json.ts';
import type { PeopleTable } from './schema/people.ts';

/** The columns that make a Person, qualified so that they can be joined. */
export const PERSON_COLUMNS = [
  'people.id',
  'people.tenantId',
  'people.directoryId',
  'people.objectId',
  'people.displayName',
  'people.email',
  'people.jobTitle',
  'people.department',
  'people.level',
  'people.yearsExperience',
  'people.isPeopleManager',
  'people.country',
  'people.timeZone',
  'people.languages',
  'people.managerId',
  'people.leftAt',
] as const;

export type PersonRow = Omit<Selectable<PeopleTable>, 'nameKey' | 'searchText' | 'createdAt' | 'updatedAt'>;

export function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    tenantId: row.tenantId,
    directoryId: row.directoryId,
    objectId: row.objectId,
    displayName: row.displayName,
    email: row.email,
    jobTitle: row.jobTitle,
    department: row.department,
    level: row.level,
    yearsExperience: row.yearsExperience,
    managesPeople: row.isPeopleManager,
    country: row.country,
    timeZone: row.timeZone,
    languages: fromTags(row.languages),
    managerId: row.managerId,
    leftAt: row.leftAt,
  };
}

/** A person's row, with what it is ordered by and searched in. */
export function rowOf(person: Person, at: Date): PeopleTable {
  return {
    id: person.id,
    tenantId: person.tenantId,
    directoryId: person.directoryId,
    objectId: person.objectId,
    displayName: person.displayName,
    nameKey: fold(person.displayName),
    searchText: searchTextOf(person.displayName, person.jobTitle, person.department),
    email: person.email,
    jobTitle: person.jobTitle,
    department: person.department,
    level: person.level,
    yearsExperience: person.yearsExperience,
    isPeopleManager: person.managesPeople,
    country: person.country,
    timeZone: person.timeZone,
    languages: toTags(person.languages),
    managerId: person.managerId,
    leftAt: person.leftAt,
    createdAt: at,
    updatedAt: at,
  };
}
