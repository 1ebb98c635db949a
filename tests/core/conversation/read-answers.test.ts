import assert from 'node:assert/strict';
import {
  readCapacity,
  readHours,
  readLanguages,
  readRhythm,
} from '../../../bot/core/conversation/read-answers.ts';
import { DEFAULT_HOURS } from '../../../bot/core/person.ts';

const hours = (said: string) => {
  const read = readHours(said, DEFAULT_HOURS);
  return read === null ? null : `${read.days.join('')} ${read.startMinute / 60}-${read.endMinute / 60}`;
};

describe('typed answers', () => {
  it('reads how often', () => {
    const cases = [
      ['weekly', 'weekly'],
      ['every week please', 'weekly'],
      ['jede Woche', 'weekly'],
      ['wöchentlich', 'weekly'],
      ['wekly', 'weekly'],
      ['every two weeks', 'fortnightly'],
      ['every other week', 'fortnightly'],
      ['biweekly', 'fortnightly'],
      ['alle 2 Wochen', 'fortnightly'],
      ['monthly', 'monthly'],
      ['einmal im Monat', 'monthly'],
      ['mothly', 'monthly'],
      ['sometimes', null],
    ] as const;
    for (const [said, rhythm] of cases) assert.equal(readRhythm(said), rhythm, said);
  });

  it('reads how many', () => {
    const cases = [
      ['2', 2],
      ['two people', 2],
      ['zwei', 2],
      ['nobody', 0],
      ['niemand', 0],
      ['max 5', 5],
      ['6', null],
      ['-1', null],
      ['many', null],
    ] as const;
    for (const [said, count] of cases) assert.equal(readCapacity(said), count, said);
  });

  it('reads hours and days', () => {
    const cases = [
      ['9-17', '12345 9-17'],
      ['9-5', '12345 9-17'],
      ['9am to 5pm', '12345 9-17'],
      ['8:30–16:30', '12345 8.5-16.5'],
      ['von 9 bis 17 Uhr', '12345 9-17'],
      ['mon-thu 9-15', '1234 9-15'],
      ['Mo-Do 8.30 bis 16', '1234 8.5-16'],
      ['mo, mi, fr 10-14', '135 10-14'],
      ['monday to wednesday', '123 9-17'],
      ['Montag bis Freitag', '12345 9-17'],
      ['sat-mon 10-12', '167 10-12'],
      ['weekdays', '12345 9-17'],
      ['22-6', null],
      ['25-30', null],
      ['whenever', null],
    ] as const;
    for (const [said, read] of cases) assert.equal(hours(said), read, said);
  });

  it('reads languages by their names, in either language', () => {
    const cases = [
      ['english and german', ['en', 'de']],
      ['Deutsch, Englisch und Französisch', ['de', 'en', 'fr']],
      ['swedsh', ['sv']],
      ['klingon', null],
    ] as const;
    for (const [said, tags] of cases) assert.deepEqual(readLanguages(said), tags, said);
  });
});
