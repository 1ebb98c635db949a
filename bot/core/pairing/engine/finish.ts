import type { Market } from './market.ts';
import { seatMost } from './most-pairs.ts';
import { NONE } from './seats.ts';
import type { Seats } from './seats.ts';

/**
 * By seeker the mentor, or -1: what was found before the work was stopped, filled up to as many pairs as there can be;
 * where that would leave out somebody who has to be seated, the pairs of the count stand as they are. Never fewer pairs,
 * only worse ones.
 */
export function mentorsByCount({ rows, mustSeeker }: Market, seats: Seats, counted: Seats): Int32Array {
  seatMost({ arcStart: rows.start, arcMentor: rows.to }, Int32Array.from(mustSeeker), seats);
  const isWhole = mustSeeker.every((must, seeker) => must === 0 || seats.mentorOf[seeker] !== NONE);
  return (isWhole && countOf(seats) === countOf(counted) ? seats : counted).mentorOf;
}

/** How many sit. */
function countOf({ mentorOf }: Seats): number {
  return mentorOf.filter((mentor) => mentor !== NONE).length;
}
