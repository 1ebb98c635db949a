import type { Deps } from '../core/deps.ts';
import type { RoundId } from '../core/ids.ts';
import { findBroken } from '../core/pairing/check.ts';
import type { PairingInput } from '../core/pairing/input.ts';
import { proposalExpiry } from '../core/pairing/proposal-expiry.ts';
import type { Reads, Writes } from '../core/ports/store.ts';
import type { Programme } from '../core/programme.ts';
import { Refusal } from '../core/refusal.ts';
import type { LeftOut, Proposal, Round } from '../core/round.ts';
import { allPages } from './all-pages.ts';
import { keepHistory } from './look-back.ts';
import { loadRoundInput } from './load-pairing-input.ts';
import { proposeAgain } from './propose-again.ts';
import { tellOf, tellOfProposals } from './tell-of.ts';

/** What became of a preview when it was sent. */
export interface SentRound {
  readonly sent: number;
  /** Proposals that no longer held, because people paused, left or were paired since the preview. */
  readonly withdrawn: number;
  readonly leftOut: number;
}

/** After this a person who could not be told is not told any more that there was nobody. */
const LEFT_OUT_EXPIRES_MS = 14 * 86_400_000;

/**
 * Opens the proposals of a preview and plans what everyone is told. A proposal that a rule breaks by now is withdrawn
 * and never sent; those of its people who still take part are proposed to the next best at once.
 * @throws Refusal 'not-found', 'programme-not-running', 'round-already-sent', or 'round-outdated' when none holds any more
 */
export async function sendRound(deps: Deps, { roundId }: { roundId: RoundId }): Promise<SentRound> {
  return deps.store.transaction(async (tx) => {
    const round = await tx.rounds.byId(roundId);
    const programme = round === null ? null : await tx.programmes.byId(round.programmeId);
    if (round === null || programme === null) throw new Refusal('not-found');
    if (programme.state !== 'running') throw new Refusal('programme-not-running');
    const { input, proposals, broken } = await recheck(deps, tx, programme, round);
    await tx.rounds.setState(round.id, 'previewed', 'sent', deps.now());
    const held = proposals.filter((proposal) => !broken.has(proposal));
    if (held.length === 0 && proposals.length > 0) throw new Refusal('round-outdated');
    await open(deps, tx, { round, programme, input, held });
    for (const proposal of broken) {
      await tx.rounds.close(proposal.id, 'withdrawn', deps.now());
      await proposeAgain(deps, tx, { proposal, willing: proposal.sides });
    }
    const waiting = await tellLeftOut(deps, tx, { round, programme, input });
    await keepHistory(tx, round);
    return { sent: held.length, withdrawn: broken.size, leftOut: waiting };
  });
}

interface Sending {
  readonly round: Round;
  readonly programme: Programme;
  readonly input: PairingInput;
}

async function recheck(deps: Deps, tx: Reads, programme: Programme, round: Round) {
  const input = await loadRoundInput(deps, tx, programme, round);
  const proposals = await allPages((page) => tx.rounds.proposalsOfRound(round.id, page));
  return { input, proposals, broken: findBroken(input, proposals) };
}

/** Each proposal may be answered until the later of its sides has had the programme's working days for it. */
async function open(
  deps: Deps,
  tx: Writes,
  { round, programme, input, held }: Sending & { held: readonly Proposal[] },
): Promise<void> {
  const members = new Map(input.pool.members.map((member) => [member.personId, member]));
  const until = new Map<number, Proposal[]>();
  for (const proposal of held) {
    const clocks = proposal.sides.flatMap((side) => members.get(side.personId) ?? []);
    const expiresAt = proposalExpiry(deps.now(), clocks, round.settings.proposalWorkingDays).getTime();
    until.set(expiresAt, [...(until.get(expiresAt) ?? []), proposal]);
  }
  await tx.rounds.openProposals(round.id, new Date(Math.max(deps.now().getTime(), ...until.keys())));
  for (const [time, proposals] of until) {
    const expiresAt = new Date(time);
    await tx.rounds.setExpiry(
      proposals.map((proposal) => proposal.id),
      expiresAt,
    );
    const opened = proposals.map((proposal) => ({ ...proposal, expiresAt }));
    await tx.occurrences.plan(tellOfProposals(deps, programme, opened));
  }
}

async function tellLeftOut(deps: Deps, tx: Writes, { round, programme, input }: Sending): Promise<number> {
  const present = new Set(input.pool.members.map((member) => member.personId));
  const leftOut = await allPages<LeftOut>((page) => tx.rounds.leftOut(round.id, page));
  const waiting = leftOut.map((one) => one.personId).filter((person) => present.has(person));
  const expiresAt = new Date(deps.now().getTime() + LEFT_OUT_EXPIRES_MS);
  await tx.occurrences.plan(
    waiting.map((personId) =>
      tellOf(deps, programme, {
        personId,
        kind: 'left-out',
        period: `round:${round.id}`,
        subjectId: round.id,
        expiresAt,
      }),
    ),
  );
  await tx.members.countWaiting(programme.id, waiting, []);
  return waiting.length;
}
