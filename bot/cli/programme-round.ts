import { allPages } from '../actions/all-pages.ts';
import { previewRound } from '../actions/preview-round.ts';
import { sendRound } from '../actions/send-round.ts';
import type { Deps } from '../core/deps.ts';
import type { Programme } from '../core/programme.ts';
import type { LeftOut, Round } from '../core/round.ts';
import { leftOutInWords } from '../words/left-out.ts';
import { outlookInWords } from '../words/outlook.ts';
import { CommandFailure } from './command.ts';
import type { Command } from './command.ts';
import { pairAloud } from './pair-aloud.ts';
import { correctionLines, correctPreview } from './programme-correct.ts';
import type { AskedCorrection } from './programme-options.ts';
import { outlookLines, roundLines } from './round-words.ts';
import type { LeftOutLine } from './round-words.ts';

interface Asked {
  readonly programme: Programme;
  readonly send: boolean;
  readonly corrections: readonly AskedCorrection[];
  readonly json: boolean;
}

/**
 * Previews a round, corrects the one that was previewed last, or sends it; without one, it previews first and goes on
 * from there.
 */
export async function runRound(command: Command, deps: Deps, asked: Asked): Promise<void> {
  const { programme, send, corrections, json } = asked;
  const last = send || corrections.length > 0 ? await lastPreview(deps, programme) : null;
  const begun = last ?? (await preview(command, deps, programme));
  const { tenantId } = programme;
  const { round, othersChanged } = await correctPreview(command, deps, {
    round: begun,
    tenantId,
    corrections,
  });
  const leftOut = await leftOutOf(command, deps, round);
  if (!json) await show(command, deps, { programme, round, leftOut });
  if (send && round.figures.brokenRules > 0) {
    throw new CommandFailure(command.say('programme.round.not-sent'));
  }
  const sent = send ? await sendRound(deps, { roundId: round.id }) : null;
  if (json) {
    const decided = await deps.store.reads.rounds.corrections(round.id);
    const { id, figures } = round;
    command.print(
      JSON.stringify({
        programme: programme.name,
        round: id,
        figures,
        leftOut,
        corrections: decided,
        othersChanged,
        sent,
      }),
    );
    return;
  }
  if (corrections.length > 0) {
    command.print(command.say('programme.round.corrected', { count: othersChanged }));
  }
  command.print(
    sent === null
      ? command.say('programme.round.previewed')
      : command.say('programme.round.sent', { ...sent }),
  );
}

interface Shown {
  readonly programme: Programme;
  readonly round: Round;
  readonly leftOut: readonly LeftOutLine[];
}

async function show(command: Command, deps: Deps, { programme, round, leftOut }: Shown): Promise<void> {
  const { say, locale } = command;
  const { figures } = round;
  const decided = await deps.store.reads.rounds.corrections(round.id);
  const lines = [
    ...roundLines({ name: programme.name, figures, leftOut }, say),
    ...outlookLines({ ...outlookInWords(locale, figures), all: figures.leftOut }, say),
    ...(await correctionLines(command, deps, decided)),
    '',
  ];
  for (const line of lines) command.print(line);
}

const preview = (command: Command, deps: Deps, programme: Programme): Promise<Round> =>
  previewRound({ ...deps, pair: pairAloud(command) }, { programmeId: programme.id, by: null });

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
