import { pairingSides } from '../../actions/pairing-sides.ts';
import { confide } from '../../core/confidential.ts';
import type { PairingSide } from '../../actions/pairing-sides.ts';
import type { Connection, Helpfulness, Mood } from '../../core/check-in.ts';
import { CHECK_IN_EXPIRES_HOURS, scheduleOf, weeksOf } from '../../core/check-in-schedule.ts';
import type { Deps } from '../../core/deps.ts';
import { asId } from '../../core/ids.ts';
import type { CheckInId } from '../../core/ids.ts';
import type { Writes } from '../../core/ports/store.ts';
import type { Programme } from '../../core/programme.ts';
import type { Pairing } from '../../core/round.ts';
import type { Random } from '../random.ts';

const HOUR_MS = 3_600_000;
const PAGE = 100;

/** How a pairing goes: how often its people answer, how often they meet, and from which week on it is silent. */
interface Course {
  readonly share: number;
  readonly answers: number;
  readonly meets: number;
  readonly silentFrom: number;
  readonly endsAfter: number;
}

const COURSES: readonly [Course, ...Course[]] = [
  { share: 46, answers: 0.93, meets: 0.85, silentFrom: 99, endsAfter: 99 },
  { share: 28, answers: 0.8, meets: 0.5, silentFrom: 99, endsAfter: 99 },
  { share: 14, answers: 0.85, meets: 0.45, silentFrom: 3, endsAfter: 99 },
  { share: 12, answers: 0.8, meets: 0.35, silentFrom: 99, endsAfter: 3 },
];

const MOOD_SHARES: readonly [Shared<Mood>, ...Shared<Mood>[]] = [
  { share: 6, value: 1 },
  { share: 14, value: 2 },
  { share: 27, value: 3 },
  { share: 35, value: 4 },
  { share: 18, value: 5 },
];
const HELP_SHARES: readonly [Shared<Helpfulness>, ...Shared<Helpfulness>[]] = [
  { share: 4, value: 1 },
  { share: 9, value: 2 },
  { share: 25, value: 3 },
  { share: 38, value: 4 },
  { share: 24, value: 5 },
];

interface Shared<T> {
  readonly share: number;
  readonly value: T;
}

/** Lets every pairing live until now: check-ins that were answered or not, and some that ended early. */
export async function letCheckIn(
  deps: Deps,
  programme: Programme,
  { now, random }: { now: Date; random: Random },
): Promise<void> {
  for (let offset = 0; ; offset += PAGE) {
    const { pairings } = await deps.store.reads.pairings.page(programme.id, {
      state: null,
      offset,
      limit: PAGE,
    });
    await deps.store.transaction(async (tx) => {
      for (const pairing of pairings) await live(deps, tx, { programme, pairing, now, random });
    });
    if (pairings.length < PAGE) return;
  }
}

interface Life {
  readonly programme: Programme;
  readonly pairing: Pairing;
  readonly now: Date;
  readonly random: Random;
}

async function live(deps: Deps, tx: Writes, life: Life): Promise<void> {
  const { programme, pairing, now, random } = life;
  const course = random.weighted(COURSES);
  const weeks = weeksOf(pairing, programme.settings).filter((week) => week <= course.endsAfter);
  for (const side of await pairingSides(tx, pairing)) await liveSide(deps, tx, life, { side, course, weeks });
  const end = new Date(pairing.startedAt.getTime() + (course.endsAfter * 7 + 1) * 24 * HOUR_MS);
  if (end < now) await tx.pairings.setState(pairing.id, 'ended', end);
}

async function liveSide(
  deps: Deps,
  tx: Writes,
  { programme, pairing, now, random }: Life,
  { side, course, weeks }: { side: PairingSide; course: Course; weeks: readonly number[] },
): Promise<void> {
  const temper = random.between(-1, 1);
  // What is newer is still to be asked by the bot itself.
  const before = new Date(now.getTime() - CHECK_IN_EXPIRES_HOURS * HOUR_MS);
  for (const { week, dueAt } of scheduleOf(pairing, weeks, side.clock)) {
    if (dueAt >= before) return;
    const id = asId<CheckInId>(deps.newId());
    const personId = side.person.id;
    await tx.checkIns.plan({ id, programmeId: programme.id, pairingId: pairing.id, personId, week, dueAt });
    if (week >= course.silentFrom || !random.chance(course.answers)) continue;
    const at = new Date(dueAt.getTime() + random.next() * 30 * HOUR_MS);
    await answer(tx, id, { at, temper, meets: course.meets, random });
  }
}

async function answer(
  tx: Writes,
  id: CheckInId,
  { at, temper, meets, random }: { at: Date; temper: number; meets: number; random: Random },
): Promise<void> {
  await tx.checkIns.setMood(id, confide(tempered(random.weighted(MOOD_SHARES).value, temper, random)), at);
  const connected: Connection = random.chance(meets)
    ? 'yes'
    : random.pick(['planned', 'planned', 'not-yet', 'not-yet', 'rather-not']);
  await tx.checkIns.setConnected(id, connected, at);
  if (connected === 'yes') await tx.checkIns.setHelped(id, confide(random.weighted(HELP_SHARES).value), at);
}

/** Some are of good cheer for weeks, some are not. */
function tempered(mood: Mood, temper: number, random: Random): Mood {
  const moods: readonly Mood[] = [1, 2, 3, 4, 5];
  const shifted = random.chance(0.5) ? mood + temper : mood;
  return moods.find((one) => one === shifted) ?? mood;
}
