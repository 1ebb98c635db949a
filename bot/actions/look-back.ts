import type { Deps } from '../core/deps.ts';
import type { ProgrammeId } from '../core/ids.ts';
import type { Reads, Writes } from '../core/ports/store.ts';
import type { Round } from '../core/round.ts';
import type { RoundFairness } from '../core/views/fairness.ts';

/** Rounds that are looked at, and further back for one of them to be compared with. */
const SHOWN = 8;
const LOADED = 60;
const WEEK_MS = 7 * 86_400_000;

type Sent = Round & { readonly sentAt: Date };

const isSent = (round: Round): round is Sent => round.state === 'sent' && round.sentAt !== null;

const sentOf = async ({ rounds }: Reads, programme: ProgrammeId): Promise<readonly Sent[]> =>
  (await rounds.ofProgramme(programme, LOADED)).filter(isSent);

/**
 * How fairly the last rounds went, newest first: who waited, who met again, who was asked again. Counts only, each
 * as it was when the round was sent.
 */
export async function lookBack(
  { store }: Deps,
  { programmeId }: { programmeId: ProgrammeId },
): Promise<readonly RoundFairness[]> {
  const sent = (await sentOf(store.reads, programmeId)).slice(0, SHOWN);
  const histories = await store.reads.rounds.histories(sent.map((round) => round.id));
  return sent.flatMap((round): RoundFairness[] => {
    const history = histories.get(round.id);
    if (history === undefined) return [];
    const { peoplePaired, leftOut, maximum } = round.figures;
    return [
      {
        id: round.id,
        sentAt: round.sentAt.toISOString(),
        seeking: peoplePaired + leftOut,
        paired: peoplePaired,
        leftOut,
        ...history,
        proven: maximum !== null && maximum === peoplePaired,
      },
    ];
  });
}

/** Counts what the round that has just been sent does, and keeps it: counted anew at each look, all of it would be read. */
export async function keepHistory(tx: Writes, sentNow: Round): Promise<void> {
  const sent = await sentOf(tx, sentNow.programmeId);
  const at = sent.findIndex((one) => one.id === sentNow.id);
  const round = sent[at];
  if (round === undefined) return;
  const earlier = sent.slice(at + 1);
  const since = round.sentAt.getTime() - round.settings.cooldownWeeks * WEEK_MS;
  const history = await tx.rounds.history(round.id, {
    last: earlier[0]?.id ?? null,
    cooldown: earlier.filter((one) => one.sentAt.getTime() > since).map((one) => one.id),
  });
  await tx.rounds.keepHistory(round.id, history);
}
