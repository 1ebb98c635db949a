import type { Assignment, AssignmentProblem } from './assignment.ts';
import type { OpenPlaces } from './remedies.ts';
import type { Matched } from './matched.ts';
import type { PreparedMember } from './prepare.ts';
import { isAdmissible } from './rules/all-rules.ts';

/** Mentors with a free place, or whose place comes free when those they guide move along admissible pairs. */
export function openMentors(
  mentors: readonly PreparedMember[],
  { problem, result: { arcOf } }: { problem: AssignmentProblem; result: Assignment },
): OpenPlaces {
  const { arcStart, arcMentor, capacity } = problem;
  const used = new Int32Array(mentors.length);
  const seekersWithArcTo: number[][] = mentors.map(() => []);
  for (const [seeker, taken] of arcOf.entries()) {
    if (taken !== -1) used[arcMentor[taken] ?? 0] = (used[arcMentor[taken] ?? 0] ?? 0) + 1;
    for (let arc = arcStart[seeker] ?? 0; arc < (arcStart[seeker + 1] ?? 0); arc += 1) {
      seekersWithArcTo[arcMentor[arc] ?? 0]?.push(seeker);
    }
  }
  const open = new Set(
    mentors.flatMap((_mentor, number) => ((used[number] ?? 0) < (capacity[number] ?? 0) ? [number] : [])),
  );
  for (const number of open) {
    for (const seeker of seekersWithArcTo[number] ?? []) {
      const now = arcMentor[arcOf[seeker] ?? -1];
      if (now !== undefined) open.add(now);
    }
  }
  const isOpen = new Uint8Array(mentors.reduce((most, { at }) => Math.max(most, at + 1), 0));
  for (const number of open) isOpen[mentors[number]?.at ?? 0] = 1;
  const mayBeOpen = ({ at }: PreparedMember): boolean => isOpen[at] === 1;
  return { mayBeOpen, isOpen: (_context, partner) => mayBeOpen(partner) };
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
