/** One instance whose Teams takes everything at once: what is measured is the engine. */
import { pino } from 'pino';
import { z } from 'zod';
import { Refusal } from '../../../bot/core/refusal.ts';
import { createWorker } from '../../../bot/delivery/worker.ts';
import { newId } from '../../../bot/new-id.ts';
import { openPlace, placeSchema } from '../../chaos/place.ts';

const { place } = z.object({ place: placeSchema }).parse(JSON.parse(process.argv[2] ?? '{}'));
const store = await openPlace(place);
const worker = createWorker({
  store,
  sender: { send: () => Promise.resolve({ kind: 'sent', activityId: '17' }) },
  render: (occurrence) => Promise.resolve({ text: occurrence.id }),
  now: () => new Date(),
  name: newId(),
  log: pino({ level: 'silent' }),
  perSecond: 20_000,
  batch: 100,
});
let count = 0;
const began = performance.now();
for (let claimed = await once(); claimed > 0; claimed = await once()) count += claimed;
await store.close();
console.log(JSON.stringify({ count, seconds: (performance.now() - began) / 1000 }));

/** Again at once where others were at the same rows, as the service does after a moment. */
async function once(): Promise<number> {
  for (;;)
    try {
      return await worker.runOnce();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'try-again') throw error;
    }
}
