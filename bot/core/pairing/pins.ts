import type { PersonId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { fitOf } from './fit.ts';
import type { PairingInput, Suggestion } from './input.ts';
import { suggest } from './pair-round.ts';
import { prepare } from './prepare.ts';
import type { PreparedMember } from './prepare.ts';
import { HARD_RULES, isAdmissible } from './rules/all-rules.ts';
import type { RuleContext, RuleName } from './rules/rule.ts';

type Two = readonly [PersonId, PersonId];

/** Pairs that are set by hand, and the round that is left to solve without the places they take. */
export interface Placed {
  readonly pinned: readonly Suggestion[];
  readonly rest: PairingInput;
}

/** What may be told of two people whom the rules keep apart. */
export const TOLD = ['reporting-line', 'step-ahead', 'between-them', 'away', 'circles'] as const;
type Told = (typeof TOLD)[number];

/**
 * Puts each of these pairs together, in whichever direction the rules allow; where they allow both it is an exchange.
 * @throws Refusal 'pin-breaks-rule' with what may be told of it; `away` for somebody who takes no part right now,
 * `circles` where two are too few
 */
export function placePins(input: PairingInput, pins: readonly Two[]): Placed {
  const asked = new Set(pins.flat());
  const members = input.pool.members.filter((member) => asked.has(member.personId));
  const context: RuleContext = {
    pool: prepare({ ...input, pool: { ...input.pool, members } }),
    settings: input.settings,
  };
  const now = new Map(context.pool.members.map((member) => [member.id, member]));
  const pinned = pins.map((two) => placeOne(context, now, two));
  return { pinned, rest: withoutPlaces(input, now) };
}

function placeOne(context: RuleContext, now: Map<PersonId, PreparedMember>, [one, other]: Two): Suggestion {
  const [a, b] = [now.get(one), now.get(other)];
  if (a === undefined || b === undefined) throw new Refusal('pin-breaks-rule', { rule: 'away' });
  // Two are no circle; whom to keep apart can be said in every programme.
  if (context.settings.mode === 'circles') throw new Refusal('pin-breaks-rule', { rule: 'circles' });
  const ways = [[a, b] as const, [b, a] as const].filter((way) => isAdmissible(context, ...way));
  const [best] = ways.toSorted((x, y) => fitOf(context, ...y) - fitOf(context, ...x));
  if (best === undefined) throw new Refusal('pin-breaks-rule', { rule: tellingRule(context, a, b) });
  if (context.settings.mode === 'peers') {
    for (const person of best) now.set(person.id, { ...person, seeks: false });
    return suggest(context, { kind: 'peers', members: [a, b] });
  }
  const isExchange = ways.length === 2;
  const [mentor, mentee] = best;
  const left = mentor.freeAsMentor - 1;
  now.set(mentor.id, { ...mentor, freeAsMentor: left, seeks: mentor.seeks && !isExchange });
  now.set(mentee.id, { ...mentee, freeAsMentor: mentee.freeAsMentor - Number(isExchange), seeks: false });
  return suggest(context, { kind: isExchange ? 'exchange' : 'mentoring', members: best });
}

/**
 * The direction that is nearer to being allowed is the one that was meant. Only what the directory shows is told by its
 * name: all that the two have set is told as one thing, or whoever asks about two people would learn that one of them
 * does not want the other.
 */
function tellingRule(context: RuleContext, a: PreparedMember, b: PreparedMember): Told {
  const broken = (mentor: PreparedMember, mentee: PreparedMember): readonly RuleName[] =>
    HARD_RULES.filter((rule) => !rule.holds(context, mentor, mentee)).map((rule) => rule.name);
  const [nearer = []] = [broken(a, b), broken(b, a)].toSorted((x, y) => x.length - y.length);
  return TOLD.find((rule) => nearer.some((name) => name === rule)) ?? 'between-them';
}

function withoutPlaces(input: PairingInput, now: ReadonlyMap<PersonId, PreparedMember>): PairingInput {
  const members = input.pool.members.map((member) => {
    const left = now.get(member.personId);
    if (left === undefined) return member;
    return { ...member, freeAsMentor: left.freeAsMentor, freeAsMentee: left.seeks ? member.freeAsMentee : 0 };
  });
  return { ...input, pool: { ...input.pool, members } };
}
