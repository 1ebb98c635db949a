import type { LeftOut } from '../round.ts';
import { brokenRules } from './broken-rules.ts';
import { PeopleSet } from './people-set.ts';
import type { PreparedMember } from './prepare.ts';
import { remediesFor } from './remedies.ts';
import type { Alike, OpenPlaces } from './remedies.ts';
import { SOFT_RULES, TELLING_RULES } from './rules/all-rules.ts';
import { capacity } from './rules/capacity.ts';
import { topic } from './rules/topic.ts';
import { topicSharers } from './topic-sharers.ts';
import type { TopicSharers } from './topic-sharers.ts';
import type { RuleContext } from './rules/rule.ts';
import { traitsOf, traitsOfAll } from './traits.ts';
import type { Traits } from './traits.ts';

/** What is asked about each who is left out. */
interface Asked {
  readonly sharing: TopicSharers;
  readonly broken: ReturnType<typeof brokenRules>;
  /** Null where nobody could take anybody in, as in a round with too few places. */
  readonly open: Open | null;
}

interface Open {
  /** Those who could take somebody in at all. */
  readonly mayBe: PeopleSet;
  /** Those who are one as good as another for whatever could be weakened. */
  readonly alike: Traits;
}

function whoIsOpen({ pool }: RuleContext, places: OpenPlaces): Open | null {
  const mayBe = new PeopleSet(pool.members.length);
  for (const member of pool.members) if (places.mayBeOpen(member)) mayBe.add(member.at);
  if (mayBe.isEmpty) return null;
  const isOneAsGood = places.isOpen === undefined;
  return { mayBe, alike: isOneAsGood ? traitsOfAll(pool, SOFT_RULES) : traitsOf(pool, (member) => member) };
}

/** Whom a person could meet, by what stands between them. */
interface Partners {
  /** By telling rule: how many it rules out, whatever else does. */
  readonly ruledOut: readonly number[];
  /** How many no rule rules out. */
  readonly fitting: number;
  /** Those who could take somebody in, and whom no rule rules out that is never weakened. */
  readonly open: readonly Alike[];
}

/**
 * Whom a person could meet: they share a topic. Whoever may not be paired with them at all is passed over in silence,
 * since a count of one would tell that somebody asked for it.
 */
function partnersOf({ sharing, broken, open }: Asked, person: PreparedMember): Partners | null {
  const met = sharing(person);
  if (met.isEmpty) return null;
  const sets = broken(person);
  return {
    ruledOut: sets.map((out) => met.countIn(out)),
    fitting: met.countOutside(sets),
    open: open === null ? [] : openTo(open, met, sets),
  };
}

function openTo({ mayBe, alike }: Open, met: PeopleSet, sets: readonly PeopleSet[]): Alike[] {
  const { numbers: kinds, someone } = alike;
  const firm = sets.filter((_set, at) => !SOFT_RULES.some((rule) => rule === TELLING_RULES[at]));
  const counts = met.countKinds(mayBe, firm, { kinds, count: someone.length });
  const open: Alike[] = [];
  for (const [kind, partner] of someone.entries()) {
    const count = counts[kind] ?? 0;
    if (count > 0) open.push({ partner, count });
  }
  return open;
}

function causesOf(context: RuleContext, partners: Partners | null): LeftOut['causes'] {
  if (partners === null) return [{ rule: topic.name, count: context.pool.members.length - 1 }];
  const ruled = TELLING_RULES.map(({ name }, at) => ({ rule: name, count: partners.ruledOut[at] ?? 0 }));
  return [...ruled, { rule: capacity.name, count: partners.fitting }]
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/**
 * Why each of these has no proposal: of those who share a topic with them, how many each rule ruled out (one partner
 * can fall under several), and the smallest changes of settings that would pair them.
 */
export function explainLeftOut(
  context: RuleContext,
  alone: readonly PreparedMember[],
  places: OpenPlaces,
): readonly LeftOut[] {
  if (alone.length === 0) return [];
  const asked: Asked = {
    sharing: topicSharers(context),
    broken: brokenRules(context),
    open: whoIsOpen(context, places),
  };
  return alone.map((person) => {
    const partners = partnersOf(asked, person);
    return {
      personId: person.id,
      causes: causesOf(context, partners),
      remedies: partners === null ? [] : remediesFor(context, person, partners, places),
    };
  });
}
