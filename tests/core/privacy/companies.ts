import * as fc from 'fast-check';
import { asId } from '../../../bot/core/ids.ts';
import type { PersonId } from '../../../bot/core/ids.ts';
import type { PeriodAnswers } from '../../../bot/core/ports/privacy.ts';
import type { Period } from '../../../bot/core/privacy/release.ts';

export const personAt = (at: number): PersonId => asId<PersonId>(`p${at}`);

const answer = fc.integer({ min: 1, max: 5 });

const one = fc.record({
  // Below 1: how far up the list of those before them their manager stands; near 1 makes long chains.
  manager: fc.double({ min: 0, max: 0.999, noNaN: true }),
  member: fc.integer({ min: 0, max: 9 }),
  moods: fc.array(answer, { maxLength: 3 }),
  helped: fc.array(answer, { maxLength: 3 }),
  paired: fc.boolean(),
  meetings: fc.integer({ min: 0, max: 12 }),
});

/** Companies of 20 to 160 people: each reports to somebody before them, so that there are no circles. */
export const companies: fc.Arbitrary<Period> = fc
  .tuple(
    fc.array(one, { minLength: 20, maxLength: 160, size: 'max' }),
    fc.integer({ min: 2, max: 12 }),
    fc.integer({ min: 2, max: 9 }),
  )
  .map(([people, width, joining]) => ({
    lines: people.map((person, at) => ({
      personId: personAt(at),
      managerId: at === 0 ? null : personAt(Math.floor((person.manager * at) / width)),
    })),
    answers: people.flatMap((person, at) =>
      person.member <= joining
        ? [{ personId: personAt(at), joined: person.member > 0, ...rest(person) }]
        : [],
    ),
  }));

const rest = ({
  moods,
  helped,
  paired,
  meetings,
}: Omit<PeriodAnswers, 'personId' | 'joined'>): Omit<PeriodAnswers, 'personId' | 'joined'> => ({
  moods,
  helped,
  paired,
  meetings,
});
