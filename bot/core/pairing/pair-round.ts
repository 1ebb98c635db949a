import type { PairingPool } from '../ports/rounds.ts';
import type { RoundFigures } from '../round.ts';
import { countBroken } from './check.ts';
import { fitOf } from './fit.ts';
import type { PairingInput, PairingResult, Suggestion } from './input.ts';
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
export function pairRound(input: PairingInput, control: Control = {}): PairingResult {
  return pairRoundOf(input, () => input.pool, control);
}

/** All but the people. */
export type Terms = Omit<PairingInput, 'pool'>;

/**
 * The same where the people can be read again: that is done at the beginning and at the end, so that nobody need hold
 * them as they came while the pairs take all the room.
 * @throws Refusal 'bad-settings'
 */
export function pairRoundOf(terms: Terms, readPool: () => PairingPool, control: Control = {}): PairingResult {
  checkPairingSettings(terms.settings);
  control.onStage?.('preparing');
  const context = contextOf(terms, readPool);
  const { matching, places } = match(context, terms, control);
  control.onStage?.('explaining');
  const suggestions = matching.matched.map((matched) => suggest(context, matched));
  const leftOut = explainLeftOut(context, matching.alone, places);
  const figures = figuresOf({ ...terms, pool: readPool() }, matching, suggestions);
  const { certificate } = matching;
  return { suggestions, leftOut, figures, ...(certificate === undefined ? {} : { certificate }) };
}

/** In a function of its own, since what a function has read it holds until it ends. */
function contextOf(terms: Terms, readPool: () => PairingPool): RuleContext {
  return { pool: prepare({ ...terms, pool: readPool() }), settings: terms.settings };
}

function match(
  context: RuleContext,
  terms: Terms,
  control: Control,
): { matching: Matching; places: OpenPlaces } {
  if (context.settings.mode === 'peers') {
    const matching = matchPeers(context, terms, (problem) => solveByAuction(problem, control));
    return { matching, places: openPeers(matching.matched, matching.alone) };
  }
  if (context.settings.mode === 'circles') {
    const matching = matchCircles(context, terms.seed, control);
    return { matching, places: openCircles(matching) };
  }
  const { matching, mentors, found } = matchMentors(context, terms, control);
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
