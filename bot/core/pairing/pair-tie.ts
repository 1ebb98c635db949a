import { TIE_RANGE } from './assignment.ts';
import { hashText, mix } from './hash.ts';
import type { PreparedMember } from './prepare.ts';

/** 0 to 65535. */
export type PairTie = (a: PreparedMember, b: PreparedMember) => number;

/** Chance without dice: the same for the same two people and seed, whatever else is in the pool. */
export function pairTie(seed: number): PairTie {
  const own = new Map<PreparedMember, number>();
  const hashOf = (member: PreparedMember): number => {
    const known = own.get(member) ?? hashText(member.id, seed);
    own.set(member, known);
    return known;
  };
  return (a, b) => mix(hashOf(a) ^ Math.imul(hashOf(b), 0x9e3779b1)) % TIE_RANGE;
}
