import { setTimeout as wait } from 'node:timers/promises';
import { openOnes } from './count.ts';
import { startFake, UNCLEAR } from './fake.ts';
import { Fleet } from './fleet.ts';
import { makePlace } from './make-place.ts';
import { openPlace } from './place.ts';
import { seedCompany } from './company.ts';
import type { StoreName } from './place.ts';
import { startProcess } from './processes.ts';

const OCCURRENCES = 120;

/**
 * The same, with botbuilder's own repeats left in: people are told twice. A run that finds nothing here would find
 * nothing at all.
 */
export async function runControl(on?: StoreName): Promise<{ duplicates: number; occurrences: number }> {
  const place = await makePlace(on);
  const fake = await startFake('--no-limits');
  const store = await openPlace(place);
  const fleet = new Fleet(7);
  try {
    const { programmeId } = await seedCompany(store, { people: 60, pairs: 0, serviceUrl: fake.serviceUrl });
    const planner = await startProcess('./planner-process.ts', {
      place,
      programmeId,
      occurrences: OCCURRENCES,
    });
    await planner.gone;
    await fake.share(0.2, UNCLEAR, 7);
    await fleet.launch([
      { place, perSecond: 200, leaseMs: 30_000, sendDeadlineMs: 10_000, skewMs: 0, batch: 64, stock: true },
    ]);
    const giveUpAt = performance.now() + 15_000;
    while ((await openOnes(store, programmeId)) > 0 && performance.now() < giveUpAt) await wait(200);
    await fleet.stop(1_000);
    return { duplicates: (await fake.summary()).duplicates, occurrences: OCCURRENCES };
  } finally {
    await store.close();
    await fake.close();
    await place.remove();
  }
}
