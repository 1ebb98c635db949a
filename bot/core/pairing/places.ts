import type { PersonId } from '../ids.ts';
import { hashText } from './hash.ts';

/**
 * Where people stand in a list, by id. A `Map` of a hundred thousand would take seven times as much room, and leave
 * twice that behind while it grows.
 */
export class Places {
  readonly people: PersonId[];
  /** By hash: which of the people, plus one; 0 is free. Never more than half full. */
  #slots: Int32Array;

  /** Of two who are the same the later place counts. */
  constructor(people: PersonId[]) {
    this.people = people;
    this.#slots = this.#slotsFor(people.length);
  }

  /** Who is not there yet is put at the end. */
  of(person: PersonId): number {
    const slot = this.#slotOf(this.#slots, person);
    const known = this.#slots[slot] ?? 0;
    if (known !== 0) return known - 1;
    this.#slots[slot] = this.people.push(person);
    if (2 * this.people.length > this.#slots.length) this.#slots = this.#slotsFor(this.people.length);
    return this.people.length - 1;
  }

  #slotsFor(count: number): Int32Array {
    let size = 64;
    while (size < 2 * count) size *= 2;
    const slots = new Int32Array(size);
    for (let at = 0; at < count; at += 1) slots[this.#slotOf(slots, this.people[at])] = at + 1;
    return slots;
  }

  #slotOf(slots: Int32Array, person: PersonId | undefined): number {
    let slot = hashText(person ?? '') & (slots.length - 1);
    for (;;) {
      const known = slots[slot] ?? 0;
      if (known === 0 || this.people[known - 1] === person) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
  }
}
