import { z } from 'zod';
import { makePlace } from '../../chaos/make-place.ts';
import { openPlace } from '../../chaos/place.ts';
import { seedCompany } from '../../chaos/company.ts';
import type { StoreName } from '../../chaos/place.ts';
import { startProcess } from '../../chaos/processes.ts';

const told = z.object({ seconds: z.number() });

/** How many occurrences a second so many processes see from due to sent, when Teams answers at once. */
export async function measureEngine(options: {
  readonly occurrences: number;
  readonly processes: number;
  readonly store: StoreName;
}): Promise<number> {
  const { occurrences, processes } = options;
  const place = await makePlace(options.store);
  const store = await openPlace(place);
  try {
    const { programmeId } = await seedCompany(store, {
      people: occurrences,
      pairs: 0,
      serviceUrl: 'http://127.0.0.1:1/',
    });
    const planner = await startProcess('./planner-process.ts', { place, programmeId, occurrences });
    await planner.gone;
    const all = await Promise.all(
      Array.from({ length: processes }, () => startProcess('../bench/delivery/engine-process.ts', { place })),
    );
    const slowest = Math.max(...all.map(({ ready }) => told.parse(ready).seconds));
    await Promise.all(all.map(({ gone }) => gone));
    return Math.round(occurrences / slowest);
  } finally {
    await store.close();
    await place.remove();
  }
}
