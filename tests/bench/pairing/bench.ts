/**
 * `npm run bench:pairing -- --people N --seed S [--mode mentor|peer] [--family b|e|t|s] [--data FILE] [--repeat N]
 * [--only round] [--json]`: a whole round from profiles to proposals with reasons, and the engine alone on the
 * shortlist beside HiGHS, LEMON, a greedy, a shuffle and stable marriage on the very same pairs. CPU seconds of fresh
 * processes, one after the other; the median where it is repeated.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { totalFit } from '../../../bot/core/pairing/fit.ts';
import type { RoundCertificate, RoundFigures } from '../../../bot/core/round.ts';
import { FAMILIES } from './generator.ts';
import { pairsIn } from './instance.ts';
import type { Source } from './instance.ts';
import { compileLemon } from './lemon.ts';
import type { Options } from './measure.ts';
import { textOf } from './text.ts';
import { whole } from '../whole.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    mode: { type: 'string', default: 'mentor' },
    family: { type: 'string' },
    data: { type: 'string' },
    repeat: { type: 'string', default: '3' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const MEASURE = fileURLToPath(new URL('measure.ts', import.meta.url));
/** What making up a company leaves behind is no part of a round: room for it is kept as small as in the round's thread. */
const SMALL = ['--max-semi-space-size=8'];
/** Beyond so many pairs HiGHS takes minutes. */
const HIGHS_UP_TO = 150_000;
const note = (line: string): void => console.error(line);

export interface Measured {
  readonly paired: number;
  readonly objective: number;
  readonly seconds: number;
}

interface Round {
  readonly figures: RoundFigures;
  readonly certificate?: RoundCertificate;
  readonly reasons: number;
  readonly spent: { readonly [stage: string]: number };
  readonly seconds: number;
  readonly again?: number;
  readonly peakMb: number;
}

type Engine = Measured & {
  readonly gap: number | null;
  readonly gapOfFit?: number | null;
  readonly fault: string | null;
  readonly peakMb: number;
};

const MODES = ['mentor', 'peer'];

function sourceOf(): Source {
  if (!MODES.includes(values.mode)) throw new Error(`--mode is one of ${MODES.join(', ')}`);
  if (values.only !== undefined && values.only !== 'round') throw new Error('--only is round');
  const family = FAMILIES.find((name) => name === (values.family ?? (values.mode === 'peer' ? 's' : 'b')));
  if (family === undefined) throw new Error(`--family is one of ${FAMILIES.join(', ')}`);
  const data = values.data ?? null;
  if (data !== null && !existsSync(data)) throw new Error(`${data} is not there`);
  return { people: whole('people', values.people), seed: whole('seed', values.seed, 0), family, data };
}

const bySeconds = (a: { seconds: number }, b: { seconds: number }): number => a.seconds - b.seconds;

function measure<T>(what: string, options: Options): T {
  note(`${what} …`);
  const line = execFileSync(process.execPath, [...SMALL, MEASURE, what, JSON.stringify(options)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(line) as T;
}

function middle<T extends { readonly seconds: number }>(runs: readonly T[]): T {
  const one = runs.toSorted(bySeconds)[Math.floor((runs.length - 1) / 2)];
  if (one === undefined) throw new Error('nothing was run');
  return one;
}

const times = <T>(count: number, run: () => T): T[] => Array.from({ length: Math.max(1, count) }, run);

function compare(options: Options, repeat: number, folder: string) {
  const { candidates, seekers } = measure<{ candidates: number; seekers: number }>('instance', options);
  const isPeer = options.source.family === 's';
  const lemon = compileLemon(folder, note);
  const byLemon = (method: 'simplex' | 'scaling' | 'peers'): Measured | null =>
    lemon === null ? null : lemon(method, options.file);
  // In turns: what else happens on a shared machine then meets both.
  const runs = times(repeat, () => ({
    engine: measure<Engine>('engine', options),
    lemon: byLemon(isPeer ? 'peers' : 'simplex'),
  }));
  const engine = middle(runs.map((run) => run.engine));
  const byLemons = runs.flatMap((run) => run.lemon ?? []);
  const peers: { [name: string]: Measured | null } = {
    [isPeer ? 'lemonMatching' : 'lemonSimplex']: byLemons.length === 0 ? null : middle(byLemons),
  };
  if (!isPeer) {
    peers['lemonScaling'] = byLemon('scaling');
    peers['highs'] = null;
    if (candidates > HIGHS_UP_TO) note(`SKIPPED: HiGHS, as it would take minutes with ${candidates} pairs`);
    else peers['highs'] = measure<Measured>('highs', { ...options, paired: engine.paired });
    peers['stableMarriage'] = measure<Measured>('stable', options);
  }
  peers['greedy'] = measure<Measured>('greedy', options);
  peers['shuffle'] = measure<Measured>('shuffle', options);
  return { shortlist: { pairs: candidates, seekers, engine }, peers };
}

function gapOfFit(certificate: RoundCertificate | undefined, figures: RoundFigures) {
  if (certificate === undefined || certificate.bound === null || figures.maximum === null) return null;
  const fit = totalFit(pairsIn(source.family, figures), certificate.shortfall);
  return fit === 0 ? 0 : (certificate.shortfall - certificate.bound) / fit;
}

const source = sourceOf();
const repeat = whole('repeat', values.repeat);
const folder = mkdtempSync(path.join(tmpdir(), 'alongside-bench-'));
try {
  const options: Options = { source, file: path.join(folder, 'instance'), paired: 0 };
  const round = middle(times(repeat, () => measure<Round>('round', options)));
  const compared = values.only === 'round' ? null : compare(options, repeat, folder);
  const { figures, certificate } = round;
  const result = {
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.versions.node}`,
    people: figures.pool,
    family: source.data ?? source.family,
    seed: source.seed,
    /** All that may meet, and those of them that a round looked at one by one. */
    candidates: measure<{ pairs: number }>('pairs', options).pairs,
    looked: certificate?.candidates ?? null,
    paired: figures.peoplePaired,
    maximum: figures.maximum,
    objective: certificate?.shortfall ?? null,
    bound: certificate?.bound ?? null,
    /** As shares: of all the fit there is, and of what is missing from a perfect one. */
    gap: gapOfFit(certificate, figures),
    /** Whether the bound speaks of every pair that the rules admit, or of those that were held. */
    over: certificate?.over ?? ('all' as const),
    gapOfShortfall: figures.gap ?? null,
    brokenRules: figures.brokenRules,
    leftOut: figures.leftOut,
    seconds: round.seconds,
    /** The next round of the same people in the thread that the server keeps, for small rounds. */
    ...(round.again === undefined ? {} : { again: round.again }),
    peakMb: round.peakMb,
    spent: round.spent,
    ...compared,
  };
  console.log(values.json ? JSON.stringify(result) : textOf(result));
} finally {
  rmSync(folder, { recursive: true });
}
