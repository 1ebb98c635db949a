/** Chance that can be repeated: the same seed gives the same choices on every machine. */
export interface Random {
  /** At least 0 and below 1. */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly between: (min: number, max: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** Up to `count` different ones. */
  readonly some: <T>(list: readonly T[], count: number) => readonly T[];
  readonly weighted: <T extends { readonly share: number }>(list: readonly [T, ...T[]]) => T;
  /** A GUID in the form of version 4. */
  readonly guid: () => string;
}

export function randomFrom(seed: number): Random {
  const next = sfc32(seed);
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => list[between(0, list.length - 1)] ?? list[0],
    some: (list, count) => someOf(list, count, between),
    weighted: (list) => weightedOf(list, next),
    guid: () => guidFrom(next),
  };
}

/** Small fast counter by Chris Doty-Humphrey (PractRand), 32-bit words. */
function sfc32(seed: number): () => number {
  let a = seed | 0;
  let b = 0x9e37_79b9;
  let c = 0x243f_6a88;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

function someOf<T>(
  list: readonly T[],
  count: number,
  between: (min: number, max: number) => number,
): readonly T[] {
  const left = [...list];
  const taken: T[] = [];
  while (taken.length < count && left.length > 0) taken.push(...left.splice(between(0, left.length - 1), 1));
  return taken;
}

function weightedOf<T extends { readonly share: number }>(list: readonly [T, ...T[]], next: () => number): T {
  const total = list.reduce((sum, one) => sum + one.share, 0);
  let left = next() * total;
  for (const one of list) {
    left -= one.share;
    if (left < 0) return one;
  }
  return list[0];
}

function guidFrom(next: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16)).join('');
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20),
  ];
  return parts.join('-');
}
