import { never } from '../progress.ts';
import type { Control } from '../progress.ts';
import { ArcList } from './arc-list.ts';
import { dualGap } from './gap.ts';
import { inFull } from './kept-arcs.ts';
import type { Kept } from './kept-arcs.ts';
import { bestOverAll, judged } from './over-all-pairs.ts';
import type { OverAll } from './over-all-pairs.ts';
import type { PairFinder } from './pair-finder.ts';
import { priceAll } from './price-all.ts';

/** Up to so many it is worth solving once more without a memory, to know what keeping cost and not only a bound on it. */
const AGAIN_UP_TO = 20_000;

/**
 * What was found while pairs were kept, by what its pairs cost in full; the gap then says what keeping them cost at
 * most. The prices found bound it, but loosely, since they were made to keep pairs. `finder` is one that keeps none.
 */
export function judgedInFull(
  finder: PairFinder,
  { problem, result, maximum, candidates, isStopped, isWhole }: OverAll,
  { kept, stop = never, ...control }: Control & { readonly kept: Kept },
): OverAll {
  const full = inFull(problem, kept);
  const known = { looked: candidates, isStopped };
  if (isStopped) {
    const gap = dualGap(full, result);
    return { ...judged(full, result, { ...known, gap, over: isWhole ? 'all' : 'at-hand' }), maximum };
  }
  if (finder.seekers.length > AGAIN_UP_TO) {
    const { gap } = priceAll(finder, { problem: full, result }, new ArcList(), stop);
    return { ...judged(full, result, { ...known, gap }), maximum };
  }
  const found = judged(full, result, { ...known, gap: 0 });
  const anew = bestOverAll(finder, { ...control, stop });
  const bound = anew.gap === null || anew.over === 'at-hand' ? null : anew.shortfall - anew.gap;
  return { ...found, maximum, gap: bound === null ? null : found.shortfall - bound };
}
