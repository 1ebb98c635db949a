import { asId } from '../../bot/core/ids.ts';
import { confide } from '../../bot/core/confidential.ts';
import type { CheckInId, PersonId } from '../../bot/core/ids.ts';
import type { Pairing } from '../../bot/core/round.ts';
import { newId } from '../../bot/new-id.ts';
import { askPlace, notePlace, reflectionPlace } from '../../bot/store/sealing/places.ts';
import { DAY_MS, later, NOW } from '../helpers/builders.ts';
import type { SeededProgramme } from '../helpers/seed.ts';
import type { TestStore } from '../helpers/store.ts';

/** Lets one side of a pairing say everything that one can say, the texts holding a canary. */
export async function sayEverything(
  store: TestStore,
  programme: SeededProgramme,
  pairing: Pairing,
  { personId, partnerId, canary }: { personId: PersonId; partnerId: PersonId; canary: string },
): Promise<void> {
  const id = asId<CheckInId>(newId());
  const dueAt = later(NOW, DAY_MS);
  await store.transaction(async (tx) => {
    const { id: pairingId, programmeId } = pairing;
    await tx.checkIns.plan({ id, programmeId, pairingId, personId, week: 1, dueAt });
    await tx.checkIns.setMood(id, confide(2), dueAt);
    await tx.checkIns.setConnected(id, 'yes', dueAt);
    await tx.checkIns.setHelped(id, confide(4), dueAt);
    await tx.conversations.saveDialog(personId, programme.id, { step: 'offers' }, 0, NOW);
  });
  await store.write(async ({ db, sealing }) => {
    const base = { id: newId(), createdAt: NOW };
    await db
      .insertInto('asks')
      .values({
        ...base,
        programmeId: programme.id,
        personId,
        topicId: programme.topics[0] ?? asId(''),
        state: 'open',
        textSealed: await sealing.seal(askPlace({ id: base.id, personId }), `${canary} ask 🌧️`),
        acceptedBy: null,
        closedAt: null,
      })
      .execute();
    await db
      .insertInto('notes')
      .values({
        ...base,
        programmeId: programme.id,
        fromPersonId: personId,
        toPersonId: partnerId,
        textSealed: await sealing.seal(notePlace({ id: base.id, personId }), `${canary} note 🌧️`),
      })
      .execute();
    await db
      .insertInto('reflections')
      .values({
        ...base,
        personId,
        pairingId: pairing.id,
        textSealed: await sealing.seal(reflectionPlace({ id: base.id, personId }), `${canary} reflection 🌧️`),
      })
      .execute();
  });
}
