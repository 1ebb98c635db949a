import { setTimeout as wait } from 'node:timers/promises';
import { PROACTIVE_PER_SECOND } from '../../bot/delivery/slots.ts';
import { messageFrom } from '../fakes/teams/activities.ts';
import { TENANT } from '../helpers/builders.ts';
import { startFake } from './fake.ts';
import { Fleet } from './fleet.ts';
import { makePlace } from './make-place.ts';
import { openPlace } from './place.ts';
import { seedCompany } from './company.ts';
import type { StoreName } from './place.ts';
import { startProcess } from './processes.ts';

export interface RateReport {
  /** What the bot said by itself, and in how many seconds. */
  readonly said: number;
  readonly seconds: number;
  /** The most that the bot said by itself, and the most of anything, in any sliding second. */
  readonly maxPerSecond: number;
  readonly maxTotalPerSecond: number;
  /** Of the allowed rate, while there was work. */
  readonly utilisation: number;
  /** How often Teams had to ask for a pause. */
  readonly throttled: number;
  readonly replies: number;
}

const WRITERS = 60;
const WRITTEN_PER_SECOND = 15;

/** Teams' real limits, more to say than they allow, and people who write all the while. Nothing goes wrong here. */
export async function runRate(options: {
  readonly workers: number;
  readonly forMs: number;
  readonly store?: StoreName;
}): Promise<RateReport> {
  const { workers, forMs } = options;
  const place = await makePlace(options.store);
  const fake = await startFake();
  const store = await openPlace(place);
  const fleet = new Fleet(3);
  try {
    const occurrences = Math.ceil((PROACTIVE_PER_SECOND * forMs * 1.2) / 1000);
    const { programmeId } = await seedCompany(store, {
      people: occurrences + WRITERS,
      pairs: 0,
      serviceUrl: fake.serviceUrl,
    });
    const planner = await startProcess('./planner-process.ts', { place, programmeId, occurrences });
    await planner.gone;
    const writers = await store.write(({ db }) =>
      db.selectFrom('people').orderBy('id').select(['id', 'objectId']).execute(),
    );
    const common = { place, perSecond: PROACTIVE_PER_SECOND, skewMs: 0, batch: 30, stock: false };
    await fleet.launch(
      Array.from({ length: workers }, () => ({ ...common, leaseMs: 60_000, sendDeadlineMs: 10_000 })),
    );
    const until = performance.now() + forMs;
    const answered: Promise<unknown>[] = [];
    for (let count = 0; performance.now() < until; count += 1) {
      const writer = writers[count % WRITERS];
      const url = fleet.anyone();
      if (writer !== undefined && url !== null)
        answered.push(write(url, { ...writer, serviceUrl: fake.serviceUrl }));
      await wait(1000 / WRITTEN_PER_SECOND);
    }
    await fleet.stop(25_000);
    await Promise.allSettled(answered);
    const summary = await fake.summary();
    const perSecond = (summary.named - 1) / (summary.namedSpanMs / 1000);
    return {
      said: summary.named,
      seconds: Math.round(summary.namedSpanMs / 100) / 10,
      maxPerSecond: summary.busiestNamedSecond,
      maxTotalPerSecond: summary.busiestSecond,
      utilisation: Math.round((perSecond / PROACTIVE_PER_SECOND) * 1000) / 1000,
      throttled: summary.throttled,
      replies: summary.accepted - summary.named,
    };
  } finally {
    await store.close();
    await fake.close();
    await place.remove();
  }
}

async function write(
  url: string,
  writer: { id: string; objectId: string | null; serviceUrl: string },
): Promise<void> {
  const client = {
    tenantId: TENANT,
    objectId: writer.objectId ?? '',
    userId: `29:${writer.id}`,
    conversationId: `a:${writer.id}`,
    serviceUrl: writer.serviceUrl,
  };
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(messageFrom(client, 'help')),
  });
  await response.text();
}
