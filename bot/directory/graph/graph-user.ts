import { z } from 'zod';
import { isCountry } from '../../core/countries.ts';
import { LIMITS } from '../../core/limits.ts';
import type { DirectoryChange } from '../../core/ports/directory.ts';
import { zoneOf } from './zones.ts';

/** What is asked of each user. Only what stands here is tracked for changes. */
export const SELECTED = [
  'displayName',
  'mail',
  'jobTitle',
  'department',
  'usageLocation',
  'preferredLanguage',
  'accountEnabled',
  'userType',
  'manager',
] as const;

const text = z.string().nullish();

/**
 * A user in an answer of `users/delta`. What is null was emptied, what is absent has not changed. The manager comes as
 * `manager@delta`, a list in which `@removed` marks one who no longer is it.
 * Source: learn.microsoft.com, "user: delta" and "Get incremental changes for users".
 */
export const graphUser = z.object({
  id: z.guid(),
  '@removed': z.unknown().optional(),
  displayName: text,
  mail: text,
  jobTitle: text,
  department: text,
  usageLocation: text,
  preferredLanguage: text,
  accountEnabled: z.boolean().nullish(),
  userType: text,
  'manager@delta': z.array(z.object({ id: z.guid(), '@removed': z.unknown().optional() })).optional(),
});
type GraphUser = z.infer<typeof graphUser>;

/** What a user of Graph is to us. Guests and disabled accounts are nobody's colleagues. */
export function changeOf(user: GraphUser): DirectoryChange {
  const objectId = user.id.toLowerCase();
  const isGuest = user.userType != null && user.userType.toLowerCase() !== 'member';
  if (user['@removed'] !== undefined || user.accountEnabled === false || isGuest)
    return { objectId, gone: true };
  const { displayName, mail, jobTitle, department, preferredLanguage } = user;
  return {
    objectId,
    gone: false,
    ...(displayName === undefined ? {} : { displayName: short(displayName) }),
    ...(mail === undefined ? {} : { email: short(mail) }),
    ...(jobTitle === undefined ? {} : { jobTitle: short(jobTitle) }),
    ...(department === undefined ? {} : { department: short(department) }),
    ...(preferredLanguage == null ? {} : { languages: languagesOf(preferredLanguage) }),
    ...whereOf(user),
    ...managerOf(user),
  };
}

const short = (value: string | null): string => (value ?? '').trim().slice(0, LIMITS.nameLength);

function whereOf({ usageLocation }: GraphUser): Pick<DirectoryChange, 'country' | 'timeZone'> {
  if (usageLocation === undefined) return {};
  const country = (usageLocation ?? '').toUpperCase();
  return isCountry(country) ? { country, timeZone: zoneOf(country) } : { country: '' };
}

/** `de-AT` is German first; English is what colleagues share who share nothing else. */
function languagesOf(tag: string): readonly string[] {
  const [, primary] = /^([a-z]{2,3})(?:-|$)/i.exec(tag) ?? [];
  return primary === undefined ? [] : [...new Set([primary.toLowerCase(), 'en'])];
}

function managerOf(user: GraphUser): Pick<DirectoryChange, 'managerObjectId'> {
  const told = user['manager@delta'];
  if (told === undefined) return {};
  const present = told.filter((one) => one['@removed'] === undefined);
  return { managerObjectId: present.at(-1)?.id.toLowerCase() ?? null };
}
