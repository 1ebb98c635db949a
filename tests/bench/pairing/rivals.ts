/** What others do instead, on the same pairs: the answers of one line each in docs/pairing.md. */
import type { AssignmentProblem } from '../../../bot/core/pairing/assignment.ts';
import { diceOf } from './generator.ts';

/** How many are paired and what they lack in all; peers count as two. */
export interface Answer {
  readonly paired: number;
  readonly objective: number;
}

const seekersOf = ({ arcStart, arcMentor }: AssignmentProblem): Int32Array => {
  const seekerOf = new Int32Array(arcMentor.length);
  for (let seeker = 0; seeker + 1 < arcStart.length; seeker += 1) {
    seekerOf.fill(seeker, arcStart[seeker], arcStart[seeker + 1]);
  }
  return seekerOf;
};

/** Pair by pair, the best first, whoever is still free. With one score for both sides this is the stable matching too. */
export function greedy(problem: AssignmentProblem, peers: boolean): Answer {
  const { arcMentor, arcCost, arcTie } = problem;
  const seekerOf = seekersOf(problem);
  const order = Int32Array.from(arcMentor.keys()).sort(
    (a, b) => (arcCost[a] ?? 0) - (arcCost[b] ?? 0) || (arcTie[a] ?? 0) - (arcTie[b] ?? 0),
  );
  return take(problem, order, seekerOf, peers);
}

/** As a shuffle does: neighbours in a row by chance, with no look at the rules; only those that the rules admit count. */
export function shuffle(problem: AssignmentProblem, peers: boolean, seed: number): Answer {
  const dice = diceOf(seed);
  const seekers = shuffled([...problem.waiting.keys()], dice);
  const places = peers
    ? []
    : shuffled(
        [...problem.capacity].flatMap((count, mentor) => Array.from({ length: count }, () => mentor)),
        dice,
      );
  const met = new Map<number, number>();
  if (peers)
    for (let at = 0; at + 1 < seekers.length; at += 2) met.set(seekers[at] ?? 0, seekers[at + 1] ?? 0);
  else for (const [at, seeker] of seekers.entries()) if (at < places.length) met.set(seeker, places[at] ?? 0);
  const seekerOf = seekersOf(problem);
  const hits = Int32Array.from(problem.arcMentor.keys()).filter(
    (arc) => met.get(seekerOf[arc] ?? 0) === problem.arcMentor[arc],
  );
  return take(problem, hits, seekerOf, peers);
}

function shuffled(values: number[], dice: (below: number) => number): number[] {
  for (let at = values.length - 1; at > 0; at -= 1) {
    const other = dice(at + 1);
    [values[at], values[other]] = [values[other] ?? 0, values[at] ?? 0];
  }
  return values;
}

function take(
  { arcMentor, arcCost, capacity, waiting }: AssignmentProblem,
  order: Int32Array,
  seekerOf: Int32Array,
  peers: boolean,
): Answer {
  const free = capacity.slice();
  const isSeated = new Uint8Array(waiting.length);
  let [pairs, objective] = [0, 0];
  for (const arc of order) {
    const [seeker, mentor] = [seekerOf[arc] ?? 0, arcMentor[arc] ?? 0];
    if (isSeated[seeker] === 1 || (free[mentor] ?? 0) <= 0 || (peers && isSeated[mentor] === 1)) continue;
    isSeated[seeker] = 1;
    if (peers) isSeated[mentor] = 1;
    else free[mentor] = (free[mentor] ?? 0) - 1;
    pairs += 1;
    objective += arcCost[arc] ?? 0;
  }
  return { paired: peers ? 2 * pairs : pairs, objective };
}

/** Deferred acceptance (Gale and Shapley 1962; hospitals and residents), seekers proposing, both sides by fit. */
export function stableMarriage(problem: AssignmentProblem): Answer {
  const { arcStart, arcMentor, arcCost, arcTie, capacity, waiting } = problem;
  const before = (a: number, b: number): number =>
    (arcCost[a] ?? 0) - (arcCost[b] ?? 0) || (arcTie[a] ?? 0) - (arcTie[b] ?? 0);
  const wishes = Array.from(waiting.keys(), (seeker) =>
    Int32Array.from(
      { length: (arcStart[seeker + 1] ?? 0) - (arcStart[seeker] ?? 0) },
      (_none, at) => (arcStart[seeker] ?? 0) + at,
    ).sort(before),
  );
  const next = new Int32Array(waiting.length);
  const seekerOf = seekersOf(problem);
  const held: number[][] = Array.from(capacity, () => []);
  const asking = [...waiting.keys()];
  for (let seeker = asking.pop(); seeker !== undefined; seeker = asking.pop()) {
    const arc = wishes[seeker]?.[next[seeker] ?? 0];
    if (arc === undefined) continue;
    next[seeker] = (next[seeker] ?? 0) + 1;
    const own = held[arcMentor[arc] ?? 0] ?? [];
    own.push(arc);
    if (own.length <= (capacity[arcMentor[arc] ?? 0] ?? 0)) continue;
    own.sort(before);
    const refused = own.pop();
    if (refused !== undefined) asking.push(seekerOf[refused] ?? 0);
  }
  const taken = held.flat();
  return { paired: taken.length, objective: taken.reduce((sum, arc) => sum + (arcCost[arc] ?? 0), 0) };
}
