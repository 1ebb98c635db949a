import { fitOf, shortfall, wear } from '../../bot/core/pairing/fit.ts';
import type { PairingInput, PairingResult } from '../../bot/core/pairing/input.ts';
import { prepare } from '../../bot/core/pairing/prepare.ts';

/**
 * The aims of a round of mentors and mentees in their order, greater is better: how many are paired, how many of each
 * waiting class from the longest, and the total shortfall of fit. An exchange is two who are guided.
 */
export function aimsOfRound(input: PairingInput, { suggestions, leftOut }: PairingResult): readonly number[] {
  const context = { pool: prepare(input), settings: input.settings };
  const members = new Map(context.pool.members.map((member) => [member.id, member]));
  let cost = 0;
  for (const { kind, sides } of suggestions) {
    const [mentor, mentee] = sides.map((side) => members.get(side.personId));
    if (mentor === undefined || mentee === undefined) throw new Error('someone is not in the pool');
    cost += shortfall(fitOf(context, mentor, mentee)) + wear(mentor.guidedLately);
    if (kind === 'exchange') cost += shortfall(fitOf(context, mentee, mentor)) + wear(mentee.guidedLately);
  }
  const left = new Set(leftOut.map((one) => one.personId));
  const seekers = context.pool.members.filter((member) => member.seeks);
  const classes = [...new Set(seekers.map((seeker) => seeker.waited))].sort((a, b) => b - a);
  const counts = classes.map(
    (waited) => seekers.filter((seeker) => seeker.waited === waited && !left.has(seeker.id)).length,
  );
  return [counts.reduce((sum, count) => sum + count, 0), ...counts, -cost];
}
