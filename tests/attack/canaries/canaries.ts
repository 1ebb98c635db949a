/** Where the words went that people confided: everything that leaves the service, and everything that stays, is searched for them. */
import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { observeDelivery } from '../../../bot/metrics.ts';
import { ROUTES } from '../../../bot/api/contract.ts';
import type { Person } from '../../../bot/core/person.ts';
import type { Place } from './place.ts';
import { openPlace } from './place.ts';
import { scannerFor } from './scanner.ts';
import type { Scanner } from './scanner.ts';
import { confide } from './speak.ts';
import type { Speaking } from './speak.ts';

export interface CanaryAttack {
  readonly canaries: number;
  readonly canariesFound: number;
  /** Where they were found, and how often. */
  readonly foundIn: Readonly<Record<string, number>>;
  /** Megabytes that were searched, of which in the journal. */
  readonly searchedMb: number;
  readonly journalMb: number;
  /** Answers of 500 and above: the store fails while people go on confiding. */
  readonly faults: number;
  /** Own words in own exports, and notes in their readers': what should be found is. */
  readonly ownFound: number;
  /** With a log line and a column that are not sealed. */
  readonly controlFound: number;
  readonly sqlServerBackup: string;
}

export async function attackConfidence(each: number): Promise<CanaryAttack> {
  const place = await openPlace();
  try {
    const speaking: Speaking = { place, word: `k${randomBytes(8).toString('hex')}`, said: 0, answers: [] };
    const scan = scannerFor(speaking.word);
    await confide(speaking, each);
    const { others, own } = await readEverything(speaking);
    const whileOpen = await place.files();
    await breakAndSpeak(speaking);
    const found = {
      answers: scan(speaking.answers.join('\n')),
      chat: scan(JSON.stringify([...place.fake.ledger.entries])),
      logs: scan([...place.logged, ...place.bot.logged].join('\n')),
      metrics: scan(await metricsOf(place)),
      others,
      file: sum(whileOpen, scan) + sum(await place.files(), scan),
    };
    const searched = Buffer.byteLength(JSON.stringify([speaking.answers, place.logged, place.bot.logged]));
    const searchedMb = Math.round((searched + whileOpen.reduce((all, one) => all + one.length, 0)) / 1e6);
    return {
      canaries: speaking.said,
      canariesFound: Object.values(found).reduce((all, one) => all + one, 0),
      foundIn: found,
      searchedMb,
      journalMb: Math.round((whileOpen[1]?.length ?? 0) / 1e6),
      faults: speaking.answers.filter((answer) => answer.startsWith('5')).length,
      ownFound: own,
      controlFound: await leak(speaking, scan),
      sqlServerBackup: 'not run: needs a SQL Server that can back up',
    };
  } finally {
    await place.close();
  }
}

const sum = (files: readonly Buffer[], scan: Scanner): number =>
  files.reduce((total, file) => total + scan(file), 0);

/** Every reading route for everybody: own words and notes to oneself are one's own, everyone else's are not. */
async function readEverything({ place, word }: Speaking): Promise<{ others: number; own: number }> {
  let others = 0;
  let own = 0;
  const scan = scannerFor(word);
  for (const [at, person] of place.people.entries())
    for (const address of Object.values(ROUTES).filter((one) => one.startsWith('GET '))) {
      const { text } = await place.tab(address.replace(':id', place.programme.id), {
        token: tokenOf(person),
      });
      const mine = ownWords(text, word, at);
      own += mine;
      others += scan(text) - mine;
    }
  return { others, own };
}

const tokenOf = ({ objectId }: Person): string => objectId ?? '';

function ownWords(text: string, word: string, at: number): number {
  const me = at.toString(16).padStart(2, '0');
  return text.match(new RegExp(`${word}(${me}[0-9a-f]{2}|[0-9a-f]{2}${me})`, 'g'))?.length ?? 0;
}

/** The store fails in the middle of it: what a driver says of that may quote what it was given. */
async function breakAndSpeak(speaking: Speaking): Promise<void> {
  const { store } = speaking.place;
  await store.write(async ({ db }) => {
    await db
      .updateTable('reflections')
      .set({ textSealed: new Uint8Array([1, 2, 3]) })
      .execute();
  });
  await readEverything(speaking);
  await sql`alter table check_ins rename to check_ins_away`.execute(store.engine.write);
  await sql`alter table dialogs rename to dialogs_away`.execute(store.engine.write);
  await confide(speaking, 20);
}

async function metricsOf({ store }: Place): Promise<string> {
  const seen: unknown[] = [];
  const reading: Promise<void>[] = [];
  observeDelivery(
    {
      createObservableGauge: (name, options) => {
        seen.push(name, options);
        return { addCallback: () => undefined, removeCallback: () => undefined };
      },
      addBatchObservableCallback: (callback) => {
        const observe = (_gauge: unknown, ...rest: unknown[]): void => void seen.push(rest);
        reading.push(Promise.resolve(callback({ observe })));
      },
    },
    { store, now: () => new Date() },
  );
  await Promise.all(reading);
  return JSON.stringify(seen);
}

/** What the search finds when there is something to find: a careless log line, and a column without a seal. */
async function leak({ place, word }: Speaking, scan: Scanner): Promise<number> {
  const lines: string[] = [JSON.stringify({ text: `${word}0000` })];
  await place.store.write(async ({ db }) => {
    await db
      .updateTable('notes')
      .set({ textSealed: Buffer.from(`${word}0000`) })
      .execute();
  });
  return Math.min(scan(lines.join('\n')), sum(await place.files(), scan));
}
