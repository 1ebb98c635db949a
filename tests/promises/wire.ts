/** The ways in which a body may come over the wire: as it should, and not. */
import { Buffer } from 'node:buffer';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

type Dice = () => number;

export interface Wired {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | ReadableStream;
}

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };
const bytesOf = (json: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(json));
const asJson = (body: Wired['body']): Wired => ({ headers: JSON_TYPE, body });

/** In pieces, with a pause between them. */
function pieces(bytes: Uint8Array<ArrayBuffer>, size: number, pauseMs: number): ReadableStream {
  let from = 0;
  return new ReadableStream({
    pull: async (controller) => {
      if (pauseMs > 0) await wait(pauseMs);
      controller.enqueue(bytes.subarray(from, from + size));
      from += size;
      if (from >= bytes.length) controller.close();
    },
  });
}

/** A byte that is not UTF-8, somewhere. */
function broken(bytes: Uint8Array<ArrayBuffer>, dice: Dice): Uint8Array<ArrayBuffer> {
  bytes[Math.floor(dice() * bytes.length)] = 0xff;
  return bytes;
}

const STRANGE: readonly ((json: string, dice: Dice) => Wired)[] = [
  (json) => asJson(bytesOf(`\uFEFF${json}`)),
  (json) => asJson(Uint8Array.from(Buffer.from(json, 'utf16le'))),
  (json, dice) => asJson(broken(bytesOf(json), dice)),
  (json, dice) => asJson(bytesOf(json.slice(0, Math.floor(dice() * json.length)))),
  (json) => asJson(bytesOf(json + json)),
  (json) => ({ headers: { 'Content-Type': 'text/plain' }, body: bytesOf(json) }),
  (json) => ({ headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: bytesOf(json) }),
  (json) => ({ headers: { 'Content-Type': 'application/json; charset=utf-16' }, body: bytesOf(json) }),
  (json) => ({
    headers: { ...JSON_TYPE, 'Content-Encoding': 'gzip' },
    body: Uint8Array.from(gzipSync(json)),
  }),
  (json) => ({ headers: { ...JSON_TYPE, 'Content-Encoding': 'gzip' }, body: bytesOf(json) }),
  (json) => asJson(pieces(bytesOf(json), 97, 0)),
  (json) => asJson(pieces(bytesOf(json), Math.ceil(json.length / 3), 20)),
];
const OFTEN_AS_IT_SHOULD = 0.9;

export function wired(json: string, dice: Dice): Wired {
  const strange = STRANGE[Math.floor(dice() * STRANGE.length)];
  if (json === '' || strange === undefined || dice() < OFTEN_AS_IT_SHOULD) return asJson(bytesOf(json));
  return strange(json, dice);
}
