import type { AssignmentProblem } from '../assignment.ts';

export type Arcs = Pick<AssignmentProblem, 'arcStart' | 'arcMentor' | 'arcCost' | 'arcTie'>;

/**
 * Rows of arcs, written one after the other into columns of one block: they are not copied when they are done, and what
 * of their room is not used takes no memory.
 */
export class ArcRows {
  readonly #start: Int32Array;
  #room: number;
  #mentor: Int32Array;
  #cost: Int32Array;
  #tie: Int32Array;
  #length = 0;

  /** `room` is for so many arcs before the columns have to grow. */
  constructor(rows: number, room: number) {
    this.#start = new Int32Array(rows + 1);
    this.#room = room;
    [this.#mentor, this.#cost, this.#tie] = columnsOf(room);
  }

  add(mentor: number, cost: number, tie: number): void {
    const at = this.#length;
    if (at === this.#room) this.#grow();
    this.#mentor[at] = mentor;
    this.#cost[at] = cost;
    this.#tie[at] = tie;
    this.#length = at + 1;
  }

  /** What was added since the last row was closed is this one. */
  close(row: number): void {
    this.#start[row + 1] = this.#length;
  }

  arcs(): Arcs {
    return {
      arcStart: this.#start,
      arcMentor: this.#mentor.subarray(0, this.#length),
      arcCost: this.#cost.subarray(0, this.#length),
      arcTie: this.#tie.subarray(0, this.#length),
    };
  }

  #grow(): void {
    this.#room = Math.max(1024, Math.ceil(this.#room * 1.6));
    const [mentor, cost, tie] = columnsOf(this.#room);
    mentor.set(this.#mentor);
    cost.set(this.#cost);
    tie.set(this.#tie);
    [this.#mentor, this.#cost, this.#tie] = [mentor, cost, tie];
  }
}

/** Three columns that lie in one block. */
function columnsOf(length: number): [Int32Array, Int32Array, Int32Array] {
  const block = new Int32Array(3 * length);
  return [block.subarray(0, length), block.subarray(length, 2 * length), block.subarray(2 * length)];
}
