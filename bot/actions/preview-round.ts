import type { Deps } from '../core/deps.ts';
import { asId } from '../core/ids.ts';
import type { PersonId, ProgrammeId, ProposalId, RoundId } from '../core/ids.ts';
import { hashText } from '../core/pairing/hash.ts';
import type { PairingInput, PairingResult } from '../core/pairing/input.ts';
import type { Writes } from '../core/ports/store.ts';
import type { Programme } from '../core/programme.ts';
import { Refusal } from '../core/refusal.ts';
import type { Proposal, Round } from '../core/round.ts';
import { loadPairingInput } from './load-pairing-input.ts';

/** Computes a round, away from the thread that answers. */
export type Pair = (input: PairingInput) => Promise<PairingResult>;

export interface PreviewDeps extends Deps {
  readonly pair: Pair;
}

/** Seeds fill the store's whole-number column on every engine. */
const LARGEST_SEED = 0x7fffffff;
const EARLIER_PREVIEWS = 20;

/**
 * Computes a round and keeps it as a preview: nobody is told. Earlier previews of the programme are discarded.
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
  const input = await loadPairingInput(deps, deps.store.reads, programme, seed);
  const result = await deps.pair(input);
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
    await tx.rounds.create(round, proposalsOf(deps, round, result), result.leftOut);
  });
  return round;
}

async function discardPreviews(deps: Deps, tx: Writes, programme: Programme): Promise<void> {
  for (const { id, state } of await tx.rounds.ofProgramme(programme.id, EARLIER_PREVIEWS)) {
    if (state === 'previewed') await tx.rounds.setState(id, 'previewed', 'discarded', deps.now());
  }
}

function proposalsOf(deps: Deps, round: Round, result: PairingResult): readonly Proposal[] {
  return result.suggestions.map((suggestion) => ({
    id: asId<ProposalId>(deps.newId()),
    programmeId: round.programmeId,
    roundId: round.id,
    kind: suggestion.kind,
    state: 'draft',
    sides: suggestion.sides.map((side) => ({ ...side, answer: null })),
    fit: suggestion.fit,
    reasons: suggestion.reasons,
    expiresAt: null,
    createdAt: round.createdAt,
  }));
}
