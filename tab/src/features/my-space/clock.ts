const DAY = 24 * 60;

/** `09:30` from 570, as an input of type time writes it; midnight at the end of a day is `00:00`. */
export function clockOf(minute: number): string {
  const hours = Math.floor((minute % DAY) / 60);
  return `${String(hours).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** 570 from `09:30`; null for an input that is being typed. */
export function minuteOf(clock: string): number | null {
  const match = /^(\d{2}):(\d{2})/.exec(clock);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** The same for the end of a day's hours, where `00:00` is the midnight after them. */
export function endMinuteOf(clock: string): number | null {
  const minute = minuteOf(clock);
  return minute === 0 ? DAY : minute;
}
