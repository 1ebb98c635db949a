import type { LeftOut } from '../round.ts';
import { brokenRules } from './broken-rules.ts';
import type { BrokenWith } from './broken-rules.ts';
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
  readonly broken: (person: PreparedMember) => BrokenWith;
  /** By place in the pool: 1 for those who could take somebody in at all. */
  readonly mayBeOpen: Uint8Array;
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
  const byBroken = new Int32Array(1 << TELLING_RULES.length);
  const open = new Map<number, PreparedMember[]>();
  const brokenWith = broken(person);
  for (const at of sharing(person)) {
    const rules = brokenWith(at);
    byBroken[rules] = (byBroken[rules] ?? 0) + 1;
    if (mayBeOpen[at] !== 1) continue;
    const partner = members[at];
    if (partner === undefined) continue;
    const alike = open.get(rules);
    if (alike === undefined) open.set(rules, [partner]);
    else alike.push(partner);
  }
  if (byBroken.every((count) => count === 0)) return null;
  const ruledOut = TELLING_RULES.map((_rule, at) =>
    byBroken.reduce((sum, count, rules) => ((rules >> at) & 1 ? sum + count : sum), 0),
  );
  return { ruledOut, fitting: byBroken[0] ?? 0, open };
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
  const asked: Asked = {
    members,
    sharing: topicSharers(context),
    broken: brokenRules(context),
    mayBeOpen: Uint8Array.from(members, (member) => Number(places.mayBeOpen(member))),
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
