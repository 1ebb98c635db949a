import { inChunks } from '../portable.ts';
import type { PersonId } from '../../core/ids.ts';

/** Those a query is about: all of a programme, or these only. */
export type Among = readonly PersonId[] | null;

/** Asks once about all, or once for each thousand of these. */
export async function askAmong<Row>(
  among: Among,
  ask: (some: Among) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  return among === null ? ask(null) : inChunks(among, ask);
}
