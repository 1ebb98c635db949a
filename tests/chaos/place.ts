import { z } from 'zod';
import { migrate } from '../../bot/store/migrate.ts';
import { openEngine } from '../../bot/store/open.ts';
import { keyFile } from '../../bot/store/sealing/key-file.ts';
import { patiently } from './patiently.ts';
import { testStoreOn } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

/** A store that several processes open. */
export const placeSchema = z.object({
  sqliteFile: z.string(),
  keyFile: z.string(),
  mssql: z.string().nullable().default(null),
});
export type Place = z.infer<typeof placeSchema>;

export const STORES = ['sqlite', 'mssql'] as const;
export type StoreName = (typeof STORES)[number];

export async function openPlace({ sqliteFile, mssql, ...place }: Place): Promise<TestStore> {
  const engine = await patiently(() => openEngine({ sqliteFile, mssql }));
  await patiently(() => migrate(engine));
  return testStoreOn(engine, keyFile(place.keyFile));
}
