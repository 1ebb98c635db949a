import { setTimeout as wait } from 'node:timers/promises';
import { runControl } from './control.ts';
import { countAll, missingAnswers, openOnes } from './count.ts';
import { startFake, UNCLEAR } from './fake.ts';
import type { FakeProcess } from './fake.ts';
import { Fleet } from './fleet.ts';
import { makePlace } from './make-place.ts';
import { openPlace } from './place.ts';
import { seedCompany } from './company.ts';
import type { Company } from './company.ts';
import type { Place, StoreName } from './place.ts';
import { startPressing } from './presses.ts';
import { kill, startProcess } from './processes.ts';
import { runRate } from './rate.ts';
import type { RateReport } from './rate.ts';
import type { TestStore } from '../helpers/store.ts';
import { startWay } from './way.ts';
import type { Way } from './way.ts';

export interface ChaosOptions {
  readonly store: StoreName;
  readonly occurrences: number;
  readonly workers: number;
  readonly kills: number;
  readonly zombies: number;
  /** How often the connections to the store fall silent. Only with a server: a file has none. */
  readonly silences: number;
  /** How long a claim holds: short, so that much is lost and taken over; longer where the machine is slow. */
  readonly leaseMs: number;
  readonly drainMs: number;
  readonly rateMs: number;
  readonly pairs: number;
  readonly pressesPerSecond: number;
  readonly seed: number;
  readonly note: (line: string) => void;
}

export interface ChaosReport {
  readonly store: StoreName;
  readonly workers: number;
  readonly occurrences: number;
  readonly kills: number;
  readonly zombies: number;
  readonly silences: number;
  readonly duplicates: number;
  readonly lost: number;
  readonly stuck: number;
  readonly misfiled: number;
  readonly unknown: number;
  /** What the promise allows: what was unclear, and what was in hand where somebody was killed or frozen. */
  readonly unknownAtMost: number;
  readonly ambiguousInjected: number;
  readonly states: Readonly<Record<string, number>>;
  readonly answersAcknowledged: number;
  readonly answersMissing: number;
  readonly answerFaults: number;
  readonly answerP99Ms: number;
  readonly drainedAfterMs: number;
  readonly deliveredPerSecond: number;
  readonly maxPerSecond: number;
  readonly maxTotalPerSecond: number;
  readonly utilisation: number;
  readonly throttled: number;
  readonly stopMs: number;
  readonly control: { readonly duplicates: number; readonly occurrences: number };
  readonly seconds: number;
}

/** Frozen for so many leases, everybody else has long called it dead. */
const FROZEN_LEASES = 1.5;
const SEND_DEADLINE_MS = 800;
const IN_HAND = 64;
/** Far beyond what Teams allows: what is tried here is everything but its rate. */
const MOST_PER_SECOND = 1_000;
/** The trouble is over when so much of the work is done, and everybody killed who was to be. */
const IN_TROUBLE = 0.9;
const SKEWS = [0, 300_000, -300_000] as const;

