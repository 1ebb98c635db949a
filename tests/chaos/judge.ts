import type { ChaosReport } from './run-chaos.ts';

export interface Judged {
  readonly name: string;
  readonly kept: boolean;
  readonly found: string;
}

/**
 * Promise by promise, what a run found. How much of the rate is used in ten seconds says more of the machine than of
 * us: only longer runs are held to it.
 */
export function judge(run: ChaosReport, { short }: { readonly short: boolean }): readonly Judged[] {
  return [
    {
      name: 'nobody twice',
      kept: run.duplicates === 0 && run.misfiled === 0,
      found: `${run.duplicates} duplicates in ${run.occurrences}, ${run.kills} kills, ${run.zombies} zombies, ${run.ambiguousInjected} unclear, ${run.silences} times no word from the store`,
    },
    {
      name: 'nothing lost',
      kept: run.lost === 0 && run.stuck === 0 && run.unknown <= run.unknownAtMost,
      found: `${run.lost} lost, ${run.stuck} stuck, ${run.unknown} unknown of at most ${run.unknownAtMost}; drained ${run.drainedAfterMs} ms after the trouble`,
    },
    {
      name: 'every acknowledged answer kept',
      kept: run.answersMissing === 0 && run.answersAcknowledged > 0 && run.answerFaults === 0,
      found: `${run.answersMissing} of ${run.answersAcknowledged} missing, ${run.answerFaults} faults, p99 ${run.answerP99Ms} ms`,
    },
    {
      name: 'the rate',
      kept:
        run.maxPerSecond <= 30 &&
        run.maxTotalPerSecond <= 50 &&
        run.throttled === 0 &&
        (short || run.utilisation >= 0.97),
      found: `at most ${run.maxPerSecond} and ${run.maxTotalPerSecond} in a second, ${run.utilisation * 100} % used, ${run.throttled} times throttled`,
    },
    {
      name: 'the control finds what is to be found',
      kept: run.control.duplicates > 0,
      found: `${run.control.duplicates} duplicates in ${run.control.occurrences} with botbuilder's own repeats`,
    },
  ];
}
