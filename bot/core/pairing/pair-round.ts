import type { RoundFigures } from '../round.ts';
import { countBroken } from './check.ts';
import { fitOf } from './fit.ts';
import type { PairingInput, PairingResult, RoundInput, Suggestion } from './input.ts';
import { explainLeftOut } from './left-out.ts';
import type { OpenPlaces } from './remedies.ts';
import type { Matched, Matching } from './matched.ts';
import { matchMentors } from './mentoring.ts';
import { openMentors, openPeers } from './open-places.ts';
import { matchCircles } from './circles/circles.ts';
import { openCircles } from './circles/open-circles.ts';
import { matchPeers } from './peers/peers.ts';
import { prepare } from './prepare.ts';
import { reasonsFor } from './reasons.ts';
import type { RuleContext } from './rules/rule.ts';
import { checkPairingSettings } from './settings.ts';
import { solveByAuction } from './engine/engine.ts';
import type { Control } from './progress.ts';

const BANDS = 10;

/**
 * Computes a whole round: who is proposed to whom and why, who is left out and why. The same input gives the same
 * result on every machine, in whatever order its lists come.
 * @throws Refusal 'bad-settings'
 */
export function pairRound(input: RoundInput, control: Control = {}): PairingResult {
  const { settings } = input;
  checkPairingSettings(settings);
  control.onStage?.('preparing');
  const context: RuleContext = { pool: prepare(input), settings };
  const { matching, places } = match(context, input, control);
  control.onStage?.('explaining');
  const suggestions = matching.matched.map((matched) => suggest(context, matched));
  const { certificate } = matching;
  return {
    suggestions,
    leftOut: explainLeftOut(context, matching.alone, places),
    figures: figuresOf(heldWhole(input), matching, suggestions),
    ...(certificate === undefined ? {} : { certificate }),
  };
}

/** The check at the end goes from one to another, and not in the order in which people can be read. */
function heldWhole({ pool, ...terms }: RoundInput): PairingInput {
  const { members, managerOf, forbidden } = pool;
  return {
    ...terms,
    pool: { members: [...members], managerOf: new Map(managerOf), forbidden: [...forbidden] },
  };
}

function match(
  context: RuleContext,
  input: Pick<PairingInput, 'seed' | 'earlier'>,
  control: Control,
): { matching: Matching; places: OpenPlaces } {
  if (context.settings.mode === 'peers') {
    const matching = matchPeers(context, input, (problem) => solveByAuction(problem, control));
    return { matching, places: openPeers(matching.matched, matching.alone) };
  }
  if (context.settings.mode === 'circles') {
    const matching = matchCircles(context, input.seed, control);
    return { matching, places: openCircles(matching) };
  }
  const { matching, mentors, found } = matchMentors(context, input, control);
  return { matching, places: openMentors(mentors, found) };
}

/** Fit of the worst two of those who are together; an exchange is as good as its better direction. */
function fitOfAll(context: RuleContext, { kind, members }: Matched): number {
  const fits = members.flatMap((a, index) => members.slice(index + 1).map((b) => fitOf(context, a, b)));
  const [a, b] = members;
  if (kind === 'exchange' && a !== undefined && b !== undefined) fits.push(fitOf(context, b, a));
  return kind === 'exchange' ? Math.max(...fits) : Math.min(...fits);
}

export function suggest(context: RuleContext, matched: Matched): Suggestion {
  const roles = matched.kind === 'mentoring' ? (['mentor', 'mentee'] as const) : [];
  return {
    kind: matched.kind,
    sides: matched.members.map((member, index) => ({ personId: member.id, role: roles[index] ?? 'peer' })),
    fit: fitOfAll(context, matched),
    reasons: reasonsFor(context, matched),
  };
}

function figuresOf(
  input: PairingInput,
  { alone, seeking, maximum, gap, stopped }: Matching,
  suggestions: readonly Suggestion[],
): RoundFigures {
  const fitBands = Array.from({ length: BANDS }, () => 0);
  for (const { fit } of suggestions) {
    const band = Math.min(BANDS - 1, Math.floor(fit / (1000 / BANDS)));
    fitBands[band] = (fitBands[band] ?? 0) + 1;
  }
  return {
    pool: input.pool.members.length,
    proposals: suggestions.length,
    peoplePaired: seeking - alone.length,
    leftOut: alone.length,
    brokenRules: countBroken(input, suggestions),
    fitBands,
    maximum,
    ...(gap === undefined ? {} : { gap }),
    ...(stopped === undefined ? {} : { stopped }),
  };
}
