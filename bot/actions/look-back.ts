import type { Deps } from '../core/deps.ts';
import type { ProgrammeId } from '../core/ids.ts';
import type { Round } from '../core/round.ts';
import type { RoundFairness } from '../core/views/fairness.ts';

/** Rounds that are looked at, and further back for the first of them to be compared with. */
const SHOWN = 8;
const LOADED = 60;
const WEEK_MS = 7 * 86_400_000;

type Sent = Round & { readonly sentAt: Date };

const isSent = (round: Round): round is Sent => round.state === 'sent' && round.sentAt !== null;

/** How fairly the last rounds went, newest first: who waited, who met again, who was asked again. Counts only. */
export async function lookBack(
  { store }: Deps,
  { programmeId }: { programmeId: ProgrammeId },
): Promise<readonly RoundFairness[]> {
  const { rounds } = store.reads;
  const sent = (await rounds.ofProgramme(programmeId, LOADED)).filter(isSent);
  const report: RoundFairness[] = [];
  for (const [at, round] of sent.slice(0, SHOWN).entries()) {
    const earlier = sent.slice(at + 1);
    const since = round.sentAt.getTime() - round.settings.cooldownWeeks * WEEK_MS;
    const history = await rounds.history(round.id, {
      last: earlier[0]?.id ?? null,
      cooldown: earlier.filter((one) => one.sentAt.getTime() > since).map((one) => one.id),
    });
    const { peoplePaired, leftOut, maximum } = round.figures;
    report.push({
      id: round.id,
      sentAt: round.sentAt.toISOString(),
      seeking: peoplePaired + leftOut,
      paired: peoplePaired,
      leftOut,
      ...history,
      proven: maximum !== null && maximum === peoplePaired,
    });
  }
  return report;
}
