import type { PreparedMember } from './prepare.ts';
import type { RuleContext } from './rules/rule.ts';

/** Everyone who shares a topic with a person as the rule of topics asks for it, each once, without looking at all. */
export type TopicSharers = (person: PreparedMember) => readonly PreparedMember[];

type Topics = (member: PreparedMember) => Int32Array;
const offers: Topics = (member) => member.offers;
const needs: Topics = (member) => member.needs;

/** Mentors offer what a person needs; among peers any topic of the one may be any of the other. */
export function topicSharers({ pool, settings }: RuleContext): TopicSharers {
  const offering = byTopic(pool.members, pool.topics.length, offers);
  const needing = settings.mode !== 'mentoring' ? byTopic(pool.members, pool.topics.length, needs) : [];
  const seenFor = new Int32Array(pool.members.length).fill(-1);
  return (person) => {
    const found: PreparedMember[] = [];
    const own = settings.mode !== 'mentoring' ? [...person.needs, ...person.offers] : person.needs;
    for (const topic of own) {
      for (const list of [offering[topic] ?? [], needing[topic] ?? []]) {
        for (const member of list) {
          if (seenFor[member.at] === person.at) continue;
          seenFor[member.at] = person.at;
          found.push(member);
        }
      }
    }
    return found;
  };
}

function byTopic(members: readonly PreparedMember[], topics: number, of: Topics): PreparedMember[][] {
  const having: PreparedMember[][] = Array.from({ length: topics }, () => []);
  for (const member of members) for (const topic of of(member)) having[topic]?.push(member);
  return having;
}
