import type { PreparedMember, TopicNumbers } from './prepare.ts';
import { startsOf } from './engine/rows.ts';
import type { RuleContext } from './rules/rule.ts';

/**
 * Everyone who shares a topic with a person as the rule of topics asks for it and may be paired with them at all, each
 * once, without looking at all: their places in the pool, good until the next call.
 */
export type TopicSharers = (person: PreparedMember) => Int32Array;

type Topics = (member: PreparedMember) => TopicNumbers;
const offers: Topics = (member) => member.offers;
const needs: Topics = (member) => member.needs;

/** Mentors offer what a person needs; among peers any topic of the one may be any of the other. */
export function topicSharers({ pool, settings }: RuleContext): TopicSharers {
  const isMutual = settings.mode !== 'mentoring';
  const lists = (isMutual ? [offers, needs] : [offers]).map((of) => byTopic(pool, of));
  const seenFor = new Int32Array(pool.members.length).fill(-1);
  const found = new Int32Array(pool.members.length);
  return (person) => {
    let count = 0;
    seenFor[person.at] = person.at;
    for (const at of pool.apartFrom(person)) seenFor[at] = person.at;
    for (const topic of isMutual ? [...person.needs, ...person.offers] : person.needs) {
      for (const { start, items } of lists) {
        for (let next = start[topic] ?? 0, end = start[topic + 1] ?? 0; next < end; next += 1) {
          const at = items[next] ?? 0;
          if (seenFor[at] === person.at) continue;
          seenFor[at] = person.at;
          found[count] = at;
          count += 1;
        }
      }
    }
    return found.subarray(0, count);
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
