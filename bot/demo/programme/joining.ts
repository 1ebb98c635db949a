import type { ProgrammeId } from '../../core/ids.ts';
import type { Deps } from '../../core/deps.ts';
import { RHYTHMS } from '../../core/member.ts';
import type { Random } from '../random.ts';
import { momentBetween } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import type { Employee } from './choose-people.ts';

/** Who joins: about two in three, or whoever has anything to offer or to ask. */
export type Joining = 'many' | 'everyone';

const JOIN_SHARE = 0.7;
/** Of those who join, how many do so before the round. */
const EARLY_SHARE = 0.75;

/** Lets people join over the weeks, with the topics that the directory suggested. */
export async function letJoin(
  deps: Deps,
  programmeId: ProgrammeId,
  employees: readonly Employee[],
  { joining, calendar, random }: { joining: Joining; calendar: Calendar; random: Random },
): Promise<void> {
  const members = employees.filter(
    ({ offers, needs }) =>
      offers.length + needs.length > 0 && (joining === 'everyone' || random.chance(JOIN_SHARE)),
  );
  await deps.store.transaction(async (tx) => {
    for (const { person, offers, needs } of members) {
      const isEarly = joining === 'everyone' || random.chance(EARLY_SHARE);
      const [from, to] = isEarly ? [calendar.startedAt, calendar.roundAt] : [calendar.roundAt, calendar.now];
      const one = { programmeId, personId: person.id };
      await tx.members.join({
        ...one,
        rhythm: random.chance(0.6) ? 'weekly' : random.pick(RHYTHMS),
        mentorCapacity: capacityOf(joining, offers.length, random),
        // Most join on the first days of each stretch, when everyone talks about it.
        at: momentBetween(from, to, random.next() ** 2),
      });
      for (const [side, topics] of [
        ['offer', offers],
        ['need', needs],
      ] as const)
        await tx.members.setTopics(
          programmeId,
          person.id,
          side,
          topics.map((topic) => topic.id),
        );
      if (random.chance(0.4)) await tx.members.setVisibleToManager(programmeId, person.id, true);
    }
  });
}

function capacityOf(joining: Joining, offers: number, random: Random): number {
  if (joining === 'everyone') return 2;
  return offers === 0 ? 0 : random.pick([1, 1, 1, 2, 2, 3]);
}

/** Weeks later a few take a break or have gone again. */
export async function letSomePause(
  deps: Deps,
  programmeId: ProgrammeId,
  employees: readonly Employee[],
  { calendar, random }: { calendar: Calendar; random: Random },
): Promise<void> {
  const until = new Date(calendar.now.getTime() + 20 * 86_400_000).toISOString().slice(0, 10);
  await deps.store.transaction(async (tx) => {
    for (const { person } of employees) {
      const isPaired = (await tx.pairings.currentOf(person.id)).length > 0;
      const isAsked = (await tx.rounds.openProposalsOf(person.id)).length > 0;
      if (isPaired || isAsked || !random.chance(0.06)) continue;
      if ((await tx.members.one(programmeId, person.id))?.state !== 'joined') continue;
      const state = random.chance(0.6) ? 'paused' : 'left';
      const at = momentBetween(calendar.roundAt, calendar.now, 0.5 + random.next() / 2);
      await tx.members.setState(programmeId, person.id, state, state === 'paused' ? until : null, at);
    }
  });
}
