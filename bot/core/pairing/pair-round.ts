import type { RoundFigures } from '../round.ts';
import { RoundCheck } from './check.ts';
import { fitOf } from './fit.ts';
import type { PairingInput, PairingResult, RoundInput, Suggestion } from './input.ts';
import { explainLeftOut } from './left-out.ts';
import type { OpenPlaces } from './remedies.ts';
import type { Matched, Matching } from './matched.ts';
import { matchMentors } from './mentoring.ts';
import { openMentors, openPeers } from './open-places.ts';
import { matchCircles } from './circles/circles.ts';
import { openCircles } from './circles/open-circles.ts';
import { membersOf, packPool } from './packed-pool.ts';
import { matchPeers } from './peers/peers.ts';
import { preparePacked } from './prepare.ts';
import type { PreparedMember } from './prepare.ts';
import { reasonsFor } from './reasons.ts';
import type { RuleContext } from './rules/rule.ts';
import { checkPairingSettings } from './settings.ts';
import type { Control } from './progress.ts';

const BANDS = 10;

/** Is given each suggestion once it is made, and who is in it in the order of its sides. */
export type TakeSuggestion = (suggestion: Suggestion, members: readonly PreparedMember[]) => void;

/**
 * Computes a whole round: who is proposed to whom and why, who is left out and why. The same input gives the same
 * result on every machine, in whatever order its lists come.
 * @throws Refusal 'bad-settings'
 */
export function pairRound({ pool, ...terms }: PairingInput, control: Control = {}): PairingResult {
  const suggestions: Suggestion[] = [];
  const take: TakeSuggestion = (suggestion) => suggestions.push(suggestion);
  const rest = pairPacked({ ...terms, pool: packPool(pool) }, take, control);
  return { suggestions, ...rest };
}

/**
 * The same, with the people in columns and one suggestion after the other, so that nobody need hold them all.
 * @throws Refusal 'bad-settings'
 */
export function pairPacked(
  input: RoundInput,
  take: TakeSuggestion,
  control: Control = {},
): Omit<PairingResult, 'suggestions'> {
  const { settings } = input;
  checkPairingSettings(settings);
  control.onStage?.('preparing');
  const context: RuleContext = { pool: preparePacked(input), settings };
  const { matching, places } = match(context, input, control);
  control.onStage?.('explaining');
  const { matched, alone, certificate } = matching;
  const check = new RoundCheck(input);
  const fitBands = Array.from({ length: BANDS }, () => 0);
  for (const one of matched) {
    const suggestion = suggest(context, one);
    check.see(
      suggestion,
      one.members.map((member) => member.at),
    );
    const band = Math.min(BANDS - 1, Math.floor(suggestion.fit / (1000 / BANDS)));
    fitBands[band] = (fitBands[band] ?? 0) + 1;
    take(suggestion, one.members);
  }
  return {
    leftOut: explainLeftOut(context, alone, places),
    figures: figuresOf(matching, { pool: membersOf(input.pool), brokenRules: check.count(), fitBands }),
    ...(certificate === undefined ? {} : { certificate }),
  };
}

function match(
  context: RuleContext,
  input: Pick<PairingInput, 'seed' | 'earlier'>,
  control: Control,
): { matching: Matching; places: OpenPlaces } {
  if (context.settings.mode === 'peers') {
    const matching = matchPeers(context, input, control);
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
  let fit = Infinity;
  for (let at = 0; at < members.length; at += 1) {
    for (let next = at + 1; next < members.length; next += 1) {
      const [a, b] = [members[at], members[next]];
      if (a === undefined || b === undefined) continue;
      const own = fitOf(context, a, b);
      fit = Math.min(fit, kind === 'exchange' ? Math.max(own, fitOf(context, b, a)) : own);
    }
  }
  return fit;
}

export function suggest(context: RuleContext, matched: Matched): Suggestion {
  const isMentoring = matched.kind === 'mentoring';
  return {
    kind: matched.kind,
    sides: matched.members.map((member, index) => ({
      personId: member.id,
      role: isMentoring ? (index === 0 ? 'mentor' : 'mentee') : 'peer',
    })),
    fit: fitOfAll(context, matched),
    reasons: reasonsFor(context, matched),
  };
}

function figuresOf(
  { matched, alone, seeking, maximum, gap, stopped, wanted }: Matching,
  { pool, brokenRules, fitBands }: Pick<RoundFigures, 'pool' | 'brokenRules' | 'fitBands'>,
): RoundFigures {
  return {
    pool,
    proposals: matched.length,
    peoplePaired: seeking - alone.length,
    leftOut: alone.length,
    brokenRules,
    fitBands,
    maximum,
    ...(gap === undefined ? {} : { gap }),
    ...(stopped === undefined ? {} : { stopped }),
    ...(wanted === undefined ? {} : { wanted }),
  };
}
