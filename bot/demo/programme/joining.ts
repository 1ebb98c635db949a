import type { Deps } from '../../core/deps.ts';
import type { ProgrammeId } from '../../core/ids.ts';
import { RHYTHMS } from '../../core/member.ts';
import type { Random } from '../random.ts';
import { momentBetween } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import type { Employee } from './choose-people.ts';

/** Who joins: about two in three, or whoever has anything to offer or to ask. */
export type Joining = 'many' | 'everyone';

const JOIN_SHARE = 0.72;
/** Of those who join, how many do so before the round. */
const EARLY_SHARE = 0.78;
const BREAK_SHARE = 0.1;

/** Who joins before the round, and who only after it. */
export function joiners(
  employees: readonly Employee[],
  { joining, random }: { joining: Joining; random: Random },
): { readonly early: readonly Employee[]; readonly late: readonly Employee[] } {
  const isAll = joining === 'everyone';
  const members = employees.filter(
    ({ offers, needs }) => offers.length + needs.length > 0 && (isAll || random.chance(JOIN_SHARE)),
  );
  const early = new Set(members.filter(() => isAll || random.chance(EARLY_SHARE)));
  return { early: [...early], late: members.filter((one) => !early.has(one)) };
}

/** Lets people join between two moments, with the topics that the directory suggested. */
export async function letJoin(
  deps: Deps,
  programmeId: ProgrammeId,
  members: readonly Employee[],
  { joining, from, to, random }: { joining: Joining; from: Date; to: Date; random: Random },
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    for (const { person, offers, needs } of members) {
      await tx.members.join({
        programmeId,
        personId: person.id,
        rhythm: random.chance(0.6) ? 'weekly' : random.pick(RHYTHMS),
        mentorCapacity: capacityOf(joining, offers.length, random),
        // Most join on the first days, when everyone talks about it.
        at: momentBetween(from, to, random.next() ** 2),
      });
      const topics = { offer: offers, need: needs };
      for (const side of ['offer', 'need'] as const)
        await tx.members.setTopics(
          programmeId,
          person.id,
          side,
          topics[side].map((topic) => topic.id),
        );
      if (random.chance(0.4)) await tx.members.setVisibleToManager(programmeId, person.id, true);
    }
  });
}

function capacityOf(joining: Joining, offers: number, random: Random): number {
  if (joining === 'everyone') return 2;
  return offers === 0 ? 0 : random.pick([1, 1, 1, 2, 2, 3]);
}

/** A few of those who have nobody take a break or have gone again. */
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
      if (isPaired || isAsked || !random.chance(BREAK_SHARE)) continue;
      if ((await tx.members.one(programmeId, person.id))?.state !== 'joined') continue;
      const state = random.chance(0.6) ? 'paused' : 'left';
      const at = momentBetween(calendar.roundAt, calendar.now, 0.5 + random.next() / 2);
      await tx.members.setState(programmeId, person.id, state, state === 'paused' ? until : null, at);
    }
  });
}