/** Everything goes wrong at once, and then it is counted. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const began = performance.now();
  const place = await makePlace(options.store);
  const fake = await startFake('--conversation-limits');
  const store = await openPlace(place);
  const way = await startWay(place);
  try {
    const people = Math.min(20_000, Math.max(200, Math.ceil(options.occurrences / 4)));
    const { pairs, note } = options;
    const company = await seedCompany(store, { people, pairs, serviceUrl: fake.serviceUrl });
    note(`${people} people; ${options.occurrences} things to say`);
    const trouble = await makeTrouble({ options, way, fake, store, company });
    const until = { ms: options.rateMs };
    const rate = await runRate({ workers: options.workers, until, store: options.store });
    note(`rate with ${options.workers} processes: ${JSON.stringify(rate)}`);
    return report(options, trouble, rate, Math.round((performance.now() - began) / 1000));
  } finally {
    await way.close();
    await store.close();
    await fake.close();
    await place.remove();
  }
}

interface Scene {
  readonly options: ChaosOptions;
  readonly way: Way;
  readonly fake: FakeProcess;
  readonly store: TestStore;
  readonly company: Company;
}

async function makeTrouble({ options, way, fake, store, company }: Scene) {
  const { note } = options;
  const { place } = way;
  const fleet = new Fleet(options.seed);
  const control = runControl(options.store);
  const planned = planThrice(place, company, options.occurrences);
  await fake.share(0.05, UNCLEAR, options.seed);
  await fleet.launch(
    Array.from({ length: options.workers }, (_, index) => ({
      place,
      perSecond: MOST_PER_SECOND,
      leaseMs: options.leaseMs,
      sendDeadlineMs: SEND_DEADLINE_MS,
      skewMs: SKEWS[index % SKEWS.length] ?? 0,
      batch: 64,
      stock: false,
    })),
  );
  const began = performance.now();
  const presses = startPressing({
    questions: company.questions,
    perSecond: options.pressesPerSecond,
    // Who waits for three seconds is told to press again.
    mostAtOnce: options.pressesPerSecond * 3,
    serviceUrl: fake.serviceUrl,
    anyone: () => fleet.anyone(),
  });
  const done = async (): Promise<number> =>
    1 - (await openOnes(store, company.programmeId)) / options.occurrences;
  await planned;
  await disturb({ fleet, way }, options, done, (share) => {
    const seconds = Math.round((performance.now() - began) / 1000);
    note(
      `${seconds} s: ${Math.round(share * 100)} % ended, ${fleet.kills} kills, ${fleet.zombies} zombies, ${presses.acknowledged.size} answers`,
    );
  });
  await fleet.thawed();
  await presses.stop();
  await fake.none();
  const calm = performance.now();
  const giveUpAt = calm + options.drainMs;
  while ((await openOnes(store, company.programmeId)) > 0 && performance.now() < giveUpAt) await wait(250);
  const ended = performance.now();
  const stopped = await fleet.stop(25_000);
  const summary = await fake.summary();
  const counted = await countAll(store, options.occurrences, await fake.accepted());
  const missing = await missingAnswers(store, presses.acknowledged);
  return {
    fleet,
    silences: way.silences,
    presses,
    summary,
    counted,
    missing,
    stopped,
    control: await control,
    drainedAfterMs: Math.round(ended - calm),
    deliveredPerSecond: Math.round(summary.named / (summary.namedSpanMs / 1000)),
  };
}

/** Three planners at once, one of them killed on the way and begun again. */
async function planThrice(place: Place, { programmeId }: Company, occurrences: number): Promise<void> {
  const plan = () => startProcess('./planner-process.ts', { place, programmeId, occurrences });
  const planners = await Promise.all([plan(), plan(), plan()]);
  const [unlucky, ...others] = planners;
  await wait(300);
  if (unlucky !== undefined) await kill(unlucky);
  const again = await plan();
  const codes = await Promise.all([...others, again].map(({ gone }) => gone));
  if (codes.some((code) => code !== 0)) throw new Error(`planners ended with ${codes.join(', ')}`);
}

/** Kills and freezes evenly over the work, each with something in hand, until most of it is done. */
async function disturb(
  { fleet, way }: { fleet: Fleet; way: Way },
  { kills, zombies, silences, workers, leaseMs }: ChaosOptions,
  done: () => Promise<number>,
  tell: (share: number) => void,
): Promise<void> {
  const most = Math.max(1, workers - 2);
  const frozenMs = leaseMs * FROZEN_LEASES;
  const killing = new Set<Promise<void>>();
  let toldAt = 0;
  let share = await done();
  while (share < IN_TROUBLE || fleet.kills < kills || fleet.zombies < zombies || way.silences < silences) {
    const due = Math.min(1, share / IN_TROUBLE);
    if (fleet.kills + killing.size < due * kills && killing.size < most) {
      const work: Promise<void> = fleet.kill().finally(() => killing.delete(work));
      killing.add(work);
    }
    if (fleet.zombies < due * zombies) fleet.freeze(frozenMs);
    if (way.silences < due * silences) await way.silence(frozenMs);
    if (performance.now() - toldAt > 10_000) {
      toldAt = performance.now();
      tell(share);
    }
    await wait(200);
    share = await done();
  }
  await Promise.all(killing);
}

function report(
  options: ChaosOptions,
  trouble: Awaited<ReturnType<typeof makeTrouble>>,
  rate: RateReport,
  seconds: number,
): ChaosReport {
  const { fleet, presses, summary, counted } = trouble;
  return {
    store: options.store,
    workers: options.workers,
    occurrences: counted.planned,
    kills: fleet.kills,
    zombies: fleet.zombies,
    silences: trouble.silences,
    duplicates: summary.duplicates,
    lost: counted.lost,
    stuck: counted.stuck,
    misfiled: counted.misfiled,
    unknown: counted.byState['unknown'] ?? 0,
    unknownAtMost:
      summary.unclear + (fleet.kills + fleet.zombies + trouble.silences * options.workers) * IN_HAND,
    ambiguousInjected: summary.unclear,
    states: counted.byState,
    answersAcknowledged: presses.acknowledged.size,
    answersMissing: trouble.missing,
    answerFaults: presses.faults,
    answerP99Ms: Math.round(
      presses.took.toSorted((a, b) => a - b)[Math.floor(presses.took.length * 0.99)] ?? 0,
    ),
    drainedAfterMs: trouble.drainedAfterMs,
    deliveredPerSecond: trouble.deliveredPerSecond,
    maxPerSecond: rate.maxPerSecond,
    maxTotalPerSecond: rate.maxTotalPerSecond,
    utilisation: rate.utilisation,
    throttled: rate.throttled + summary.throttled,
    stopMs: trouble.stopped.ms,
    control: trouble.control,
    seconds,
  };
}
