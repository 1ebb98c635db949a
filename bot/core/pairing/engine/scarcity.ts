import type { AssignmentProblem } from '../assignment.ts';
import { NONE } from './seats.ts';
import type { Seats } from './seats.ts';

/**
 * Prices for the first two aims alone, in whole steps. By mentor: 0 where places are left for whoever comes, else the
 * class of the best seeker who is left standing for it, above all classes where there is no place at all. By seeker: the least such price within reach.
 */
export interface Scarcity {
  readonly ofMentor: Int32Array;
  readonly ofSeeker: Int32Array;
}

/**
 * Splits a graph in which as many as possible are seated into parts that have nothing to do with each other
 * (Dulmage and Mendelsohn 1958), from those who stand, the highest class first. Without it seekers who compete for
 * places that cannot be enough would outbid each other up to the worth of a seat. `worth` is 1 or more.
 * Invariant: only arcs between a seeker and a mentor of equal scarcity, at most the seeker's worth, are ever of use;
 * a mentor with scarcity is full in every best result, and so is seated everyone worth more than their scarcity.
 */
export function splitByScarcity(
  graph: Pick<AssignmentProblem, 'arcStart' | 'arcMentor'>,
  worth: Int32Array,
  seats: Seats,
): Scarcity {
  const never = worth.reduce((most, value) => Math.max(most, value), 0) + 1;
  const ofMentor = seats.places.map((places) => (places <= 0 ? never : 0));
  const queue = new Int32Array(worth.length);
  const seen = new Uint8Array(worth.length);
  for (const level of [...new Set(worth)].sort((a, b) => b - a)) {
    let length = 0;
    for (let seeker = 0; seeker < worth.length; seeker += 1) {
      if (worth[seeker] !== level || seats.mentorOf[seeker] !== NONE || seen[seeker] === 1) continue;
      seen[seeker] = 1;
      queue[length] = seeker;
      length += 1;
    }
    for (let head = 0; head < length; head += 1) {
      length = reach(graph, seats, { seeker: queue[head] ?? 0, level, ofMentor, queue, seen, length });
    }
  }
  return { ofMentor, ofSeeker: leastWithinReach(graph, ofMentor) };
}

interface Reach {
  readonly seeker: number;
  readonly level: number;
  readonly ofMentor: Int32Array;
  readonly queue: Int32Array;
  readonly seen: Uint8Array;
  readonly length: number;
}

function reach(
  { arcStart, arcMentor }: Pick<AssignmentProblem, 'arcStart' | 'arcMentor'>,
  seats: Seats,
  { seeker, level, ofMentor, queue, seen, length }: Reach,
): number {
  let queued = length;
  for (let arc = arcStart[seeker] ?? 0; arc < (arcStart[seeker + 1] ?? 0); arc += 1) {
    const mentor = arcMentor[arc] ?? 0;
    if (ofMentor[mentor] !== 0) continue;
    ofMentor[mentor] = level;
    const start = seats.start[mentor] ?? 0;
    for (let seat = start; seat < start + (seats.used[mentor] ?? 0); seat += 1) {
      const next = seats.seeker[seat] ?? 0;
      if (seen[next] === 1) continue;
      seen[next] = 1;
      queue[queued] = next;
      queued += 1;
    }
  }
  return queued;
}

/** Someone without any arc gets a scarcity that no worth reaches. */
function leastWithinReach(
  { arcStart, arcMentor }: Pick<AssignmentProblem, 'arcStart' | 'arcMentor'>,
  ofMentor: Int32Array,
): Int32Array {
  const least = new Int32Array(arcStart.length - 1).fill(0x7fffffff);
  for (let seeker = 0; seeker < least.length; seeker += 1) {
    for (let arc = arcStart[seeker] ?? 0; arc < (arcStart[seeker + 1] ?? 0); arc += 1) {
      least[seeker] = Math.min(least[seeker] ?? 0, ofMentor[arcMentor[arc] ?? 0] ?? 0);
    }
  }
  return least;
}
