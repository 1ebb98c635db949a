import { Transform } from 'node:stream';
import type { TransformCallback } from 'node:stream';
import { Refusal } from '../../core/refusal.ts';

/**
 * Lets UTF-8 text through and counts its bytes. Ends the stream with a Refusal: 'too-large' above the limit,
 * 'file-unreadable' with `why` 'binary' at a NUL byte, 'utf-16' at its mark, 'not-utf8' at a sequence that is not UTF-8.
 */
export class TextGuard extends Transform {
  bytes = 0;
  readonly #limit: number;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });

  constructor(limit: number) {
    super({ decodeStrings: true, encoding: 'utf8' });
    this.#limit = limit;
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    const isStart = this.bytes === 0;
    this.bytes += chunk.length;
    if (this.bytes > this.#limit)
      return done(new Refusal('too-large', { megabytes: Math.floor(this.#limit / 1024 / 1024) }));
    if (isStart && isUtf16(chunk)) return done(unreadable('utf-16'));
    if (chunk.includes(0)) return done(unreadable('binary'));
    try {
      done(null, this.#decoder.decode(chunk, { stream: true }));
    } catch {
      done(unreadable('not-utf8'));
    }
  }

  override _flush(done: TransformCallback): void {
    try {
      done(null, this.#decoder.decode());
    } catch {
      done(unreadable('not-utf8'));
    }
  }
}

const isUtf16 = (chunk: Buffer): boolean =>
  (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff);

const unreadable = (why: string): Refusal => new Refusal('file-unreadable', { why });
