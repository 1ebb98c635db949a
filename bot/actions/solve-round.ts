import type { PairingInput, PairingResult } from '../core/pairing/input.ts';
import { joinPinned, placeCorrections } from '../core/pairing/corrections.ts';
import { changesToTry, obstaclesOf } from '../core/pairing/outlook.ts';
import type { Correction, SettingsChange } from '../core/round.ts';

/** Computes a round, away from the thread that answers. @throws the signal's reason once that is aborted. */
export type Pair = (
  input: PairingInput,
  options?: { readonly signal?: AbortSignal },
) => Promise<PairingResult>;

/** In a larger company each change takes a while: there a coordinator compares the one that matters. */
const TRIED_UP_TO = 10_000;

/**
 * Solves a round around what was decided by hand, and looks what would help those who are left out.
 * @throws Refusal 'pin-breaks-rule' or 'bad-settings'
 */
export async function solveRound(
  pair: Pair,
  input: PairingInput,
  corrections: readonly Correction[],
): Promise<PairingResult> {
  const result = await solveAround(pair, input, corrections);
  const obstacles = obstaclesOf(result.leftOut);
  const { figures } = result;
  if (input.pool.members.length > TRIED_UP_TO) return { ...result, figures: { ...figures, obstacles } };
  const changes = await tryChanges(pair, input, corrections, result);
  return { ...result, figures: { ...figures, obstacles, changes } };
}

async function solveAround(
  pair: Pair,
  input: PairingInput,
  corrections: readonly Correction[],
): Promise<PairingResult> {
  const placed = placeCorrections(input, corrections);
  return joinPinned(input, corrections, placed, await pair(placed.rest));
}

/** Solves the round once more for each change; the largest help first. */
async function tryChanges(
  pair: Pair,
  input: PairingInput,
  corrections: readonly Correction[],
  { figures, leftOut }: PairingResult,
): Promise<readonly SettingsChange[]> {
  const changes: SettingsChange[] = [];
  for (const { settings, rule, from, to } of changesToTry(input.settings, leftOut)) {
    const { figures: changed } = await solveAround(pair, { ...input, settings }, corrections);
    const people = changed.peoplePaired - figures.peoplePaired;
    if (people > 0) changes.push({ rule, from, to, people });
  }
  return changes.sort((a, b) => b.people - a.people);
}
