/**
 * `npm run chaos -- --minutes M --workers N [--store sqlite|mssql] [--json]`, and `--short` for the run of a minute:
 * what was tried and what was found, promise by promise. `--occurrences`, `--kills` and `--zombies` say how much
 * instead of `--minutes`, `--lease` how many milliseconds a claim holds, `--presses` how many people press in a second.
 * Ends with 1 when a promise was broken.
 */
import { parseArgs } from 'node:util';
import { judge } from './judge.ts';
import { STORES } from './place.ts';
import { runChaos } from './run-chaos.ts';
import type { ChaosOptions } from './run-chaos.ts';
import { SHORT } from './short.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    workers: { type: 'string', default: '4' },
    store: { type: 'string', default: 'sqlite' },
    seed: { type: 'string', default: '1' },
    occurrences: { type: 'string' },
    kills: { type: 'string' },
    zombies: { type: 'string' },
    lease: { type: 'string', default: String(SHORT.leaseMs) },
    presses: { type: 'string', default: String(SHORT.pressesPerSecond) },
    short: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const PER_MINUTE = { occurrences: 24_000, kills: 26, zombies: 3, pairs: 120 };
/** A connection that a server has, and a file does not, may fall silent. */
const SILENCES = 3;

const store = STORES.find((one) => one === values.store);
if (store === undefined) throw new Error(`--store is one of ${STORES.join(', ')}`);
const { short } = values;
const minutes = Number(values.minutes);
const much = (what: 'occurrences' | 'kills' | 'zombies'): number =>
  Number(values[what] ?? (short ? SHORT[what] : Math.round(minutes * PER_MINUTE[what])));
const options: ChaosOptions = {
  ...SHORT,
  store,
  workers: Number(values.workers),
  seed: Number(values.seed),
  leaseMs: Number(values.lease),
  pressesPerSecond: Number(values.presses),
  occurrences: much('occurrences'),
  kills: much('kills'),
  zombies: much('zombies'),
  silences: store === 'mssql' ? SILENCES : 0,
  ...(short ? {} : { rateMs: 60_000, pairs: Math.round(minutes * PER_MINUTE.pairs) }),
  note: (line) => console.error(line),
};

const report = await runChaos(options);
const promises = judge(report, { short });
if (values.json) console.log(JSON.stringify(report));
else
  for (const { name, kept, found } of promises)
    console.log(`${kept ? 'kept  ' : 'BROKEN'} ${name}: ${found}`);
process.exit(promises.every(({ kept }) => kept) ? 0 : 1);
