import type { Deps } from '../core/deps.ts';
import type { Writes } from '../core/ports/store.ts';

/** The same deps inside a transaction that already runs: an action called with them becomes part of it. */
export function joined<D extends Deps>(deps: D, tx: Writes): D {
  return {
    ...deps,
    store: {
      reads: tx,
      transaction: (work) => work(tx),
      clock: () => deps.store.clock(),
      close: () => Promise.resolve(),
    },
  };
}
