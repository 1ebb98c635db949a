import type { Store } from './ports/store.ts';

/** What every action is given: where to load and save, what time it is, and new ids. */
export interface Deps {
  readonly store: Store;
  readonly now: () => Date;
  /** A new UUID, version 7, so that rows made one after another lie together. */
  readonly newId: () => string;
}
