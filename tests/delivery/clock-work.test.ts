import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { createClockWork } from '../../bot/delivery/clock-work.ts';
import type { Job } from '../../bot/delivery/clock-work.ts';

describe('clock work', () => {
  let now: number;
  let logged: string[];
  beforeEach(() => {
    now = 0;
    logged = [];
  });
  const clockWork = (jobs: readonly Job[]) =>
    createClockWork({
      jobs,
      now: () => new Date(now),
      log: pino({}, { write: (line: string) => logged.push(line) }),
      lookEveryMs: 2,
    });

  it('runs every job at a tick, in their order', async () => {
    const ran: string[] = [];
    const job = (name: string): Job => ({ name, everyMs: 1e9, run: () => Promise.resolve(ran.push(name)) });
    const work = clockWork([job('a'), job('b')]);
    assert.deepEqual(await work.tick(), []);
    assert.deepEqual(await work.tick(), []);
    assert.deepEqual(ran, ['a', 'b', 'a', 'b']);
  });

  it('runs one at a time, also when ticks come together', async () => {
    let running = 0;
    let most = 0;
    const run = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await wait(2);
      running -= 1;
    };
    const work = clockWork(['a', 'b', 'c'].map((name) => ({ name, everyMs: 1, run })));
    await Promise.all([work.tick(), work.tick(), work.tick()]);
    assert.equal(most, 1);
  });

  it('names a job that failed, runs the others, and logs nothing of what it was about', async () => {
    let after = 0;
    const work = clockWork([
      { name: 'bad', everyMs: 1, run: () => Promise.reject(new TypeError('somebody wrote something')) },
      { name: 'good', everyMs: 1, run: () => Promise.resolve((after += 1)) },
    ]);
    assert.deepEqual(await work.tick(), ['bad']);
    assert.equal(after, 1);
    assert.match(logged.join(''), /"job":"bad","error":"TypeError"/);
    assert.doesNotMatch(logged.join(''), /somebody/);
  });

  it('logs the counts that a job gives, and nothing else of what it gives', async () => {
    const given = { moods: 3, presses: 0, name: 'somebody' };
    await clockWork([{ name: 'retention', everyMs: 1, run: () => Promise.resolve(given) }]).tick();
    assert.match(logged.join(''), /"job":"retention","moods":3,"presses":0,"msg"/);
    assert.doesNotMatch(logged.join(''), /somebody/);
    await clockWork([{ name: 'idle', everyMs: 1, run: () => Promise.resolve({ moods: 0 }) }]).tick();
    assert.doesNotMatch(logged.join(''), /idle/);
  });

  it('runs each job as often as it asks for, and none after the stop', async () => {
    let often = 0;
    let seldom = 0;
    const work = clockWork([
      { name: 'often', everyMs: 10, run: () => Promise.resolve((often += 1)) },
      { name: 'seldom', everyMs: 1000, run: () => Promise.resolve((seldom += 1)) },
    ]);
    work.start();
    for (let step = 0; step < 5; step += 1) {
      await wait(15);
      now += 10;
    }
    await work.stop();
    assert.ok(often >= 4 && often <= 6, String(often));
    assert.equal(seldom, 1);
    now += 5000;
    await wait(10);
    assert.equal(seldom, 1);
  });

  it('waits at the stop for the job in hand', async () => {
    let done = false;
    const work = clockWork([
      {
        name: 'slow',
        everyMs: 1,
        run: async () => {
          await wait(30);
          done = true;
        },
      },
    ]);
    work.start();
    await wait(5);
    await work.stop();
    assert.equal(done, true);
  });
});
