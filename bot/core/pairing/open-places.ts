import type { Assignment, AssignmentProblem } from './assignment.ts';
import { startsOf } from './engine/rows.ts';
import type { OpenPlaces } from './remedies.ts';
import type { Matched } from './matched.ts';
import type { PreparedMember } from './prepare.ts';
import { isAdmissible } from './rules/all-rules.ts';

/** Mentors with a free place, or whose place comes free when those they guide move along admissible pairs. */
export function openMentors(
  mentors: readonly PreparedMember[],
  found: { problem: AssignmentProblem; result: Assignment },
): OpenPlaces {
  // Worked out elsewhere, so that the answer does not hold on to the pairs.
  const isOpen = openNow(mentors, found);
  return { mayBeOpen: ({ at }) => isOpen[at] === 1 };
}

/** By place in the pool. */
function openNow(
  mentors: readonly PreparedMember[],
  { problem, result: { arcOf } }: { problem: AssignmentProblem; result: Assignment },
): Uint8Array {
  const { arcMentor, capacity } = problem;
  const used = new Int32Array(mentors.length);
  for (let seeker = 0; seeker < arcOf.length; seeker += 1) {
    const taken = arcOf[seeker] ?? -1;
    if (taken !== -1) used[arcMentor[taken] ?? 0] = (used[arcMentor[taken] ?? 0] ?? 0) + 1;
  }
  const open = new Set<number>();
  for (let number = 0; number < used.length; number += 1) {
    if ((used[number] ?? 0) < (capacity[number] ?? 0)) open.add(number);
  }
  const { start, seeker } = seekersByMentor(problem);
  for (const number of open) {
    for (let at = start[number] ?? 0; at < (start[number + 1] ?? 0); at += 1) {
      const now = arcMentor[arcOf[seeker[at] ?? 0] ?? -1];
      if (now !== undefined) open.add(now);
    }
  }
  const isOpen = new Uint8Array(mentors.reduce((most, { at }) => Math.max(most, at + 1), 0));
  for (const number of open) isOpen[mentors[number]?.at ?? 0] = 1;
  return isOpen;
}

/** Who has a pair with each mentor: of mentor `m` in `seeker` from `start[m]` to `start[m + 1]`. */
function seekersByMentor({ arcStart, arcMentor, capacity }: AssignmentProblem) {
  const counts = new Int32Array(capacity.length);
  for (let arc = 0; arc < arcMentor.length; arc += 1) {
    const mentor = arcMentor[arc] ?? 0;
    counts[mentor] = (counts[mentor] ?? 0) + 1;
  }
  const start = startsOf(counts);
  const next = start.slice();
  const seeker = new Int32Array(arcMentor.length);
  for (let number = 0; number + 1 < arcStart.length; number += 1) {
    for (let arc = arcStart[number] ?? 0; arc < (arcStart[number + 1] ?? 0); arc += 1) {
      const mentor = arcMentor[arc] ?? 0;
      seeker[next[mentor] ?? 0] = number;
      next[mentor] = (next[mentor] ?? 0) + 1;
    }
  }
  return { start, seeker };
}

/** Peers who are alone too, and those in a pair that the person could join as a third. */
export function openPeers(matched: readonly Matched[], alone: readonly PreparedMember[]): OpenPlaces {
  const isAlone = new Set(alone);
  const otherOf = new Map<PreparedMember, PreparedMember>();
  for (const { members } of matched) {
    const [a, b] = members;
    if (a === undefined || b === undefined || members.length !== 2) continue;
    otherOf.set(a, b);
    otherOf.set(b, a);
  }
  return {
    mayBeOpen: (partner) => isAlone.has(partner) || otherOf.has(partner),
    isOpen(context, partner, person) {
      if (isAlone.has(partner)) return true;
      const other = otherOf.get(partner);
      return other !== undefined && isAdmissible(context, other, person);
    },
  };
}
