import type { AssignmentProblem } from '../../../bot/core/pairing/assignment.ts';
import { optimumByHighs } from '../../helpers/highs.ts';
import type { Answer } from './rivals.ts';

/** Least total shortfall by HiGHS with `paired` people paired: it is told how many, which it would have to find first. */
export async function byHighs(problem: AssignmentProblem, paired: number): Promise<Answer> {
  const { arcStart, arcMentor, arcCost, capacity, waiting } = problem;
  const columns = Array.from(capacity, (): string[] => []);
  const rows: string[] = [];
  for (const seeker of waiting.keys()) {
    const own: string[] = [];
    for (let arc = arcStart[seeker] ?? 0; arc < (arcStart[seeker + 1] ?? 0); arc += 1) {
      own.push(`x${arc}`);
      columns[arcMentor[arc] ?? 0]?.push(`x${arc}`);
    }
    if (own.length > 0) rows.push(`${own.join(' + ')} <= 1`);
  }
  for (const [mentor, own] of columns.entries()) {
    if (own.length > 0) rows.push(`${own.join(' + ')} <= ${capacity[mentor] ?? 0}`);
  }
  const all = [...arcMentor.keys()];
  rows.push(`${all.map((arc) => `x${arc}`).join(' + ')} = ${paired}`);
  const cost = all.map((arc) => `${arcCost[arc] ?? 0} x${arc}`).join(' + ');
  return {
    paired,
    objective: await optimumByHighs(`minimize\nobj: ${cost}\nsubject to\n${rows.join('\n')}\nend`),
  };
}
