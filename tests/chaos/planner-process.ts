/** Plans what is to be said; several do so at the same time, and some are killed on the way. */
import { z } from 'zod';
import { asId } from '../../bot/core/ids.ts';
import type { PersonId, ProgrammeId } from '../../bot/core/ids.ts';
import type { NewOccurrence } from '../../bot/core/ports/occurrences.ts';
import { newId } from '../../bot/new-id.ts';
import { later, TENANT } from '../helpers/builders.ts';
import { patiently } from './patiently.ts';
import { openPlace, placeSchema } from './place.ts';

const settings = z
  .object({ place: placeSchema, programmeId: z.string(), occurrences: z.number() })
  .parse(JSON.parse(process.argv[2] ?? '{}'));
const AT_ONCE = 500;

const store = await openPlace(settings.place);
const programmeId = asId<ProgrammeId>(settings.programmeId);
const people = await store.write(({ db }) =>
  db.selectFrom('preferences').select('personId').orderBy('personId').execute(),
);
const subjectId = newId();
const start = new Date();
console.log('{}');

let planned: NewOccurrence[] = [];
for (let index = 0; index < settings.occurrences; index += 1) {
  const personId: PersonId | undefined = people[index % people.length]?.personId;
  if (personId === undefined) throw new Error('nobody to plan for');
  planned.push({
    id: asId(newId()),
    tenantId: TENANT,
    programmeId,
    personId,
    // Answers to what somebody did are not held to the one a day.
    kind: 'introduction',
    period: `turn ${Math.floor(index / people.length)}`,
    subjectId,
    dueAt: start,
    expiresAt: later(start, 86_400_000),
  });
  if (planned.length < AT_ONCE && index + 1 < settings.occurrences) continue;
  const batch = planned;
  // As the clock's next tick would.
  await patiently(() => store.transaction((tx) => tx.occurrences.plan(batch)));
  planned = [];
}
await store.close();
