import type { ProgrammeId } from '../core/ids.ts';
import { differenceOf } from '../core/pairing/compare.ts';
import type { Difference } from '../core/pairing/compare.ts';
import { stillHolding } from '../core/pairing/corrections.ts';
import { hashText } from '../core/pairing/hash.ts';
import type { ProgrammeSettings } from '../core/programme.ts';
import { Refusal } from '../core/refusal.ts';
import type { RoundFigures } from '../core/round.ts';
import { checkSettings } from '../core/settings.ts';
import { loadPairingInput } from './load-pairing-input.ts';
import type { PreviewDeps } from './preview-round.ts';
import { solveRound } from './solve-round.ts';

/** The round that these settings would give today, beside the one that the programme's own would. */
export interface Comparison {
  readonly before: RoundFigures;
  readonly after: RoundFigures;
  readonly difference: Difference;
}

/**
 * Solves a round under the programme's settings and under others, over the same people and with the same seed.
 * Nothing is saved and nobody is told.
 * @throws Refusal 'not-found', 'programme-not-running' or 'bad-settings'
 */
export async function compareSettings(
  deps: PreviewDeps,
  { programmeId, settings }: { programmeId: ProgrammeId; settings: ProgrammeSettings },
): Promise<Comparison> {
  checkSettings(settings);
  const { reads } = deps.store;
  const programme = await reads.programmes.byId(programmeId);
  if (programme === null) throw new Refusal('not-found');
  if (programme.state !== 'running') throw new Refusal('programme-not-running');
  const preview = (await reads.rounds.ofProgramme(programmeId, 1)).find((one) => one.state === 'previewed');
  const seed = preview?.seed ?? hashText(programmeId) >>> 1;
  const corrections = preview === undefined ? [] : await reads.rounds.corrections(preview.id);
  const solved = async (chosen: ProgrammeSettings) => {
    const input = await loadPairingInput(deps, reads, { ...programme, settings: chosen }, { seed });
    return solveRound(deps.pair, input, stillHolding(input, corrections));
  };
  const [before, after] = [await solved(programme.settings), await solved(settings)];
  return {
    before: before.figures,
    after: after.figures,
    difference: differenceOf(before.suggestions, after.suggestions),
  };
}
