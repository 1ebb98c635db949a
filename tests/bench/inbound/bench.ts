/**
 * `npm run bench:inbound -- [--people N] [--per-second N] [--seconds N] [--json]`: people press their check-ins at one
 * instance that delivers beside it; how long they wait for the answer, and how many get none. Then three times as
 * many press, for ten seconds: what is shed, and how fast.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startFake } from '../../chaos/fake.ts';
import { Fleet } from '../../chaos/fleet.ts';
import { makePlace } from '../../chaos/make-place.ts';
import { openPlace } from '../../chaos/place.ts';
import { seedCompany } from '../../chaos/company.ts';
import { startPressing } from '../../chaos/presses.ts';
import { missingAnswers } from '../../chaos/count.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    'per-second': { type: 'string', default: '100' },
    seconds: { type: 'string', default: '30' },
    json: { type: 'boolean', default: false },
  },
});
const perSecond = Number(values['per-second']);
const seconds = Number(values.seconds);
const note = (line: string): void => console.error(line);

const place = await makePlace();
const fake = await startFake('--no-limits');
const store = await openPlace(place);
const fleet = new Fleet(5);
const CROWD_SECONDS = 10;
const answers = perSecond * seconds + 3 * perSecond * CROWD_SECONDS;
const { questions } = await seedCompany(store, {
  people: Math.max(Number(values.people), Math.ceil(answers / 12) + 2),
  pairs: Math.ceil(answers / 24),
  serviceUrl: fake.serviceUrl,
});
note(`${values.people} people, ${questions.length} questions`);
const common = { place, perSecond: 30, leaseMs: 60_000, sendDeadlineMs: 10_000, skewMs: 0, batch: 30 };
await fleet.launch([{ ...common, stock: false }]);

const usual = await press(questions.slice(0, perSecond * seconds), perSecond);
const before = memoryMb();
const crowd = await press(questions.slice(perSecond * seconds), perSecond * 3);
const report = {
  people: Number(values.people),
  perSecond,
  seconds,
  ...usual,
  crowd: { perSecond: perSecond * 3, ...crowd, moreMb: memoryMb() - before },
};
await fleet.stop(25_000);
await store.close();
await fake.close();
await place.remove();
console.log(values.json ? JSON.stringify(report) : report);

async function press(asked: typeof questions, rate: number) {
  const presses = startPressing({
    questions: asked,
    perSecond: rate,
    serviceUrl: fake.serviceUrl,
    anyone: () => fleet.anyone(),
  });
  await presses.ended();
  await presses.stop();
  const took = presses.took.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(took[Math.floor((took.length - 1) * share)] ?? 0);
  const found = {
    answered: presses.acknowledged.size,
    missing: await missingAnswers(store, presses.acknowledged),
    faults: presses.faults,
    refused: presses.refused,
    p50: at(0.5),
    p99: at(0.99),
    max: at(1),
  };
  note(JSON.stringify(found));
  return found;
}

/** What the instance holds, on Linux; 0 elsewhere. */
function memoryMb(): number {
  const [pid] = fleet.pids();
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
