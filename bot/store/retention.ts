import type { Kept } from '../core/ports/privacy.ts';
import type { WriteDb } from './db.ts';

/** Empties moods, and drops presses and arrivals, from before these moments. Returns how many of each. */
export async function forget({ db }: WriteDb, before: Kept<Date>): Promise<Kept<number>> {
  const moods = await db
    .updateTable('checkIns')
    .set({ moodSealed: null })
    .where('moodSealed', 'is not', null)
    .where('dueAt', '<', before.moods)
    .executeTakeFirst();
  const answers = await db
    .deleteFrom('cardAnswers')
    .where('answeredAt', '<', before.presses)
    .executeTakeFirst();
  const arrivals = await db.deleteFrom('inbox').where('receivedAt', '<', before.presses).executeTakeFirst();
  return {
    moods: Number(moods.numUpdatedRows),
    presses: Number(answers.numDeletedRows) + Number(arrivals.numDeletedRows),
  };
}
