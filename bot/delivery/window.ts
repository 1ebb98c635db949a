import { DateTime } from 'luxon';
import type { Member } from '../core/member.ts';
import { REPLIES } from '../core/occurrence.ts';
import type { OccurrenceKind } from '../core/occurrence.ts';
import { DEFAULT_HOURS } from '../core/person.ts';
import type { Recipient } from '../core/recipient.ts';
import { isAwayOn, minuteOf, nextWorkingInstant, onClock } from '../core/working-time.ts';
import type { Clock } from '../core/working-time.ts';

export type Allowance =
  | { readonly kind: 'now' }
  | { readonly kind: 'later'; readonly at: Date; readonly why: 'hours' | 'one-a-day' | 'paused' }
  | { readonly kind: 'never' };

const DAY_MS = 86_400_000;

/**
 * Whether somebody may be told something of this kind now, and when if not: within their working hours, on their
 * own clock, not in a pause, and no second proactive message on the same day of theirs. Answers to what they did
 * keep to the hours but not to the one a day. Nobody who is not a member is ever told anything.
 */
export function allowanceOf(
  recipient: Pick<Recipient, 'clock' | 'member' | 'lastProactiveAt'>,
  kind: OccurrenceKind,
  now: Date,
): Allowance {
  const { member, lastProactiveAt } = recipient;
  if (member === null || member.state === 'left') return { kind: 'never' };
  const clock = soundClock(recipient.clock);
  const local = onClock(now, clock.timeZone);
  if (isAwayOn(member, local.toISODate() ?? ''))
    return { kind: 'later', at: pauseEnd(member, clock, now), why: 'paused' };
  if (
    !REPLIES.has(kind) &&
    lastProactiveAt !== null &&
    onClock(lastProactiveAt, clock.timeZone).hasSame(local, 'day')
  ) {
    const tomorrow = local.plus({ days: 1 }).startOf('day').toJSDate();
    return { kind: 'later', at: nextWorkingInstant(tomorrow, clock), why: 'one-a-day' };
  }
  const at = nextWorkingInstant(now, clock);
  return at <= now ? { kind: 'now' } : { kind: 'later', at, why: 'hours' };
}

/** The first working instant after a pause; a pause without an end is looked at again tomorrow. */
function pauseEnd(member: Pick<Member, 'pausedUntil'>, clock: Clock, now: Date): Date {
  if (member.pausedUntil === null) return new Date(now.getTime() + DAY_MS);
  const end = DateTime.fromISO(member.pausedUntil, { zone: onClock(now, clock.timeZone).zone });
  return end.isValid
    ? nextWorkingInstant(minuteOf(end, 0).toJSDate(), clock)
    : new Date(now.getTime() + DAY_MS);
}

/** Hours that leave no time at all would mean any time: the usual ones hold then. */
function soundClock({ hours, timeZone }: Clock): Clock {
  const sound = hours.days.length > 0 && hours.startMinute < hours.endMinute;
  return { hours: sound ? hours : DEFAULT_HOURS, timeZone };
}
