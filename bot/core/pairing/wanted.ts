import type { AssignmentProblem } from './assignment.ts';

/**
 * Mentors who are the one best fit of more people than they have places for, by number. One of these people then has
 * somebody worse or nobody, so another place with such a mentor would make a better round, whatever the others have.
 */
export function wantedMentors({ arcStart, arcMentor, arcCost, capacity }: AssignmentProblem): number[] {
  const bestOf = new Int32Array(capacity.length);
  for (let seeker = 0; seeker + 1 < arcStart.length; seeker += 1) {
    let [best, bestAt] = [Infinity, -1];
    for (let arc = arcStart[seeker] ?? 0; arc < (arcStart[seeker + 1] ?? 0); arc += 1) {
      const cost = arcCost[arc] ?? 0;
      if (cost === best) bestAt = -1;
      if (cost >= best) continue;
      best = cost;
      bestAt = arc;
    }
    const mentor = arcMentor[bestAt] ?? -1;
    if (mentor !== -1) bestOf[mentor] = (bestOf[mentor] ?? 0) + 1;
  }
  return [...bestOf.keys()].filter((mentor) => (bestOf[mentor] ?? 0) > (capacity[mentor] ?? 0));
}
