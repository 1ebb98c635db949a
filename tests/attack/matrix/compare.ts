import { createHash } from 'node:crypto';
import { TABLES } from '../../../bot/store/tables.ts';
import type { TableName } from '../../../bot/store/tables.ts';
import type { Person } from '../../../bot/core/person.ts';
import { mayBeTold } from './oracle.ts';
import type { World } from './world.ts';

/** Where the oracle and the program differ. */
export interface Disagreement {
  readonly what: string;
  readonly standing: string;
  readonly why: 'let in' | 'kept out' | 'tells that it exists' | 'names a stranger' | 'changed something';
}

/** Names of strangers in an answer; each person's name occurs nowhere but where they are meant. */
export function strangersIn(world: World, asker: Person, answer: string, ofCompany = false): number {
  const named = new Set(answer.match(/Zq[0-9a-f]{32}/g));
  if (named.size === 0) return 0;
  const told = new Set([...mayBeTold(world, asker, ofCompany)].map((person) => person.displayName));
  return [...named].filter((name) => !told.has(name)).length;
}

/** Tables that a look or a refusal may write to: who looked, and how to reach whoever speaks. */
const MOVING: readonly TableName[] = [
  'audit',
  'conversations',
  'inbox',
  'cardAnswers',
  'dialogs',
  'preferences',
];

/** Tables that hold what one person has said, chosen or been given, by their id. */
const PERSONAL = [
  'members',
  'memberTopics',
  'checkIns',
  'doNotPair',
  'leftOut',
  'coordinators',
  'asks',
  'reflections',
  'dataKeys',
  'occurrences',
  'pairingPeople',
  'proposalPeople',
] as const;

/** A fingerprint of what is everybody else's. */
export async function fingerprintWithout({ store }: World, people: readonly Person[]): Promise<string> {
  const hash = createHash('sha256');
  const ids = people.map(({ id }) => id);
  await store.write(async ({ db }) => {
    for (const table of PERSONAL) {
      const rows = await db.selectFrom(table).selectAll().where('personId', 'not in', ids).execute();
      hash.update(JSON.stringify(rows));
    }
  });
  return hash.digest('hex');
}

/** A fingerprint of everything that is somebody's. */
export async function fingerprint({ store }: World): Promise<string> {
  const hash = createHash('sha256');
  await store.write(async ({ db }) => {
    for (const table of TABLES.filter((one) => !MOVING.includes(one)))
      hash.update(JSON.stringify(await db.selectFrom(table).selectAll().execute()));
  });
  return hash.digest('hex');
}
