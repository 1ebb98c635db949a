import type { PersonId } from '../../core/ids.ts';
import type { SealedPlace } from './sealing.ts';

interface Row {
  readonly id: string;
  readonly personId: PersonId;
}

// The row's id is part of its place, so that a value moved to another row of the same person does not open either.
const place =
  (table: string, column: string) =>
  (row: Row): SealedPlace => ({
    personId: row.personId,
    column: `${table}.${column} ${row.id}`,
  });

export const moodPlace = place('check_ins', 'mood_sealed');
export const helpedPlace = place('check_ins', 'helped_sealed');
export const askPlace = place('asks', 'text_sealed');
/** A note is sealed with its writer's key. */
export const notePlace = place('notes', 'text_sealed');
export const reflectionPlace = place('reflections', 'text_sealed');
