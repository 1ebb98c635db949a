import { allPages } from '../actions/all-pages.ts';
import { previewRound } from '../actions/preview-round.ts';
import { sendRound } from '../actions/send-round.ts';
import type { Deps } from '../core/deps.ts';
import type { Programme } from '../core/programme.ts';
import type { LeftOut, Round } from '../core/round.ts';
import { pairInWorker } from '../pair-in-worker.ts';
import { leftOutInWords } from '../words/left-out.ts';
import { CommandFailure } from './command.ts';
import type { Command } from './command.ts';
import { roundLines } from './round-words.ts';
import type { LeftOutLine } from './round-words.ts';

/** Previews a round, or sends the one that was previewed last; without one, it previews and sends in one go. */
export async function runRound(
  command: Command,
  deps: Deps,
  { programme, send, json }: { programme: Programme; send: boolean; json: boolean },
): Promise<void> {
  const round = (send ? await lastPreview(deps, programme) : null) ?? (await preview(deps, programme));
  const leftOut = await leftOutOf(command, deps, round);
  if (!json) {
    for (const line of roundLines({ name: programme.name, figures: round.figures, leftOut }, command.say)) {
      command.print(line);
    }
    command.print('');
  }
  if (send && round.figures.brokenRules > 0) {
    throw new CommandFailure(command.say('programme.round.not-sent'));
  }
  const sent = send ? await sendRound(deps, { roundId: round.id }) : null;
  if (json) {
    command.print(
      JSON.stringify({ programme: programme.name, round: round.id, figures: round.figures, leftOut, sent }),
    );
  } else {
    command.print(
      sent === null
        ? command.say('programme.round.previewed')
        : command.say('programme.round.sent', { ...sent }),
    );
  }
}

const preview = (deps: Deps, programme: Programme): Promise<Round> =>
  previewRound({ ...deps, pair: pairInWorker }, { programmeId: programme.id, by: null });

async function lastPreview(deps: Deps, programme: Programme): Promise<Round | null> {
  const [newest] = await deps.store.reads.rounds.ofProgramme(programme.id, 1);
  return newest?.state === 'previewed' ? newest : null;
}

async function leftOutOf(
  { locale }: Command,
  { store }: Deps,
  round: Round,
): Promise<readonly LeftOutLine[]> {
  const leftOut = await allPages<LeftOut>((page) => store.reads.rounds.leftOut(round.id, page));
  const people = await store.reads.people.byIds(leftOut.map((one) => one.personId));
  return leftOut.map((one) => ({
    name: people.get(one.personId)?.displayName ?? one.personId,
    ...leftOutInWords(locale, one),
  }));
}
