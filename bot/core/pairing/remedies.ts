import type { Remedy } from '../round.ts';
import type { PreparedMember } from './prepare.ts';
import { SOFT_RULES } from './rules/all-rules.ts';
import { capacity } from './rules/capacity.ts';
import type { PairRule, Relaxation, RuleContext } from './rules/rule.ts';

/** Who could take somebody in. */
export interface OpenPlaces {
  /** False where they could not take in anybody, whatever the rules. */
  mayBeOpen(partner: PreparedMember): boolean;
  /**
   * Whether `person` could be paired with them now with nobody else losing theirs, if only the rules held. Missing where
   * whoever may be open is.
   */
  isOpen?(context: RuleContext, partner: PreparedMember, person: PreparedMember): boolean;
}

/** One of some partners who are alike to every rule that could be weakened, and how many they are. */
export interface Alike {
  readonly partner: PreparedMember;
  readonly count: number;
}

type HowMany = (weaker: RuleContext) => number;

const sizeOf = ({ from, to, also }: Remedy): number =>
  Math.abs(to - from) + (also === undefined ? 0 : Math.abs(also.to - also.from));

/**
 * The smallest change of each single setting that would pair the person, the smallest first; where no single one
 * would, the smallest change of two settings together. Each is tried, not guessed. `fitting` is how many fit already.
 */
export function remediesFor(
  context: RuleContext,
  person: PreparedMember,
  { fitting, open }: { fitting: number; open: readonly Alike[] },
  places: OpenPlaces,
): readonly Remedy[] {
  const byBroken = inGroups(context, person, open);
  const among =
    (partners: readonly Alike[], rules: readonly PairRule[]): HowMany =>
    (weaker) =>
      howManyOf(partners, rules, { person, places, weaker });
  const single = SOFT_RULES.flatMap((rule, at) => {
    const nearly = [...(byBroken.get(0) ?? []), ...(byBroken.get(1 << at) ?? [])];
    if (nearly.length === 0) return [];
    return bothWays((direction) => weakened(context, rule, direction, among(nearly, [rule])));
  });
  if (fitting > 0 && context.settings.mode === 'mentoring') {
    single.push({ rule: capacity.name, from: 0, to: 1, count: fitting });
  }
  if (single.length > 0) return single.sort((a, b) => sizeOf(a) - sizeOf(b) || b.count - a.count);
  const double = pairsOfRules().flatMap(([one, other, broken]) => {
    const nearly = byBroken.get(broken) ?? [];
    return nearly.length === 0 ? [] : weakenedBoth(context, one, other, among(nearly, [one, other]));
  });
  return double.sort((a, b) => sizeOf(a) - sizeOf(b) || b.count - a.count).slice(0, 1);
}

/** By the set of rules between them and the person: bit `n` for the rule at place `n`. */
function inGroups(
  context: RuleContext,
  person: PreparedMember,
  open: readonly Alike[],
): ReadonlyMap<number, readonly Alike[]> {
  const groups = new Map<number, Alike[]>();
  for (const alike of open) {
    let [broken, bit] = [0, 1];
    for (const rule of SOFT_RULES) {
      if (!rule.holds(context, alike.partner, person)) broken |= bit;
      bit <<= 1;
    }
    const group = groups.get(broken);
    if (group === undefined) groups.set(broken, [alike]);
    else group.push(alike);
  }
  return groups;
}

/** How many would hold under weaker settings. */
function howManyOf(
  partners: readonly Alike[],
  rules: readonly PairRule[],
  { person, places, weaker }: { person: PreparedMember; places: OpenPlaces; weaker: RuleContext },
): number {
  let sum = 0;
  for (const { partner, count } of partners) {
    let holds = true;
    for (const rule of rules) holds &&= rule.holds(weaker, partner, person);
    if (holds && (places.isOpen === undefined || places.isOpen(weaker, partner, person))) sum += count;
  }
  return sum;
}

const bothWays = <T>(make: (direction: 1 | -1) => readonly T[]): T[] => [...make(1), ...make(-1)];

function pairsOfRules(): (readonly [PairRule, PairRule, number])[] {
  return SOFT_RULES.flatMap((one, at) =>
    SOFT_RULES.slice(at + 1).map((other, next) => [one, other, (1 << at) | (1 << (at + 1 + next))] as const),
  );
}

/** One rule weaker and weaker in one direction, as far as it goes; `from` stays where it began. */
function* stepsOf({ settings }: RuleContext, rule: PairRule, direction: 1 | -1): Generator<Relaxation> {
  let [now, from] = [settings, NaN];
  for (;;) {
    const step = rule.relax(now).find((change) => Math.sign(change.to - change.from) === direction);
    if (step === undefined) return;
    if (Number.isNaN(from)) from = step.from;
    now = step.settings;
    yield { ...step, from };
  }
}

function weakened(context: RuleContext, rule: PairRule, direction: 1 | -1, howMany: HowMany): Remedy[] {
  for (const { settings, from, to } of stepsOf(context, rule, direction)) {
    const count = howMany({ pool: context.pool, settings });
    if (count > 0) return [{ rule: rule.name, from, to, count }];
  }
  return [];
}

/** For each step of one rule the smallest of the other. */
function weakenedBoth(context: RuleContext, one: PairRule, other: PairRule, howMany: HowMany): Remedy[] {
  return bothWays((direction) =>
    [...stepsOf(context, one, direction)].flatMap(({ settings, from, to }) =>
      bothWays((towards) => weakened({ ...context, settings }, other, towards, howMany)).map(
        ({ count, ...also }) => ({ rule: one.name, from, to, count, also }),
      ),
    ),
  );
}
