import type { Pairing, PairingKind } from '../round.ts';
import { FEWEST } from './circles/circle.ts';

/** What a pairing is when one of it leaves: a circle of at least three, or the two of a trio; null when it ends. */
export function withoutOne({ kind, people }: Pick<Pairing, 'kind' | 'people'>): PairingKind | null {
  const left = people.length - 1;
  if (kind === 'circle' && left >= FEWEST) return 'circle';
  return kind === 'trio' && left === 2 ? 'peers' : null;
}
