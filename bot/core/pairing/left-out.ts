import type { LeftOut } from '../round.ts';
import { brokenRules } from './broken-rules.ts';
import { PeopleSet } from './people-set.ts';
import type { Kinds } from './people-set.ts';
import type { PreparedMember } from './prepare.ts';
import { remediesFor } from './remedies.ts';
import type { Alike, OpenPlaces } from './remedies.ts';
import { SOFT_RULES, TELLING_RULES } from './rules/all-rules.ts';
import { capacity } from './rules/capacity.ts';
import { topic } from './rules/topic.ts';
import { topicSharers } from './topic-sharers.ts';
import type { TopicSharers } from './topic-sharers.ts';
import type { RuleContext } from './rules/rule.ts';
import { traitsOfAll } from './traits.ts';
import type { Traits } from './traits.ts';

/** What is asked about each who is left out. */
interface Asked {
  readonly sharing: TopicSharers;
  readonly broken: ReturnType<typeof brokenRules>;
  /** Null where nobody could take anybody in, as in a round with too few places. */
  readonly open: Open | null;
}

/** Of those somebody could meet and none of these sets rules out, who could take them in: one of each who are alike. */
type Open = (met: PeopleSet, firm: readonly PeopleSet[]) => Alike[];

/** Where it depends on each two whether there is a place, so many in all are tried for those who are left out. */
const MOST_TRIED = 5_000_000;
/** And at least so many for each. */
const LEAST_TRIED = 200;

function whoIsOpen({ pool }: RuleContext, leftOut: number, places: OpenPlaces): Open | null {
  const mayBe = new PeopleSet(pool.members.length);
  for (const member of pool.members) if (places.mayBeOpen(member)) mayBe.add(member.at);
  if (mayBe.isEmpty) return null;
  if (places.isOpen === undefined) {
    const alike = traitsOfAll(pool, SOFT_RULES);
    return (met, firm) => openKinds(alike, met.countKinds(mayBe, firm, kindsOf(alike)));
  }
  const most = Math.max(LEAST_TRIED, Math.floor(MOST_TRIED / leftOut));
  return (met, firm) => openEach(pool.members, met.placesIn(mayBe), firm, most);
}

const kindsOf = ({ numbers, someone }: Traits): Kinds => ({ kinds: numbers, count: someone.length });

function openKinds({ someone }: Traits, counts: Int32Array): Alike[] {
  const open: Alike[] = [];
  for (const [kind, partner] of someone.entries()) {
    const count = counts[kind] ?? 0;
    if (count > 0) open.push({ partner, count });
  }
  return open;
}

/** The first of these, each for themselves, whom none of those rules out. */
function openEach(
  members: readonly PreparedMember[],
  places: readonly number[],
  firm: readonly PeopleSet[],
  most: number,
): Alike[] {
  const open: Alike[] = [];
  for (const place of places) {
    const partner = members[place];
    if (partner === undefined || firm.some((set) => set.has(place))) continue;
    open.push({ partner, count: 1 });
    if (open.length >= most) break;
  }
  return open;
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
    open: open === null ? [] : open(met, firmOf(sets)),
  };
}

/** Of these sets by telling rule, those whose rules are never weakened. */
const firmOf = (sets: readonly PeopleSet[]): PeopleSet[] =>
  sets.filter((_set, at) => !SOFT_RULES.some((rule) => rule === TELLING_RULES[at]));

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
    open: whoIsOpen(context, alone.length, places),
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
