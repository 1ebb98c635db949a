import { PeopleSet } from './people-set.ts';
import type { PreparedMember, TopicNumbers } from './prepare.ts';
import { startsOf } from './engine/rows.ts';
import type { RuleContext } from './rules/rule.ts';

/**
 * Everyone who shares a topic with a person as the rule of topics asks for it and may be paired with them at all,
 * without looking at all: good until the next call.
 */
export type TopicSharers = (person: PreparedMember) => PeopleSet;

type Topics = (member: PreparedMember) => TopicNumbers;
const offers: Topics = (member) => member.offers;
const needs: Topics = (member) => member.needs;

/** Mentors offer what a person needs; among peers any topic of the one may be any of the other. */
export function topicSharers({ pool, settings }: RuleContext): TopicSharers {
  const isMutual = settings.mode !== 'mentoring';
  const lists = (isMutual ? [offers, needs] : [offers]).map((of) => byTopic(pool, of));
  const sharing = new PeopleSet(pool.members.length);
  return (person) => {
    sharing.clear();
    for (const topic of isMutual ? [...person.needs, ...person.offers] : person.needs) {
      for (const { start, items } of lists) {
        for (let at = start[topic] ?? 0; at < (start[topic + 1] ?? 0); at += 1) sharing.add(items[at] ?? 0);
      }
    }
    sharing.delete(person.at);
    for (const at of pool.apartFrom(person)) sharing.delete(at);
    return sharing;
  };
}

function byTopic({ members, topics }: RuleContext['pool'], of: Topics) {
  const counts = new Int32Array(topics.length);
  for (const member of members) for (const topic of of(member)) counts[topic] = (counts[topic] ?? 0) + 1;
  const start = startsOf(counts);
  const items = new Int32Array(start.at(-1) ?? 0);
  const next = start.slice();
  for (const member of members) {
    for (const topic of of(member)) {
      items[next[topic] ?? 0] = member.at;
      next[topic] = (next[topic] ?? 0) + 1;
    }
  }
  return { start, items };
}
