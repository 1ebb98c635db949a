import type { Deps } from '../core/deps.ts';
import { asId } from '../core/ids.ts';
import type { PersonId, ProgrammeId, RoundId } from '../core/ids.ts';
import { stillHolding } from '../core/pairing/corrections.ts';
import { hashText } from '../core/pairing/hash.ts';
import { sinceLastLook } from '../core/pairing/compare.ts';
import type { Look } from '../core/pairing/compare.ts';
import type { PairingInput, PairingResult } from '../core/pairing/input.ts';
import type { Writes } from '../core/ports/store.ts';
import type { Programme, ProgrammeSettings } from '../core/programme.ts';
import { Refusal } from '../core/refusal.ts';
import type { Round, SinceLastLook } from '../core/round.ts';
import { draftsOf } from './drafts-of.ts';
import { loadLook } from './load-look.ts';
import { loadPairingInput } from './load-pairing-input.ts';
import { solveRound } from './solve-round.ts';
import type { Pair } from './solve-round.ts';

export interface PreviewDeps extends Deps {
  readonly pair: Pair;
}

/** Seeds fill the store's whole-number column on every engine. */
const LARGEST_SEED = 0x7fffffff;
const EARLIER_PREVIEWS = 20;

/**
 * Computes a round and keeps it as a preview: nobody is told. Earlier previews of the programme are discarded. Of the
 * latest of them what was decided by hand is kept as far as the rules still allow it, and under the same settings those
 * who were together stay so where that costs nothing or next to nothing.
 * @throws Refusal 'not-found', 'programme-not-running' or 'bad-settings'
 */
export async function previewRound(
  deps: PreviewDeps,
  { programmeId, by }: { programmeId: ProgrammeId; by: PersonId | null },
): Promise<Round> {
  const programme = await deps.store.reads.programmes.byId(programmeId);
  if (programme === null) throw new Refusal('not-found');
  if (programme.state !== 'running') throw new Refusal('programme-not-running');
  const last = await lastPreview(deps, programmeId);
  const look =
    last === null || !isSame(last.settings, programme.settings) ? null : await loadLook(deps, last.id);
  const seed = look === null || last === null ? hashText(deps.newId()) & LARGEST_SEED : last.seed;
  const loaded = await loadPairingInput(deps, deps.store.reads, programme, { seed });
  const input = look === null ? loaded : { ...loaded, earlier: look.together };
  const corrections =
    last === null ? [] : stillHolding(loaded, await deps.store.reads.rounds.corrections(last.id));
  const result = await solveRound(deps.pair, input, corrections);
  const round: Round = {
    id: asId<RoundId>(deps.newId()),
    programmeId,
    state: 'previewed',
    settings: programme.settings,
    seed,
    createdAt: deps.now(),
    createdBy: by,
    sentAt: null,
    figures: look === null ? result.figures : { ...result.figures, since: since(look, input, result) },
  };
  await deps.store.transaction(async (tx) => {
    await discardPreviews(deps, tx, programme);
    await tx.rounds.create(round, draftsOf(deps, round, result), result.leftOut, result.certificate);
    await tx.rounds.setCorrections(round.id, corrections, by, deps.now());
  });
  return round;
}

async function lastPreview({ store }: Deps, programmeId: ProgrammeId): Promise<Round | null> {
  const recent = await store.reads.rounds.ofProgramme(programmeId, EARLIER_PREVIEWS);
  return recent.find((round) => round.state === 'previewed') ?? null;
}

const isSame = (a: ProgrammeSettings, b: ProgrammeSettings): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

function since(look: Look, { pool }: PairingInput, { suggestions, leftOut }: PairingResult): SinceLastLook {
  const present = new Set(pool.members.map((member) => member.personId));
  return sinceLastLook(look, { together: suggestions, leftOut }, present);
}

async function discardPreviews(deps: Deps, tx: Writes, programme: Programme): Promise<void> {
  for (const { id, state } of await tx.rounds.ofProgramme(programme.id, EARLIER_PREVIEWS)) {
    if (state === 'previewed') await tx.rounds.setState(id, 'previewed', 'discarded', deps.now());
  }
}
