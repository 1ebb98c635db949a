/**
 * What may be asked about a group, and when an answer may be shown. A question splits the people it
 * speaks of into parts: members and others, the talks in four bands, a good month and another.
 */
import type { PeriodAnswers } from '../ports/privacy.ts';
import { nearestFive, shareBand } from './figures.ts';
import type { FigureValues, QuestionName } from './figures.ts';

/** At this share and above, or at its rest and below, a figure speaks of everyone or of nobody. */
const TAIL = 0.9;

/** From this mean of a month's answers on the scale from 1 to 5, the month counts as good. */
const GOOD = 3.5;

/** How many people of a group are in each part of a question. */
export type Tally = readonly number[];

/** Fewest people behind a figure. */
export interface Fewest {
  readonly counts: number;
  readonly mood: number;
}

/** Of two minimums the higher: for answers that were given under either of them. */
export const stricter = (one: Fewest, other: Fewest): Fewest => ({
  counts: Math.max(one.counts, other.counts),
  mood: Math.max(one.mood, other.mood),
});

export interface Question<Name extends QuestionName> {
  readonly name: Name;
  readonly parts: number;
  /** The part that a person is in, or null when the question does not speak of them. Null answers: no member. */
  readonly partOf: (answers: PeriodAnswers | null) => number | null;
  /** Whether a tally of at least `fewest` people may be told. */
  readonly mayTell: (tally: Tally, fewest: number) => boolean;
  /** Which of the minimums holds. */
  readonly fewest: (fewest: Fewest) => number;
  readonly value: (tally: Tally) => FigureValues[Name];
}

/** The people that a tally speaks of. */
export const sizeOf = (tally: Tally): number => tally.reduce((sum, part) => sum + part, 0);

const mean = (values: readonly number[]): number => sizeOf(values) / values.length;

function withinTails(tally: Tally): boolean {
  const size = sizeOf(tally);
  return tally.every((part) => part < TAIL * size);
}

const largeEnough = (tally: Tally, fewest: number): boolean => sizeOf(tally) >= fewest && withinTails(tally);

/** For counts of the first part, which is told and so must be as large by itself. */
const bothLargeEnough = (tally: Tally, fewest: number): boolean =>
  largeEnough(tally, fewest) && (tally[0] ?? 0) >= fewest;

const forCounts = ({ counts }: Fewest): number => counts;

const share = (tally: Tally) => shareBand((tally[0] ?? 0) / sizeOf(tally));

function good(values: readonly number[]): 0 | 1 | null {
  if (values.length === 0) return null;
  return mean(values) >= GOOD ? 0 : 1;
}

const members: Question<'members'> = {
  name: 'members',
  parts: 2,
  partOf: (answers) => (answers?.joined === true ? 0 : 1),
  mayTell: bothLargeEnough,
  fewest: forCounts,
  value: (tally) => nearestFive(tally[0] ?? 0),
};

const paired: Question<'paired'> = {
  name: 'paired',
  parts: 2,
  partOf: (answers) => (answers?.joined === true && answers.paired ? 0 : 1),
  mayTell: bothLargeEnough,
  fewest: forCounts,
  value: (tally) => nearestFive(tally[0] ?? 0),
};

function meetingBand(talks: number): number | null {
  if (talks < 1) return null;
  if (talks === 1) return 0;
  if (talks <= 3) return 1;
  return talks <= 8 ? 2 : 3;
}

const meetings: Question<'meetings'> = {
  name: 'meetings',
  parts: 4,
  partOf: (answers) => (answers?.joined === true ? meetingBand(answers.meetings) : null),
  mayTell: largeEnough,
  fewest: forCounts,
  value: ([one = 0, twoToThree = 0, fourToEight = 0, more = 0]) => ({
    one: nearestFive(one),
    twoToThree: nearestFive(twoToThree),
    fourToEight: nearestFive(fourToEight),
    more: nearestFive(more),
  }),
};

const helped: Question<'helped'> = {
  name: 'helped',
  parts: 2,
  partOf: (answers) => (answers?.joined === true ? good(answers.helped) : null),
  mayTell: largeEnough,
  fewest: forCounts,
  value: share,
};

const mood: Question<'mood'> = {
  name: 'mood',
  parts: 2,
  partOf: (answers) => (answers?.joined === true ? good(answers.moods) : null),
  mayTell: largeEnough,
  fewest: ({ mood }) => mood,
  value: share,
};

export const QUESTIONS: { readonly [Name in QuestionName]: Question<Name> } = {
  members,
  paired,
  meetings,
  helped,
  mood,
};
