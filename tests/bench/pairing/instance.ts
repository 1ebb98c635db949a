import { readFileSync, writeFileSync } from 'node:fs';
import type { AssignmentProblem } from '../../../bot/core/pairing/assignment.ts';
import { pairFinder } from '../../../bot/core/pairing/engine/pair-finder.ts';
import type { PairFinder } from '../../../bot/core/pairing/engine/pair-finder.ts';
import { shortlist, shortlistSize } from '../../../bot/core/pairing/engine/shortlist.ts';
import { shortfall } from '../../../bot/core/pairing/fit.ts';
import { peerGraph } from '../../../bot/core/pairing/peers/peer-graph.ts';
import type { PairingInput } from '../../../bot/core/pairing/input.ts';
import { prepare } from '../../../bot/core/pairing/prepare.ts';
import type { RoundFigures } from '../../../bot/core/round.ts';
import { company } from './generator.ts';
import type { Family } from './generator.ts';

/** What is paired: a company made up from a seed, or the people of a file. */
export interface Source {
  readonly people: number;
  readonly seed: number;
  readonly family: Family;
  readonly data: string | null;
}

export async function inputOf({ data, ...source }: Source): Promise<PairingInput> {
  if (data === null) return company(source);
  // Loaded where it is needed: what reads such a file takes 20 MB.
  const { realPool } = await import('../../helpers/real-pool.ts');
  const input = realPool(data);
  return { ...input, settings: { ...input.settings, mode: source.family === 's' ? 'peers' : 'mentoring' } };
}

/** How many pairs a certificate speaks of: a mentee each with their mentor, or peers two by two. */
export const pairsIn = (family: Family, { proposals, peoplePaired }: RoundFigures): number =>
  family === 's' ? proposals : peoplePaired;

export const finderOf = (input: PairingInput): PairFinder =>
  pairFinder({ pool: prepare(input), settings: input.settings }, input.seed);

/** The pairs that the solvers are compared on: a shortlist where the round takes one, else all there are. */
export function problemOfInput(input: PairingInput): AssignmentProblem {
  if (input.settings.mode === 'mentoring') {
    const finder = finderOf(input);
    return shortlist(finder, shortlistSize(finder));
  }
  return peerGraph({ pool: prepare(input), settings: input.settings }, input).problem;
}

/** As int32 figures: seekers, mentors, arcs, then capacity, arcStart, arcMentor, arcCost, arcTie, waiting. */
export function writeInstance(file: string, problem: AssignmentProblem): void {
  const head = [problem.waiting.length, problem.capacity.length, problem.arcMentor.length];
  const { capacity, arcStart, arcMentor, arcCost, arcTie, waiting } = problem;
  const parts = [Int32Array.from(head), capacity, arcStart, arcMentor, arcCost, arcTie, waiting];
  writeFileSync(
    file,
    Buffer.concat(parts.map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength))),
  );
}

export function readInstance(file: string): AssignmentProblem {
  const bytes = readFileSync(file);
  const figures = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const [seekers = 0, mentors = 0, arcs = 0] = figures;
  let at = 3;
  const next = (count: number): Int32Array => figures.subarray(at, (at += count));
  return {
    capacity: next(mentors),
    arcStart: next(seekers + 1),
    arcMentor: next(arcs),
    arcCost: next(arcs),
    arcTie: next(arcs),
    waiting: next(seekers),
    largestCost: shortfall(0),
  };
}
