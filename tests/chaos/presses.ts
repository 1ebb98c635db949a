import { setTimeout as wait } from 'node:timers/promises';
import { KEY_FIELD } from '../../bot/chat/cards/kit.ts';
import { pressFrom } from '../fakes/teams/activities.ts';
import { bring, clientOf } from './bring.ts';
import type { Question } from './company.ts';

export interface Presses {
  /** What was acknowledged: the check-in and the mood that was pressed. */
  readonly acknowledged: ReadonlyMap<string, number>;
  /** How long each acknowledged one took, in milliseconds. */
  readonly took: readonly number[];
  readonly attempts: number;
  /** Answers of the server that no person should ever get: 5xx apart from 503. */
  readonly faults: number;
  /** Answers 503: somebody was told to press again. */
  readonly refused: number;
  /** Resolves once every question has been asked. */
  ended(): Promise<void>;
  stop(): Promise<void>;
}

export interface PressOptions {
  readonly questions: readonly Question[];
  readonly perSecond: number;
  /** So many people are at it at a time: where nobody is answered, more of them would only add to it. */
  readonly mostAtOnce?: number;
  readonly serviceUrl: string;
  /** An instance that is up, or null. */
  readonly anyone: () => string | null;
}

/** People press their check-ins, again where nobody answers, now and then twice at different instances. */
export function startPressing(options: PressOptions): Presses {
  const acknowledged = new Map<string, number>();
  const took: number[] = [];
  const counts = { attempts: 0, faults: 0, refused: 0 };
  const pressing = new Set<Promise<void>>();
  let stopped = false;

  const once = async (question: Question, answer: number): Promise<boolean> => {
    const url = options.anyone();
    if (url === null) return false;
    counts.attempts += 1;
    try {
      const { status, text, ms } = await bring(url, pressOf(question, answer, options.serviceUrl), 10_000);
      if (status >= 500 && status !== 503) counts.faults += 1;
      if (status === 503 || text.includes('try-again')) counts.refused += 1;
      if (status !== 200 || !text.includes('vnd.microsoft.card.adaptive')) return false;
      took.push(ms);
      acknowledged.set(question.id, answer);
      return true;
    } catch {
      return false;
    }
  };
  const press = async (question: Question, index: number): Promise<void> => {
    const answer = 3 + (index % 3);
    for (let tries = 0; tries < 30; tries += 1) {
      const both =
        index % 10 === 0 ? [once(question, answer), once(question, answer)] : [once(question, answer)];
      if ((await Promise.all(both)).some(Boolean)) return;
      await wait(300);
    }
  };
  const running = (async () => {
    const began = performance.now();
    for (const [index, question] of options.questions.entries()) {
      while (pressing.size >= (options.mostAtOnce ?? Infinity)) await Promise.race(pressing);
      if (stopped) break;
      const work: Promise<void> = press(question, index).finally(() => pressing.delete(work));
      pressing.add(work);
      const aheadMs = began + ((index + 1) * 1000) / options.perSecond - performance.now();
      if (aheadMs > 0) await wait(aheadMs);
    }
  })();
  return {
    acknowledged,
    took,
    get attempts() {
      return counts.attempts;
    },
    get faults() {
      return counts.faults;
    },
    get refused() {
      return counts.refused;
    },
    ended: () => running,
    stop: async () => {
      stopped = true;
      await running;
      await Promise.all(pressing);
    },
  };
}

function pressOf({ id, person }: Question, answer: number, serviceUrl: string): unknown {
  const key = { subject: id, version: 1 };
  return pressFrom(clientOf(person, serviceUrl), 'check-in.mood', { answer, [KEY_FIELD]: key });
}
