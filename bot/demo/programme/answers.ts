import { answerProposal } from '../../actions/answer-proposal.ts';
import { expireProposals } from '../../actions/expire-proposals.ts';
import type { Deps } from '../../core/deps.ts';
import type { RoundId } from '../../core/ids.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Answer, Proposal } from '../../core/round.ts';
import type { Random } from '../random.ts';

const PAGE = 500;
const DAY_MS = 86_400_000;
/** How often those who were declined are asked again before this ends. */
const PASSES = 3;

/** Lets everyone answer what a round proposed to them, over the days after it; `willing` is the share who say yes. */
export async function letAnswer(
  deps: Deps & { readonly at: (moment: Date) => Deps },
  round: RoundId,
  { since, willing, random }: { since: Date; willing: number; random: Random },
): Promise<Date> {
  let from = since;
  for (let pass = 0; pass < PASSES; pass += 1) {
    const open = await openOf(deps, round);
    if (open.length === 0) break;
    for (const { proposal, personId, answer, at } of answersTo(open, from, willing, random)) {
      try {
        await answerProposal(deps.at(at), { proposalId: proposal.id, personId, answer });
      } catch (error) {
        // The other side was faster with a no.
        if (!(error instanceof Refusal)) throw error;
      }
    }
    from = new Date(from.getTime() + 4 * DAY_MS);
  }
  const end = new Date(from.getTime() + 10 * DAY_MS);
  await expireProposals(deps.at(end));
  return end;
}

async function openOf(deps: Deps, round: RoundId): Promise<readonly Proposal[]> {
  const open: Proposal[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await deps.store.reads.rounds.proposalsOfRound(round, { offset, limit: PAGE });
    open.push(...page.filter((proposal) => proposal.state === 'open'));
    if (page.length < PAGE) return open;
  }
}

function answersTo(proposals: readonly Proposal[], from: Date, willing: number, random: Random) {
  return proposals
    .flatMap((proposal) =>
      proposal.sides.flatMap(({ personId, answer: before }) => {
        const answer = answerOf(willing, random);
        const at = new Date(from.getTime() + random.next() * 3.5 * DAY_MS);
        return answer === null || before !== null ? [] : [{ proposal, personId, answer, at }];
      }),
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function answerOf(willing: number, random: Random): Answer | null {
  if (random.chance(willing)) return 'yes';
  return random.pick(['not-this-one', 'not-this-one', 'not-now', null]);
}
