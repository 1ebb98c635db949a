/** A figure about a group, or nothing with one and the same word whatever the reason. */
export type GroupFigure<T> = { readonly shown: true; readonly value: T } | { readonly shown: false };

export const SHARE_BANDS = ['few', 'some', 'half', 'most', 'nearly-all'] as const;
/** Up to 25 %, 45 %, 55 %, 75 %, above; nothing at 10 % or below or at 90 % or above. */
export type ShareBand = (typeof SHARE_BANDS)[number];

/** People by talks in the first 90 days of their pairing, each to the nearest five people. */
export interface MeetingBands {
  readonly one: number;
  readonly twoToThree: number;
  readonly fourToEight: number;
  readonly more: number;
}

/** What was released about one group for one month. Counts are to the nearest five people. */
export interface GroupFigures {
  /** Calendar month `YYYY-MM`. */
  readonly period: string;
  readonly members: GroupFigure<number>;
  readonly paired: GroupFigure<number>;
  readonly meetings: GroupFigure<MeetingBands>;
  /** Of those who answered, the share whom it helped. */
  readonly helped: GroupFigure<ShareBand>;
  /** Of those who answered, the share whose month was good on the whole. */
  readonly mood: GroupFigure<ShareBand>;
}

/** The value that each question releases. */
export interface FigureValues {
  readonly members: number;
  readonly paired: number;
  readonly meetings: MeetingBands;
  readonly helped: ShareBand;
  readonly mood: ShareBand;
}

export const QUESTION_NAMES = ['members', 'paired', 'meetings', 'helped', 'mood'] as const;
export type QuestionName = (typeof QUESTION_NAMES)[number];

const BAND_ENDS = [0.25, 0.45, 0.55, 0.75, 1] as const;

/** The band that a share from 0 to 1 falls in. */
export function shareBand(share: number): ShareBand {
  const at = BAND_ENDS.findIndex((end) => share <= end);
  return SHARE_BANDS[at] ?? 'nearly-all';
}

/** To the nearest five, so that no difference of two counts speaks of fewer. */
export const nearestFive = (count: number): number => Math.round(count / 5) * 5;
