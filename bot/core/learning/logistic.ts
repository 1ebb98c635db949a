/**
 * Logistic regression for shares between 0 and 1, by Newton's method, with standard errors that allow for answers of
 * the same pairing being alike (the sandwich of Liang and Zeger, Biometrika 73:13, 1986).
 */
import { addOuter, inverse, times, timesVector, zeros } from './matrix.ts';

export interface Example {
  /** Answers of one group may hang together; only groups count as independent. */
  readonly group: string;
  readonly features: readonly number[];
  /** 0 to 1. */
  readonly outcome: number;
}

/** By feature: what it adds to the log of the odds, and how uncertain that is. */
export interface Fitted {
  readonly slopes: readonly number[];
  readonly errors: readonly number[];
}

/** Keeps slopes finite where the data would let them run away; too small to matter for hundreds of answers. */
const RIDGE = 0.01;
const MOST_STEPS = 50;
const CLOSE = 1e-9;

export function fitLogistic(examples: readonly Example[]): Fitted {
  const size = (examples[0]?.features.length ?? 0) + 1;
  const middle = meansOf(examples);
  const rows = examples.map(({ features, ...rest }) => ({
    ...rest,
    x: [1, ...features.map((value, at) => value - (middle[at] ?? 0))],
  }));
  let slopes = Array.from({ length: size }, () => 0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { gradient, curvature } = slope(rows, slopes);
    const move = timesVector(inverse(curvature), gradient);
    slopes = slopes.map((value, at) => value + (move[at] ?? 0));
    if (Math.max(...move.map(Math.abs)) < CLOSE) break;
  }
  const bread = inverse(slope(rows, slopes).curvature);
  const spread = times(times(bread, meat(rows, slopes)), bread);
  return {
    slopes: slopes.slice(1),
    errors: spread.slice(1).map((row, at) => Math.sqrt(Math.max(0, row[at + 1] ?? 0))),
  };
}

/** Around its middle a feature tells little of the others, and what is always the same tells nothing. */
function meansOf(examples: readonly Example[]): readonly number[] {
  return (examples[0]?.features ?? []).map(
    (_none, at) => examples.reduce((sum, { features }) => sum + (features[at] ?? 0), 0) / examples.length,
  );
}

interface Row {
  readonly group: string;
  readonly x: readonly number[];
  readonly outcome: number;
}

function chance(x: readonly number[], slopes: readonly number[]): number {
  return 1 / (1 + Math.exp(-x.reduce((sum, value, at) => sum + value * (slopes[at] ?? 0), 0)));
}

function slope(rows: readonly Row[], slopes: readonly number[]) {
  const gradient = slopes.map((value) => -RIDGE * value);
  const curvature = zeros(slopes.length).map((row, at) => row.with(at, RIDGE));
  for (const { x, outcome } of rows) {
    const expected = chance(x, slopes);
    for (let at = 0; at < x.length; at += 1) {
      gradient[at] = (gradient[at] ?? 0) + (outcome - expected) * (x[at] ?? 0);
    }
    addOuter(curvature, x, expected * (1 - expected));
  }
  return { gradient, curvature };
}

/** How much the groups pull in different directions. */
function meat(rows: readonly Row[], slopes: readonly number[]): number[][] {
  const pulls = new Map<string, number[]>();
  for (const { group, x, outcome } of rows) {
    const off = outcome - chance(x, slopes);
    const before = pulls.get(group) ?? x.map(() => 0);
    pulls.set(
      group,
      before.map((value, at) => value + off * (x[at] ?? 0)),
    );
  }
  const sum = zeros(slopes.length);
  for (const pull of pulls.values()) addOuter(sum, pull, 1);
  const groups = pulls.size;
  return sum.map((row) => row.map((value) => (value * groups) / Math.max(1, groups - 1)));
}
