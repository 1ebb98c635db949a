/** Between two looks at a round one person in a hundred joins and one leaves: what keeping pairs saves, and costs. */
import type { PersonId } from '../../../bot/core/ids.ts';
import { sinceLastLook } from '../../../bot/core/pairing/compare.ts';
import type { Together } from '../../../bot/core/pairing/compare.ts';
import { fitOf, totalFit } from '../../../bot/core/pairing/fit.ts';
import type { PairingInput, PairingResult } from '../../../bot/core/pairing/input.ts';
import { pairRound } from '../../../bot/core/pairing/pair-round.ts';
import { prepare } from '../../../bot/core/pairing/prepare.ts';
import { company } from './generator.ts';
import type { Family } from './generator.ts';
import { pairsIn } from './instance.ts';

/** Of so many one joins and another leaves. */
const ONE_IN = 100;

function timed(input: PairingInput): { result: PairingResult; seconds: number } {
  const before = process.cpuUsage();
  const result = pairRound(input);
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: Number(((user + system) / 1e6).toFixed(2)) };
}

function twoLooks(family: Family, people: number, seed: number) {
  const whole = company({ people: Math.round(people * (1 + 1 / ONE_IN)), seed, family });
  const without = (place: number): PairingInput => ({
    ...whole,
    pool: { ...whole.pool, members: whole.pool.members.filter((_member, at) => at % (ONE_IN + 1) !== place) },
  });
  return { before: without(20), after: without(70) };
}

/** Everyone who looks for somebody with each they are to meet; in an exchange each guides the other. */
const twosOf = ({ sides }: Together): [PersonId, PersonId][] => {
  const mentor = sides.find((side) => side.role === 'mentor')?.personId;
  return sides.flatMap((one) =>
    sides
      .filter(
        (other) => other !== one && other.role !== 'mentor' && (mentor ?? one.personId) === one.personId,
      )
      .map((other): [PersonId, PersonId] => [one.personId, other.personId]),
  );
};

function sumOfFits(input: PairingInput, { suggestions }: PairingResult): number {
  const context = { pool: prepare(input), settings: input.settings };
  const members = new Map(context.pool.members.map((member) => [member.id, member]));
  return suggestions.flatMap(twosOf).reduce((sum, [one, other]) => {
    const [mentor, mentee] = [members.get(one), members.get(other)];
    return mentor === undefined || mentee === undefined ? sum : sum + fitOf(context, mentor, mentee);
  }, 0);
}

/** As the engine's gap is measured against. */
const squaresOf = (family: Family, { certificate, figures }: PairingResult): number =>
  totalFit(pairsIn(family, figures), certificate?.shortfall ?? 0);

const percent = (part: number, whole: number): number => Number(((100 * part) / whole).toPrecision(3));

/** One family: the second look from nothing, and with the pairs of the first kept; shares in percent. */
export function churn(family: Family, people: number, seed: number) {
  const { before, after } = twoLooks(family, people, seed);
  const first = pairRound(before);
  const anew = timed(after);
  const kept = timed({ ...after, earlier: first.suggestions });
  const present = new Set(after.pool.members.map((member) => member.personId));
  const others = first.suggestions.flatMap(twosOf).filter((two) => two.every((id) => present.has(id)));
  const look = ({ suggestions, leftOut }: PairingResult) => ({ together: suggestions, leftOut });
  const row = ({ result, seconds }: ReturnType<typeof timed>) => {
    const now = new Set(result.suggestions.flatMap(twosOf).map((two) => two.join(' ')));
    return {
      ...sinceLastLook(look(first), look(result), present),
      othersChanged: percent(others.filter((two) => !now.has(two.join(' '))).length, others.length),
      leftOut: result.leftOut.length,
      fit: sumOfFits(after, result),
      gap: result.figures.gap ?? null,
      seconds,
    };
  };
  const [fresh, again] = [row(anew), row(kept)];
  const all = squaresOf(family, anew.result);
  const squares = all - squaresOf(family, kept.result);
  return {
    family,
    people,
    others: others.length,
    anew: fresh,
    kept: again,
    fitLost: percent(fresh.fit - again.fit, fresh.fit),
    squaresLost: percent(squares, all),
  };
}
