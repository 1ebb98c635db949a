import type { LeftOut } from '../round.ts';
import { brokenRules } from './broken-rules.ts';
import { PeopleSet } from './people-set.ts';
import type { PreparedMember } from './prepare.ts';
import { remediesFor } from './remedies.ts';
import type { ByBroken, OpenPlaces } from './remedies.ts';
import { TELLING_RULES } from './rules/all-rules.ts';
import { capacity } from './rules/capacity.ts';
import { topic } from './rules/topic.ts';
import { topicSharers } from './topic-sharers.ts';
import type { TopicSharers } from './topic-sharers.ts';
import type { RuleContext } from './rules/rule.ts';

/** What is asked about each who is left out. */
interface Asked {
  readonly members: readonly PreparedMember[];
  readonly sharing: TopicSharers;
  readonly broken: ReturnType<typeof brokenRules>;
  /** Those who could take somebody in at all. */
  readonly mayBeOpen: PeopleSet;
}

/** Whom a person could meet, by what stands between them. */
interface Partners {
  /** By telling rule: how many it rules out, whatever else does. */
  readonly ruledOut: readonly number[];
  /** How many no rule rules out. */
  readonly fitting: number;
  /** Only those who could take somebody in at all: in a round with too few places few are left to look at. */
  readonly open: ByBroken;
}

/**
 * Whom a person could meet: they share a topic. Whoever may not be paired with them at all is passed over in silence,
 * since a count of one would tell that somebody asked for it.
 */
function partnersOf({ members, sharing, broken, mayBeOpen }: Asked, person: PreparedMember): Partners | null {
  const met = sharing(person);
  if (met.isEmpty) return null;
  const sets = broken(person);
  const open = new Map<number, PreparedMember[]>();
  for (const at of mayBeOpen.isEmpty ? [] : met.placesIn(mayBeOpen)) {
    let rules = 0;
    for (let rule = 0; rule < sets.length; rule += 1) if (sets[rule]?.has(at) === true) rules |= 1 << rule;
    const partner = members[at];
    if (partner === undefined) continue;
    const alike = open.get(rules);
    if (alike === undefined) open.set(rules, [partner]);
    else alike.push(partner);
  }
  return { ruledOut: sets.map((out) => met.countIn(out)), fitting: met.countOutside(sets), open };
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
  const { members } = context.pool;
  const mayBeOpen = new PeopleSet(members.length);
  for (const member of members) if (places.mayBeOpen(member)) mayBeOpen.add(member.at);
  const asked = { members, sharing: topicSharers(context), broken: brokenRules(context), mayBeOpen };
  return alone.map((person) => {
    const partners = partnersOf(asked, person);
    return {
      personId: person.id,
      causes: causesOf(context, partners),
      remedies: partners === null ? [] : remediesFor(context, person, partners, places),
    };
  });
}
