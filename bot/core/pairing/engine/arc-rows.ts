import type { AssignmentProblem } from '../assignment.ts';

export type ArcColumns = Pick<AssignmentProblem, 'arcMentor' | 'arcCost' | 'arcTie'>;
export type Arcs = ArcColumns & Pick<AssignmentProblem, 'arcStart'>;

/**
 * Columns cut from one block, so that they go back to the system together: memory that is given back in pieces of a few
 * megabytes stays with the process, full of holes.
 */
export function columnsFor(length: number): ArcColumns {
  const block = new Int32Array(3 * length);
  const [first, second] = [length, 2 * length];
  return {
    arcMentor: block.subarray(0, first),
    arcCost: block.subarray(first, second),
    arcTie: block.subarray(second),
  };
}

/** Rows of arcs, written one after the other: they are not copied when they are done, and unused room takes no memory. */
export class ArcRows {
  readonly #start: Int32Array;
  #room: number;
  #columns: ArcColumns;
  #length = 0;

  /** `room` is for so many arcs before the columns have to grow. */
  constructor(rows: number, room: number) {
    this.#start = new Int32Array(rows + 1);
    this.#room = room;
    this.#columns = columnsFor(room);
  }

  add(mentor: number, cost: number, tie: number): void {
    const at = this.#length;
    if (at === this.#room) this.#grow();
    const { arcMentor, arcCost, arcTie } = this.#columns;
    arcMentor[at] = mentor;
    arcCost[at] = cost;
    arcTie[at] = tie;
    this.#length = at + 1;
  }

  /** What was added since the last row was closed is this one. */
  close(row: number): void {
    this.#start[row + 1] = this.#length;
  }

  arcs(): Arcs {
    const { arcMentor, arcCost, arcTie } = this.#columns;
    return {
      arcStart: this.#start,
      arcMentor: arcMentor.subarray(0, this.#length),
      arcCost: arcCost.subarray(0, this.#length),
      arcTie: arcTie.subarray(0, this.#length),
    };
  }

  #grow(): void {
    this.#room = Math.max(1024, Math.ceil(this.#room * 1.6));
    const wider = columnsFor(this.#room);
    wider.arcMentor.set(this.#columns.arcMentor);
    wider.arcCost.set(this.#columns.arcCost);
    wider.arcTie.set(this.#columns.arcTie);
    this.#columns = wider;
  }
}
