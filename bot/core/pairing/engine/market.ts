import type { AssignmentProblem } from '../assignment.ts';
import type { Sides } from './rows.ts';
import type { Scarcity } from './scarcity.ts';
import { NONE } from './seats.ts';
import type { Seats } from './seats.ts';
import type { SomeArcs } from './sorted-sides.ts';

/** What is left to decide once it is settled how many of each class are paired: who, so that the cost is least. */
export interface Market extends Sides {
  /** 1 where everyone must be seated, or every place taken; their prices may fall below zero. */
  readonly mustSeeker: Uint8Array;
  readonly mustMentor: Uint8Array;
  /** By seeker: 1 where their mentors are scarce. */
  readonly isScarceFor: Uint8Array;
}

/** Where a method stands: who sits where, and the prices. Reduced cost of an arc = cost + price + surplus, 0 or more. */
export interface Standing {
  readonly seats: Seats;
  /** By seeker who sits: what the arc taken costs. */
  readonly seatCost: Float64Array;
  readonly price: Float64Array;
  readonly surplus: Float64Array;
}

/** Whether somebody stands who loses by it. */
export function missesSeat({ mustSeeker }: Market, { seats, surplus }: Standing, seeker: number): boolean {
  return seats.mentorOf[seeker] === NONE && (mustSeeker[seeker] === 1 || surplus[seeker] !== 0);
}

/** Whether a mentor has a free place that must be taken, or that somebody would have to pay for. */
export function missesMentee({ mustMentor }: Market, { seats, price }: Standing, mentor: number): boolean {
  return seats.hasFree(mentor) && (mustMentor[mentor] === 1 || price[mentor] !== 0);
}

/** Arcs that some best result may use. */
export function usefulArcs(
  { arcStart, arcMentor, capacity }: AssignmentProblem,
  worth: Int32Array,
  scarcity: Scarcity,
): SomeArcs {
  const arcs = new Int32Array(arcMentor.length);
  const ofSeeker = new Int32Array(worth.length);
  const ofMentor = new Int32Array(capacity.length);
  let count = 0;
  for (let seeker = 0; seeker < worth.length; seeker += 1) {
    const level = scarcity.ofSeeker[seeker] ?? 0;
    if (level > (worth[seeker] ?? 0)) continue;
    const before = count;
    for (let arc = arcStart[seeker] ?? 0, end = arcStart[seeker + 1] ?? 0; arc < end; arc += 1) {
      const mentor = arcMentor[arc] ?? 0;
      if (scarcity.ofMentor[mentor] !== level) continue;
      arcs[count] = arc;
      ofMentor[mentor] = (ofMentor[mentor] ?? 0) + 1;
      count += 1;
    }
    ofSeeker[seeker] = count - before;
  }
  return { arcs: arcs.subarray(0, count), ofSeeker, ofMentor };
}

export function mustBeSeated(worth: Int32Array, { ofSeeker }: Scarcity): Uint8Array {
  return Uint8Array.from(worth, (value, seeker) => Number(value > (ofSeeker[seeker] ?? 0)));
}

export const scarceFor = ({ ofSeeker }: Scarcity): Uint8Array =>
  Uint8Array.from(ofSeeker, (level) => Number(level > 0));

export function mustBeFull({ ofMentor }: Scarcity): Uint8Array {
  return Uint8Array.from(ofMentor, (level) => Number(level > 0));
}
