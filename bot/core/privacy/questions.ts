/**
 * What may be asked about a group, and when an answer may be shown. A question splits the people it
 * speaks of into parts: members and others, the talks in four bands, a good month and another.
 */
import { FEWEST } from '../limits.ts';
import type { PeriodAnswers } from '../ports/privacy.ts';
import { nearestFive, shareBand } from './figures.ts';
import type { FigureValues, QuestionName } from './figures.ts';

/** At this share and above, or at its rest and below, a figure speaks of everyone or of nobody. */
const TAIL = 0.9;

/** From this mean of a month's answers on the scale from 1 to 5, the month counts as good. */
const GOOD = 3.5;

/** How many people of a group are in each part of a question. */
export type Tally = readonly number[];

export interface Question<Name extends QuestionName> {
  readonly name: Name;
  readonly parts: number;
  /** The part that a person is in, or null when the question does not speak of them. Null answers: no member. */
  readonly partOf: (answers: PeriodAnswers | null) => number | null;
  /** Whether a tally may be told, with at least `spare` people above the minimum. */
  readonly mayTell: (tally: Tally, spare: number) => boolean;
  readonly value: (tally: Tally) => FigureValues[Name];
}

/** The people that a tally speaks of. */
export const sizeOf = (tally: Tally): number => tally.reduce((sum, part) => sum + part, 0);

const mean = (values: readonly number[]): number => sizeOf(values) / values.length;

function withinTails(tally: Tally): boolean {
  const size = sizeOf(tally);
  return tally.every((part) => part < TAIL * size);
}

/** Two parts, yes and other: `fewest` people in all and `fewestYes` of them in the first. */
const splitInTwo =
  (fewest: number, fewestYes: number) =>
  (tally: Tally, spare: number): boolean =>
    sizeOf(tally) >= fewest + spare && (tally[0] ?? 0) >= fewestYes && withinTails(tally);

const share = (tally: Tally) => shareBand((tally[0] ?? 0) / sizeOf(tally));

function good(values: readonly number[]): 0 | 1 | null {
  if (values.length === 0) return null;
  return mean(values) >= GOOD ? 0 : 1;
}

const members: Question<'members'> = {
  name: 'members',
  parts: 2,
  partOf: (answers) => (answers?.joined === true ? 0 : 1),
  mayTell: splitInTwo(FEWEST.counts, FEWEST.counts),
  value: (tally) => nearestFive(tally[0] ?? 0),
};

const paired: Question<'paired'> = {
  name: 'paired',
  parts: 2,
  partOf: (answers) => (answers?.joined === true && answers.paired ? 0 : 1),
  mayTell: splitInTwo(FEWEST.counts, FEWEST.counts),
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
  mayTell: (tally, spare) => sizeOf(tally) >= FEWEST.counts + spare && withinTails(tally),
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
  mayTell: splitInTwo(FEWEST.counts, 0),
  value: share,
};

const mood: Question<'mood'> = {
  name: 'mood',
  parts: 2,
  partOf: (answers) => (answers?.joined === true ? good(answers.moods) : null),
  mayTell: splitInTwo(FEWEST.mood, 0),
  value: share,
};

export const QUESTIONS: { readonly [Name in QuestionName]: Question<Name> } = {
  members,
  paired,
  meetings,
  helped,
  mood,
};
