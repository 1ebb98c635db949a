import { setTimeout as wait } from 'node:timers/promises';
import type { ProgrammeId } from '../../bot/core/ids.ts';
import { PROACTIVE_PER_SECOND } from '../../bot/delivery/slots.ts';
import { preciseNow } from '../fakes/paced-clock.ts';
import type { Summary } from '../fakes/teams/ledger.ts';
import { messageFrom } from '../fakes/teams/activities.ts';
import { bring, clientOf } from './bring.ts';
import type { TestStore } from '../helpers/store.ts';
import { openOnes } from './count.ts';
import { startFake } from './fake.ts';
import { Fleet } from './fleet.ts';
import { makePlace } from './make-place.ts';
import { openPlace } from './place.ts';
import { seedCompany } from './company.ts';
import type { StoreName } from './place.ts';
import { startProcess } from './processes.ts';

export interface RateReport {
  /** What the bot said by itself, and how long that took by Teams' clock. */
  readonly said: number;
  readonly seconds: number;
  readonly minutes: number;
  /** How many times as fast as a real one that clock was. */
  readonly faster: number;
  /** The most that the bot said by itself, and the most of anything, in any sliding second. */
  readonly maxPerSecond: number;
  readonly maxTotalPerSecond: number;
  /** Of the allowed rate, while there was work. */
  readonly utilisation: number;
  /** How often Teams had to ask for a pause. */
  readonly throttled: number;
  readonly replies: number;
  /** Of which nobody can say whether they arrived. */
  readonly unknown: number;
}

export interface RateOptions {
  readonly workers: number;
  readonly store?: StoreName;
  /** Ends after so long, with more to say than that takes; or once so many people have been told, each once. */
  readonly until: { readonly ms: number } | { readonly people: number };
  /** How many times as fast the clock of everybody is; the machine's own delays count as many times. */
  readonly faster?: number;
}

const WRITERS = 60;
const WRITTEN_PER_SECOND = 15;

/** Teams' real limits, more to say than they allow, and people who write all the while. Nothing goes wrong here. */
export async function runRate({ workers, until, faster = 1, ...options }: RateOptions): Promise<RateReport> {
  const place = await makePlace(options.store);
  const pace = { since: preciseNow(), faster };
  const fake = await startFake('--since', String(pace.since), '--faster', String(faster));
  const store = await openPlace(place);
  const fleet = new Fleet(3);
  try {
    const occurrences =
      'people' in until ? until.people : Math.ceil((PROACTIVE_PER_SECOND * until.ms * 1.2) / 1000);
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
    const common = { place, pace, perSecond: PROACTIVE_PER_SECOND, skewMs: 0, batch: 30, stock: false };
    await fleet.launch(
      Array.from({ length: workers }, () => ({ ...common, leaseMs: 60_000, sendDeadlineMs: 10_000 })),
    );
    let turn = 0;
    const end = 'people' in until ? allTold(store, programmeId) : wait(until.ms);
    await writeUntil(end, async () => {
      const url = fleet.anyone();
      const writer = writers[(turn += 1) % WRITERS];
      if (url === null || writer === undefined) return;
      await bring(url, messageFrom(clientOf(writer, fake.serviceUrl), 'help'));
    });
    await fleet.stop(25_000);
    const { unknown } = await store.reads.occurrences.countByState(programmeId);
    return { ...reportOf(await fake.summary()), faster, unknown };
  } finally {
    await store.close();
    await fake.close();
    await place.remove();
  }
}

function reportOf(summary: Summary): Omit<RateReport, 'faster' | 'unknown'> {
  const perSecond = (summary.named - 1) / (summary.namedSpanMs / 1000);
  return {
    said: summary.named,
    seconds: Math.round(summary.namedSpanMs / 100) / 10,
    minutes: Math.round(summary.namedSpanMs / 6_000) / 10,
    maxPerSecond: summary.busiestNamedSecond,
    maxTotalPerSecond: summary.busiestSecond,
    utilisation: Math.round((perSecond / PROACTIVE_PER_SECOND) * 1000) / 1000,
    throttled: summary.throttled,
    replies: summary.accepted - summary.named,
  };
}

/** Resolves once nothing is due or on its way. */
async function allTold(store: TestStore, programmeId: ProgrammeId): Promise<void> {
  while ((await openOnes(store, programmeId)) > 0) await wait(2_000);
}

/** Somebody writes again and again until the end; resolves once all of them have been answered. */
async function writeUntil(end: Promise<unknown>, write: () => Promise<void>): Promise<void> {
  const writing = new Set<Promise<void>>();
  const over = new AbortController();
  void end.catch(() => undefined).finally(() => over.abort());
  while (!over.signal.aborted) {
    const work: Promise<void> = write()
      .catch(() => undefined)
      .finally(() => writing.delete(work));
    writing.add(work);
    await wait(1000 / WRITTEN_PER_SECOND);
  }
  await end;
  await Promise.all(writing);
}
