/** Finds one word in any bytes: as it is, in UTF-16, in hex and in base64, wherever in the bytes it begins. */
import { Buffer } from 'node:buffer';

export type Scanner = (where: Buffer | string) => number;

/** How often the word, of ASCII letters and digits, stands in what is given. */
export function scannerFor(word: string): Scanner {
  const needles = needlesOf(word);
  return (where) => {
    const bytes = typeof where === 'string' ? Buffer.from(where, 'utf8') : where;
    return needles.reduce((total, needle) => total + countOf(bytes, needle), 0);
  };
}

/** Every form once, as bytes to look for. */
export function needlesOf(word: string): readonly Buffer[] {
  const plain = [word, word.toUpperCase()].map((one) => Buffer.from(one, 'utf8'));
  const wide = [word, word.toUpperCase()].flatMap((one) => {
    const little = Buffer.from(one, 'utf16le');
    return [little, Buffer.from(little).swap16()];
  });
  const raw = [...plain, ...wide];
  const written = raw.flatMap((bytes) => [hex(bytes), hex(bytes).toUpperCase(), ...base64(bytes)]);
  const all = new Set([...raw.map((bytes) => bytes.toString('latin1')), ...written]);
  return [...all].map((one) => Buffer.from(one, 'latin1'));
}

const hex = (bytes: Buffer): string => bytes.toString('hex');

/** The characters that do not depend on what stands before and after, for each of the three places to begin. */
function base64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]);
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor((padded.length * 8) / 6);
    return (['base64', 'base64url'] as const).map((form) => padded.toString(form).slice(from, to));
  });
}

function countOf(bytes: Buffer, needle: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(needle); at !== -1; at = bytes.indexOf(needle, at + 1)) count += 1;
  return count;
}
