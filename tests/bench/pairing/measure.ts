/**
 * One measurement in a process of its own, so that neither its memory nor a warm compiler helps the next:
 * `node measure.ts WHAT OPTIONS`, where OPTIONS is JSON. Prints one line of JSON.
 */
import { checkCertificate } from '../../../bot/core/pairing/certificate.ts';
import { solveByAuction } from '../../../bot/core/pairing/engine/engine.ts';
import { otherRules } from '../../../bot/core/pairing/engine/pair-finder.ts';
import { dualGap } from '../../../bot/core/pairing/engine/gap.ts';
import { totalFit } from '../../../bot/core/pairing/fit.ts';
import type { PairingInput } from '../../../bot/core/pairing/input.ts';
import { peersOf } from '../../../bot/core/pairing/peers/peer-graph.ts';
import { PeerIndex } from '../../../bot/core/pairing/peers/peer-index.ts';
import { solvePeers } from '../../../bot/core/pairing/peers/solve-peers.ts';
import { prepare } from '../../../bot/core/pairing/prepare.ts';
import { pairInWorker } from '../../../bot/pair-in-worker.ts';
import { byHighs } from './highs.ts';
import { finderOf, inputOf, problemOfInput, readInstance, writeInstance } from './instance.ts';
import type { Source } from './instance.ts';
import { greedy, shuffle, stableMarriage } from './rivals.ts';

export interface Options {
  readonly source: Source;
  readonly file: string;
  readonly paired: number;
}

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const peakMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

async function timed<T extends object>(work: () => T | Promise<T>) {
  const before = cpuSeconds();
  const result = await work();
  const seconds = Number((cpuSeconds() - before).toFixed(3));
  return { ...result, seconds, peakMb: peakMb() };
}

/** The server keeps the thread of a round this small: the last of so many more rounds say what the next one takes. */
const KEPT_UP_TO = 20_000;
const AGAIN = 5;
const COUNTED = 3;

/**
 * As the server does it, in a thread beside the people: in a new one, and for small rounds again in the thread that it
 * keeps.
 */
async function round({ source }: Options) {
  const input = await inputOf(source);
  const first = await timedRound(input);
  const again: number[] = [];
  for (let run = 0; source.people <= KEPT_UP_TO && run < AGAIN; run += 1) {
    const { seconds } = await timedRound(input);
    if (run >= AGAIN - COUNTED) again.push(seconds);
  }
  const middle = again.toSorted((a, b) => a - b)[Math.floor(COUNTED / 2)];
  return { ...first, ...(middle === undefined ? {} : { again: middle }) };
}

/**
 * The clock starts with the first stage, when the thread is there and has the people, and ends when the answer is back;
 * what comes before is `starting`.
 */
async function timedRound(input: PairingInput) {
  let last = { stage: 'starting', from: cpuSeconds() };
  const spent: { [stage: string]: number } = {};
  const enter = (stage: string): void => {
    const now = cpuSeconds();
    spent[last.stage] = Number(((spent[last.stage] ?? 0) + now - last.from).toFixed(3));
    last = { stage, from: now };
  };
  const { figures, suggestions, certificate } = await pairInWorker(input, {
    onStage: enter,
    limitMs: Infinity,
  });
  enter('answered');
  const { starting = 0, ...stages } = spent;
  const seconds = Object.values(stages).reduce((sum, one) => sum + one, 0);
  return {
    figures,
    certificate,
    reasons: suggestions.reduce((sum, one) => sum + one.reasons.length, 0),
    spent: { starting, ...stages },
    seconds: Number(seconds.toFixed(3)),
    peakMb: peakMb(),
  };
}

function engine({ file }: Options) {
  const problem = readInstance(file);
  return timed(() => solveByAuction(problem)).then(({ seconds, peakMb, ...result }) => {
    const taken = [...result.arcOf].filter((arc) => arc !== -1);
    return {
      paired: taken.length,
      objective: taken.reduce((sum, arc) => sum + (problem.arcCost[arc] ?? 0), 0),
      gap: dualGap(problem, result) / result.units.costUnit,
      fault: checkCertificate(problem, result),
      seconds,
      peakMb,
    };
  });
}

/** Peers: the share of the total fit by which it could be more at most stands beside the gap in shortfall. */
function peerEngine({ file }: Options) {
  const problem = readInstance(file);
  return timed(() => solvePeers(problem, solveByAuction)).then(
    ({ partners, shortfall, gap, seconds, peakMb }) => {
      const paired = partners.filter((partner) => partner !== -1).length;
      const fit = totalFit(paired / 2, shortfall);
      return {
        paired,
        objective: shortfall,
        gap,
        gapOfFit: gap === null ? null : gap / fit,
        fault: null,
        seconds,
        peakMb,
      };
    },
  );
}

/** All pairs that the rules admit, one by one. */
async function pairs({ source }: Options) {
  const input = await inputOf(source);
  return { pairs: source.family === 's' ? pairsOfPeers(input) : pairsOfMentors(input) };
}

function pairsOfMentors(input: PairingInput): number {
  const finder = finderOf(input);
  const { seekers, index } = finder;
  let pairs = 0;
  for (const [seeker, person] of seekers.entries()) {
    const found = index.find(person);
    for (let at = 0; at < found; at += 1) pairs += Number(finder.isAdmissible(index.mentor[at] ?? 0, seeker));
  }
  return pairs;
}

function pairsOfPeers(input: PairingInput): number {
  const context = { pool: prepare(input), settings: input.settings };
  const people = peersOf(context);
  const index = new PeerIndex(context, people);
  const rules = otherRules(context);
  let pairs = 0;
  for (const [number, person] of people.entries()) {
    const found = index.find(number, { below: number, sharedOffers: true });
    for (let at = 0; at < found; at += 1) {
      const other = people[index.other[at] ?? 0];
      if (other !== undefined) pairs += Number(rules.every((rule) => rule.holds(context, person, other)));
    }
  }
  return pairs;
}

async function instance({ source, file }: Options) {
  const problem = problemOfInput(await inputOf(source));
  writeInstance(file, problem);
  return { candidates: problem.arcMentor.length, seekers: problem.waiting.length };
}

const rival = (answer: (options: Options) => object | Promise<object>) => (options: Options) =>
  timed(() => answer(options));

const WHAT: { readonly [what: string]: (options: Options) => object | Promise<object> } = {
  instance,
  pairs,
  round,
  engine: (options) => (options.source.family === 's' ? peerEngine(options) : engine(options)),
  highs: rival(({ file, paired }) => byHighs(readInstance(file), paired)),
  greedy: rival(({ file, source }) => greedy(readInstance(file), source.family === 's')),
  shuffle: rival(({ file, source }) => shuffle(readInstance(file), source.family === 's', source.seed)),
  stable: rival(({ file }) => stableMarriage(readInstance(file))),
};

const [what = '', options = '{}'] = process.argv.slice(2);
const work = WHAT[what];
if (work === undefined) throw new Error(`nothing to measure is called ${what}`);
console.log(JSON.stringify(await work(JSON.parse(options) as Options)));
