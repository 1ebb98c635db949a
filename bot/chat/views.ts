/** What each card about two or three people is made from, loaded for the one who looks. */
import type { CheckIn } from '../core/check-in.ts';
import type { OccurrenceId } from '../core/ids.ts';
import type { Reads } from '../core/ports/store.ts';
import type { Pairing, Proposal } from '../core/round.ts';
import type { CheckInView } from './cards/check-in.ts';
import type { PairingView } from './cards/introduction.ts';
import type { ProposalView } from './cards/proposal.ts';
import type { Viewer } from './pair-view.ts';
import { pairView } from './pair-view.ts';

/** Who looks; `occurrence` where the bot speaks by itself, so that a press proves that it arrived. */
export interface CardViewer extends Viewer {
  readonly occurrence?: OccurrenceId | undefined;
}

/** Null for everybody who is no side of it, and where a side has left the company. */
export async function proposalView(
  reads: Reads,
  proposal: Proposal,
  viewer: CardViewer,
): Promise<ProposalView | null> {
  const view = await pairView(reads, { ...proposal, people: proposal.sides }, viewer);
  if (view === null || view.partners.length < proposal.sides.length - 1) return null;
  return { ...view, proposal: proposal.id, expiresAt: proposal.expiresAt, ...occurrenceOf(viewer) };
}

/** Null for everybody who is no side of it, and where nobody is left of the other side. */
export async function pairingView(
  reads: Reads,
  pairing: Pairing,
  viewer: CardViewer,
): Promise<PairingView | null> {
  const view = await pairView(reads, pairing, viewer);
  return view === null || view.partners.length === 0
    ? null
    : { ...view, pairing: pairing.id, endsAt: pairing.endsAt, ...occurrenceOf(viewer) };
}

/** Null for everybody whose check-in it is not. */
export async function checkInView(
  reads: Reads,
  checkIn: CheckIn,
  viewer: CardViewer,
): Promise<CheckInView | null> {
  if (checkIn.personId !== viewer.person) return null;
  const pairing = await reads.pairings.byId(checkIn.pairingId);
  const view = pairing === null ? null : await pairView(reads, pairing, viewer);
  return view === null ? null : { ...view, checkIn, ...occurrenceOf(viewer) };
}

function occurrenceOf({ occurrence }: CardViewer): { readonly occurrence?: string } {
  return occurrence === undefined ? {} : { occurrence };
}
