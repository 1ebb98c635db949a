import assert from 'node:assert/strict';
import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { format, inspect } from 'node:util';
import { serialize } from 'node:v8';
import { pino } from 'pino';
import { confide } from '../../bot/core/confidential.ts';

const SECRET = 'my boss frightens me';
const answer = confide(SECRET);
/** The linter refuses to write it into a text; somebody may have got round that. */
const careless = answer as unknown as string;
/** As actions carry it about. */
const turn = { person: 'ada', incoming: { kind: 'message', text: answer }, many: [answer, { deep: answer }] };

function logged(write: (log: ReturnType<typeof pino>) => void): string {
  const lines: string[] = [];
  write(pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }));
  return lines.join('');
}

function printed(write: (out: Console) => void): string {
  let text = '';
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  write(new Console({ stdout: stream, stderr: stream }));
  return text;
}

function thrown(message: string, cause?: unknown): string {
  const error = new Error(message, { cause });
  return `${error.message} ${String(error)} ${error.stack ?? ''} ${inspect(error)}`;
}

/** Every way in which something ends up in a log by mistake. */
const WAYS: readonly (readonly [name: string, print: () => string])[] = [
  ['a log line with facts', () => logged((log) => log.error({ turn, answer }, 'turn failed'))],
  ['a log line with words', () => logged((log) => log.warn('said %s and %j and %o', answer, turn, turn))],
  [
    'a log line with an error',
    () => logged((log) => log.error(new Error(`it: ${careless}`, { cause: turn }))),
  ],
  ['a child of the log', () => logged((log) => log.child({ turn }).info('here'))],
  ['JSON', () => JSON.stringify({ turn, list: [answer] })],
  ['JSON of itself', () => JSON.stringify(answer)],
  ['a template', () => `it: ${careless}`],
  ['a sum of texts', () => 'said '.concat(careless)],
  ['String()', () => String(answer)],
  ['join', () => [answer, answer].join()],
  ['console.log', () => printed((out) => out.log(turn, answer, `it: ${careless}`))],
  ['console.table', () => printed((out) => out.table([{ answer }]))],
  ['console.dir', () => printed((out) => out.dir(turn, { depth: 9, showHidden: true }))],
  ['inspection of hidden parts', () => inspect(turn, { showHidden: true, getters: true, depth: 9 })],
  ['format', () => format('%s %d %i %f %j %o %O', answer, answer, answer, answer, answer, answer, answer)],
  ['an error', () => thrown(`could not keep ${careless}`, turn)],
  ['a failed assertion', () => thrown(assertionOf(turn))],
];

function assertionOf(value: unknown): string {
  try {
    assert.deepEqual({ value }, { value: null });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

describe('something confidential', () => {
  for (const [name, print] of WAYS)
    it(`says [sealed] in ${name}`, () => {
      const text = print();
      assert.ok(!text.includes(SECRET), text);
      assert.match(text, /\[sealed\]/);
    });

  it('is copied by nothing that copies objects', () => {
    for (const copy of [Object.entries(answer), Object.assign({}, answer)])
      assert.ok(!inspect(copy, { showHidden: true, depth: 9 }).includes(SECRET));
    assert.ok(!logged((log) => log.info(answer)).includes(SECRET));
    assert.ok(!serialize(answer).includes(SECRET));
    assert.deepEqual(Reflect.ownKeys(answer), []);
    assert.ok(Number.isNaN(Number(answer)));
  });

  it('is given by reveal, and would be printed without the type', () => {
    assert.equal(answer.reveal(), SECRET);
    assert.ok(logged((log) => log.info({ text: SECRET })).includes(SECRET));
  });
});
