import type { PersonId } from '../../core/ids.ts';

/** What a sealed value belongs to; bound to it, so that a value moved to another person or column does not open. */
export interface SealedPlace {
  readonly personId: PersonId;
  readonly column: string;
}

/** Seals confidential values with a data key per person. Dropping the key makes them unreadable for ever. */
export interface Sealing {
  seal(place: SealedPlace, plain: string): Promise<Uint8Array>;
  /** @throws Error when the value was not sealed for this place, or was altered. */
  open(place: SealedPlace, sealed: Uint8Array): Promise<string>;
  /** Loads the data keys of many people at once and gives what opens their values. */
  opener(people: readonly PersonId[]): Promise<(place: SealedPlace, sealed: Uint8Array) => string>;
  /** Deletes the person's data key. */
  drop(person: PersonId): Promise<void>;
}
