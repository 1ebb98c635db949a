/**
 * When the bot checks in. A pairing's weeks are counted from the day on which it began, on each person's own
 * calendar; the question comes late in the week, on a working day and in the afternoon, so that there is
 * something to answer.
 */
import type { ProgrammeSettings } from './programme.ts';
import type { Clock } from './working-time.ts';
import { minuteOf, onClock, worksAt } from './working-time.ts';

/** A check-in that is this late is dropped: nobody wants last week's question. */
export const CHECK_IN_EXPIRES_HOURS = 48;
/** How long a question that is still open may be answered, and an answer changed. */
export const ANSWER_DAYS = 14;
export const CHANGE_DAYS = 7;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A pairing that goes on after its first length is asked less often. */
const RENEWED_EVERY_WEEKS = 2;
/** How far into the working day: two thirds, on a quarter of an hour. */
const QUARTER = 15;

export interface DueCheckIn {
  readonly week: number;
  readonly dueAt: Date;
  readonly expiresAt: Date;
  /** The day on the person's own calendar, `YYYY-MM-DD`. */
  readonly day: string;
}

/** When week `week` of a pairing is asked about, on this person's clock. Weeks count from 1. */
export function checkInOf(startedAt: Date, week: number, clock: Clock): DueCheckIn {
  const start = onClock(startedAt, clock.timeZone).startOf('day');
  const instantOf = (offset: number) => minuteOf(start.plus({ days: offset }), askingMinute(clock));
  const days = daysOfWeek(week);
  // Working days that are empty are refused where they are set; then any day of the week is as good.
  const day = days.find((offset) => worksAt(instantOf(offset), clock.hours)) ?? days[0] ?? 0;
  const due = instantOf(day);
  return {
    week,
    dueAt: due.toJSDate(),
    expiresAt: new Date(due.toMillis() + CHECK_IN_EXPIRES_HOURS * HOUR_MS),
    day: due.toFormat('yyyy-MM-dd'),
  };
}

/** The weeks in which a pairing is asked: those of the programme, then every second one where it was renewed. */
export function weeksOf(
  pairing: { readonly startedAt: Date; readonly endsAt: Date },
  settings: Pick<ProgrammeSettings, 'checkInWeeks' | 'pairingWeeks'>,
): readonly number[] {
  const length = Math.ceil((pairing.endsAt.getTime() - pairing.startedAt.getTime()) / (7 * DAY_MS));
  const renewed = Math.max(0, Math.floor((length - settings.pairingWeeks) / RENEWED_EVERY_WEEKS));
  const later = Array.from(
    { length: renewed },
    (_, n) => settings.pairingWeeks + (n + 1) * RENEWED_EVERY_WEEKS,
  );
  return [...settings.checkInWeeks.filter((week) => week <= length), ...later];
}

/** Every check-in of a pairing that ends at `endsAt`, in order. */
export function scheduleOf(
  pairing: { readonly startedAt: Date; readonly endsAt: Date },
  weeks: readonly number[],
  clock: Clock,
): readonly DueCheckIn[] {
  return [...new Set(weeks)]
    .sort((a, b) => a - b)
    .map((week) => checkInOf(pairing.startedAt, week, clock))
    .filter(({ dueAt }) => dueAt < pairing.endsAt);
}

/** Whether any of the weeks can fall due between the two, in any zone: a cheap question before the exact one. */
export function mayBeDue(startedAt: Date, weeks: readonly number[], from: Date, to: Date): boolean {
  return weeks.some((week) => {
    const earliest = startedAt.getTime() + (7 * (week - 1) - 1) * DAY_MS;
    const latest = startedAt.getTime() + (7 * week + 2) * DAY_MS;
    return latest >= from.getTime() && earliest <= to.getTime();
  });
}

/** Whether an answer still counts: a first one for two weeks, a change of mind for one. */
export function mayAnswer(
  checkIn: { readonly dueAt: Date; readonly answeredAt: Date | null },
  now: Date,
): boolean {
  const open = now.getTime() < checkIn.dueAt.getTime() + ANSWER_DAYS * DAY_MS;
  if (checkIn.answeredAt === null) return open;
  return open && now.getTime() < checkIn.answeredAt.getTime() + CHANGE_DAYS * DAY_MS;
}

/** Days after the first, latest first; every weekday is among them once, and the first day of the pairing is not. */
function daysOfWeek(week: number): readonly number[] {
  const last = 7 * week - 1;
  return [last, last - 1, last - 2, last - 3, last - 4, last - 5, last + 1];
}

function askingMinute({ hours }: Clock): number {
  const minute = hours.startMinute + ((hours.endMinute - hours.startMinute) * 2) / 3;
  return Math.max(hours.startMinute, Math.floor(minute / QUARTER) * QUARTER);
}
