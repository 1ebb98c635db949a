import type { Matching } from './matched.ts';

interface Known {
  readonly candidates: number;
  /** What the pairs lack, and by how much less it could be at most; null where nothing is proven. */
  readonly shortfall: number;
  readonly gap: number | null;
  /** Which pairs that is about: every admissible one, or those at hand. */
  readonly over: 'all' | 'at-hand';
  readonly isStopped: boolean;
}

/** What is known of a matching, as it is told and kept: nothing is claimed of all pairs that was not proven of them. */
export function provenOf({
  candidates,
  shortfall,
  gap,
  over,
  isStopped,
}: Known): Pick<Matching, 'gap' | 'stopped' | 'certificate'> {
  const share = gap === null ? null : gap === 0 ? 0 : gap / shortfall;
  const told = isStopped
    ? { stopped: { over, gap: share } }
    : share === null || over !== 'all'
      ? {}
      : { gap: share };
  const bound = gap === null ? null : shortfall - gap;
  return {
    ...told,
    certificate: { candidates, shortfall, bound, ...(over === 'all' ? {} : { over }) },
  };
}
