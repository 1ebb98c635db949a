import type { LeftOut } from '../round.ts';
import type { PreparedMember } from './prepare.ts';
import { remediesFor } from './remedies.ts';
import type { ByBroken, OpenPlaces } from './remedies.ts';
import { TELLING_RULES } from './rules/all-rules.ts';
import { doNotPairOrCooldown } from './rules/do-not-pair-or-cooldown.ts';
import { capacity } from './rules/capacity.ts';
import { topic } from './rules/topic.ts';
import { topicSharers } from './topic-sharers.ts';
import type { TopicSharers } from './topic-sharers.ts';
import type { RuleContext } from './rules/rule.ts';

/** Whom a person could meet, by what stands between them. */
interface Partners {
  /** By telling rule: how many it rules out, whatever else does. */
  readonly ruledOut: Int32Array;
  /** How many no rule rules out. */
  readonly fitting: number;
  /** Only those who could take somebody in at all: in a round with too few places few are left to look at. */
  readonly open: ByBroken;
}

/**
 * Whom a person could meet: they share a topic. Whoever may not be paired with them at all is passed over in silence,
 * since a count of one would tell that somebody asked for it.
 */
function partnersOf(
  context: RuleContext,
  sharing: TopicSharers,
  person: PreparedMember,
  places: OpenPlaces,
): Partners | null {
  const ruledOut = new Int32Array(TELLING_RULES.length);
  const open = new Map<number, PreparedMember[]>();
  let [met, fitting] = [0, 0];
  for (const partner of sharing(person)) {
    if (!doNotPairOrCooldown.holds(context, partner, person)) continue;
    met += 1;
    let broken = 0;
    for (let at = 0; at < TELLING_RULES.length; at += 1) {
      if (TELLING_RULES[at]?.holds(context, partner, person) !== false) continue;
      broken |= 1 << at;
      ruledOut[at] = (ruledOut[at] ?? 0) + 1;
    }
    if (broken === 0) fitting += 1;
    if (!places.mayBeOpen(partner)) continue;
    const alike = open.get(broken);
    if (alike === undefined) open.set(broken, [partner]);
    else alike.push(partner);
  }
  return met === 0 ? null : { ruledOut, fitting, open };
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
  const sharing = topicSharers(context);
  return alone.map((person) => {
    const partners = partnersOf(context, sharing, person, places);
    return {
      personId: person.id,
      causes: causesOf(context, partners),
      remedies: partners === null ? [] : remediesFor(context, person, partners, places),
    };
  });
}
