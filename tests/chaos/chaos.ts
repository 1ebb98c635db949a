/**
 * `npm run chaos -- --minutes M --workers N [--store sqlite|mssql] [--json]`, and `--short` for the run of a minute: what was
 * tried and what was found, promise by promise. Ends with 1 when a promise was broken.
 */
import { parseArgs } from 'node:util';
import { STORES } from './place.ts';
import { runChaos } from './run-chaos.ts';
import type { ChaosOptions, ChaosReport } from './run-chaos.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    workers: { type: 'string', default: '4' },
    store: { type: 'string', default: 'sqlite' },
    seed: { type: 'string', default: '1' },
    short: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const PER_MINUTE = 24_000;
const minutes = Number(values.minutes);
const store = STORES.find((one) => one === values.store);
if (store === undefined) throw new Error(`--store is one of ${STORES.join(', ')}`);
const common = {
  store,
  workers: Number(values.workers),
  seed: Number(values.seed),
  drainMs: 600_000,
  pressesPerSecond: 30,
  note: (line: string) => console.error(line),
};
const options: ChaosOptions = values.short
  ? { ...common, occurrences: 20_000, kills: 30, zombies: 4, rateMs: 9_000, pairs: 100 }
  : {
      ...common,
      occurrences: Math.round(minutes * PER_MINUTE),
      kills: Math.round(minutes * 26),
      zombies: Math.round(minutes * 3),
      rateMs: 60_000,
      pairs: Math.round(minutes * 120),
    };

const report = await runChaos(options);
const promises = judge(report);
if (values.json) console.log(JSON.stringify(report));
else
  for (const { name, kept, found } of promises)
    console.log(`${kept ? 'kept  ' : 'BROKEN'} ${name}: ${found}`);
process.exit(promises.every(({ kept }) => kept) ? 0 : 1);

function judge(run: ChaosReport): readonly { name: string; kept: boolean; found: string }[] {
  return [
    {
      name: 'nobody twice',
      kept: run.duplicates === 0 && run.misfiled === 0,
      found: `${run.duplicates} duplicates in ${run.occurrences}, ${run.kills} kills, ${run.zombies} zombies, ${run.ambiguousInjected} unclear`,
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
      // How much of the rate is used in ten seconds says more of the machine than of us: longer runs are held to it.
      kept:
        run.maxPerSecond <= 30 &&
        run.maxTotalPerSecond <= 50 &&
        run.throttled === 0 &&
        (values.short || run.utilisation >= 0.97),
      found: `at most ${run.maxPerSecond} and ${run.maxTotalPerSecond} in a second, ${run.utilisation * 100} % used, ${run.throttled} times throttled`,
    },
    {
      name: 'the control finds what is to be found',
      kept: run.control.duplicates > 0,
      found: `${run.control.duplicates} duplicates in ${run.control.occurrences} with botbuilder's own repeats`,
    },
  ];
}
