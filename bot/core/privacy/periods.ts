import type { ReleasedFigure } from '../ports/privacy.ts';
import { SHARE_BANDS } from './figures.ts';
import type { GroupFigure, GroupFigures, MeetingBands, ShareBand } from './figures.ts';

/** Stored beside figures for a month that is running: the fewest people that its answers may be told of. */
export const THRESHOLDS = 'thresholds';

/** Stored beside figures for a month that has ended: what its answers and those before suggest for the weights. */
export const WEIGHTS = 'weights';

/** A calendar month in UTC, half-open. */
export interface Month {
  /** `YYYY-MM` */
  readonly period: string;
  readonly from: Date;
  readonly to: Date;
}

/** The calendar months from the one in which `since` lies to the last that has ended at `now`, oldest first. */
export function endedMonths(since: Date, now: Date): readonly Month[] {
  const months: Month[] = [];
  for (let at = monthAt(since, 0); at.to <= now; at = monthAt(at.from, 1)) months.push(at);
  return months;
}

function monthAt(day: Date, later: number): Month {
  const year = day.getUTCFullYear();
  const month = day.getUTCMonth() + later;
  const from = new Date(Date.UTC(year, month, 1));
  return { period: from.toISOString().slice(0, 7), from, to: new Date(Date.UTC(year, month + 1, 1)) };
}

/** The month that is running at this moment, `YYYY-MM`. */
export const monthOf = (now: Date): string => now.toISOString().slice(0, 7);

/** When a month begins. */
export const monthStart = (period: string): Date => new Date(`${period}-01T00:00:00Z`);

/** So many months before a month. */
export const monthsBefore = (period: string, months: number): string =>
  monthAt(monthStart(period), -months).period;

/** The stored figures of one scope by month, newest first; whatever is not there is hidden, for no reason given. */
export function byPeriod(released: readonly ReleasedFigure[]): readonly GroupFigures[] {
  const told = released.filter(({ question }) => question !== THRESHOLDS && question !== WEIGHTS);
  const periods = [...new Set(told.map((figure) => figure.period))].sort().reverse();
  return periods.map((period) => {
    const of = new Map(
      released.filter((one) => one.period === period).map((one) => [one.question, one.value]),
    );
    return {
      period,
      members: figure(of.get('members'), isCount),
      paired: figure(of.get('paired'), isCount),
      meetings: figure(of.get('meetings'), isMeetingBands),
      helped: figure(of.get('helped'), isShareBand),
      mood: figure(of.get('mood'), isShareBand),
    };
  });
}

function figure<T>(value: unknown, is: (value: unknown) => value is T): GroupFigure<T> {
  return is(value) ? { shown: true, value } : { shown: false };
}

const isCount = (value: unknown): value is number => typeof value === 'number';
const isShareBand = (value: unknown): value is ShareBand => SHARE_BANDS.some((band) => band === value);

function isMeetingBands(value: unknown): value is MeetingBands {
  if (typeof value !== 'object' || value === null) return false;
  const bands: Readonly<Record<string, unknown>> = { ...value };
  return ['one', 'twoToThree', 'fourToEight', 'more'].every((band) => typeof bands[band] === 'number');
}
