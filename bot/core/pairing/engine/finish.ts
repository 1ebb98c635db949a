import type { Market, Standing } from './market.ts';
import { seatMost } from './most-pairs.ts';
import { NONE } from './seats.ts';
import type { Seats } from './seats.ts';

/**
 * What was found before the work was stopped, filled up to as many pairs as there can be; where that would leave out
 * somebody who has to be seated, the pairs of the count stand as they are. Never fewer pairs, only worse ones.
 */
export function finishByCount({ rows, mustSeeker }: Market, standing: Standing, counted: Seats): void {
  const { seats, rowOf } = standing;
  seatMost({ arcStart: rows.start, arcMentor: rows.to }, Int32Array.from(mustSeeker), seats);
  const isWhole = mustSeeker.every((must, seeker) => must === 0 || seats.mentorOf[seeker] !== NONE);
  const { mentorOf } = isWhole && countOf(seats) === countOf(counted) ? seats : counted;
  for (let seeker = 0; seeker < rowOf.length; seeker += 1) {
    const row = rows.to.subarray(rows.start[seeker], rows.start[seeker + 1]);
    const at = row.indexOf(mentorOf[seeker] ?? NONE);
    rowOf[seeker] = at === -1 ? NONE : (rows.start[seeker] ?? 0) + at;
  }
}

/** How many sit. */
function countOf({ mentorOf }: Seats): number {
  return mentorOf.filter((mentor) => mentor !== NONE).length;
}
