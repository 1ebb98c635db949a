import type { Person } from '../core/person.ts';
import type { Programme } from '../core/programme.ts';

/** Who plays a part in the demonstration. */
export interface Cast {
  readonly programme: Programme;
  /** Has not joined yet and faces something; the first chat window is theirs. */
  readonly newcomer: Person;
  /** Has not joined either and came through it; the second chat window. */
  readonly guide: Person;
  readonly manager: Person;
  readonly coordinator: Person;
}
