import type { AimUnits, AssignmentProblem } from '../assignment.ts';
import { PackedArcs } from './packed-arcs.ts';
import { startsOf } from './rows.ts';
import type { Sides } from './rows.ts';

/** Some arcs of a problem, in ascending order, and how many of each seeker and of each mentor. */
export interface SomeArcs {
  readonly arcs: Int32Array;
  readonly ofSeeker: Int32Array;
  readonly ofMentor: Int32Array;
  /** Whether all arcs of the problem are there from both ends (`SolveOptions`). */
  readonly isBothWays?: boolean;
}

/**
 * The arcs by seeker and by mentor, cheapest first, so that a scan can stop as soon as the rest cannot be better; of
 * equal costs the lesser tie comes first, also where ties are too small to count, so that the seed speaks among equals.
 */
export function sortedSides(problem: AssignmentProblem, units: AimUnits, some: SomeArcs): Sides {
  const { arcs, ofSeeker, ofMentor, isBothWays = false } = some;
  const { arcMentor } = problem;
  const packed = new PackedArcs(problem, units, arcs.length);
  for (let at = 0; at < arcs.length; at += 1) {
    const arc = arcs[at] ?? 0;
    packed.put(at, arc, arcMentor[arc] ?? 0);
  }
  const rows = packed.sorted(startsOf(ofSeeker));
  if (isBothWays && arcs.length === arcMentor.length) return { rows, columns: rows };
  const start = startsOf(ofMentor);
  const next = start.slice();
  let at = 0;
  for (let seeker = 0; seeker < ofSeeker.length; seeker += 1) {
    for (const end = at + (ofSeeker[seeker] ?? 0); at < end; at += 1) {
      const arc = arcs[at] ?? 0;
      const mentor = arcMentor[arc] ?? 0;
      const place = next[mentor] ?? 0;
      packed.put(place, arc, seeker);
      next[mentor] = place + 1;
    }
  }
  return { rows, columns: packed.sorted(start) };
}
