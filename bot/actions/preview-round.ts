import type { Deps } from '../core/deps.ts';
import { asId } from '../core/ids.ts';
import type { PersonId, ProgrammeId, RoundId } from '../core/ids.ts';
import { stillHolding } from '../core/pairing/corrections.ts';
import { hashText } from '../core/pairing/hash.ts';
import type { PairingInput } from '../core/pairing/input.ts';
import type { Writes } from '../core/ports/store.ts';
import type { Programme } from '../core/programme.ts';
import { Refusal } from '../core/refusal.ts';
import type { Correction, Round } from '../core/round.ts';
import { draftsOf } from './drafts-of.ts';
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
 * Computes a round and keeps it as a preview: nobody is told. Earlier previews of the programme are discarded; what was
 * decided by hand about the latest of them is kept as far as the rules still allow it.
 * @throws Refusal 'not-found', 'programme-not-running' or 'bad-settings'
 */
export async function previewRound(
  deps: PreviewDeps,
  { programmeId, by }: { programmeId: ProgrammeId; by: PersonId | null },
): Promise<Round> {
  const programme = await deps.store.reads.programmes.byId(programmeId);
  if (programme === null) throw new Refusal('not-found');
  if (programme.state !== 'running') throw new Refusal('programme-not-running');
  const seed = hashText(deps.newId()) & LARGEST_SEED;
  const input = await loadPairingInput(deps, deps.store.reads, programme, { seed });
  const corrections = await keptCorrections(deps, programmeId, input);
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
    figures: result.figures,
  };
  await deps.store.transaction(async (tx) => {
    await discardPreviews(deps, tx, programme);
    await tx.rounds.create(round, draftsOf(deps, round, result), result.leftOut, result.certificate);
    await tx.rounds.setCorrections(round.id, corrections, by, deps.now());
  });
  return round;
}

async function keptCorrections(
  { store }: Deps,
  programmeId: ProgrammeId,
  input: PairingInput,
): Promise<readonly Correction[]> {
  const recent = await store.reads.rounds.ofProgramme(programmeId, EARLIER_PREVIEWS);
  const earlier = recent.find((round) => round.state === 'previewed');
  if (earlier === undefined) return [];
  return stillHolding(input, await store.reads.rounds.corrections(earlier.id));
}

async function discardPreviews(deps: Deps, tx: Writes, programme: Programme): Promise<void> {
  for (const { id, state } of await tx.rounds.ofProgramme(programme.id, EARLIER_PREVIEWS)) {
    if (state === 'previewed') await tx.rounds.setState(id, 'previewed', 'discarded', deps.now());
  }
}
