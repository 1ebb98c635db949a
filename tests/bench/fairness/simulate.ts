import type { PersonId } from '../../../bot/core/ids.ts';
import { differenceOf } from '../../../bot/core/pairing/compare.ts';
import type { PairingInput, Suggestion } from '../../../bot/core/pairing/input.ts';
import { countBroken } from '../../../bot/core/pairing/check.ts';
import { pairRound } from '../../../bot/core/pairing/pair-round.ts';
import type { PoolMember } from '../../../bot/core/ports/rounds.ts';
import { diceOf } from '../pairing/generator.ts';

/** What ten rounds came to. Pairs count once a round, people once a round that they were in. */
export interface Outcome {
  /** Pairs who had been together in an earlier round. */
  readonly repeats: number;
  /** Rounds in which somebody met last round's partner again. */
  readonly roundsWithLastPartner: number;
  readonly leftOut: number;
  /** Of them, those whom some other round under the rules would have had room for; null where that is not proven. */
  readonly avoidable: number | null;
  /** Left out in two rounds one after the other. */
  readonly leftOutTwice: number;
  readonly brokenRules: number;
  /** The most rounds in which one person guided, and how many different people guided at all. */
  readonly mostGuided: number;
  readonly guides: number;
}

/** One way to bring people together, round after round. */
type Way = (
  input: PairingInput,
  round: number,
) => { suggestions: readonly Suggestion[]; avoidable: number | null };

/** The engine, with its memory: who was together, who waited, who guided. `resting` false forgets the last. */
export function remembering(resting: boolean): Way {
  return (input) => {
    const members = input.pool.members.map((one) => (resting ? one : { ...one, guidedLately: 0 }));
    const { suggestions, figures } = pairRound({ ...input, pool: { ...input.pool, members } });
    const { maximum, peoplePaired } = figures;
    return { suggestions, avoidable: maximum === null ? null : maximum - peoplePaired };
  };
}

/** What a shuffle without history does: everyone in a row by chance, neighbours meet, an odd one is dropped. */
export const shuffled =
  (seed: number): Way =>
  (input, round) => {
    const dice = diceOf(seed * 100 + round);
    const people = input.pool.members.filter((member) => member.freeAsMentee > 0);
    for (let at = people.length - 1; at > 0; at -= 1) {
      const other = dice(at + 1);
      const [a, b] = [people[at], people[other]];
      if (a !== undefined && b !== undefined) [people[at], people[other]] = [b, a];
    }
    const suggestions = people.flatMap((one, at): Suggestion[] => {
      const other = people[at + 1];
      return at % 2 === 1 || other === undefined ? [] : [together(one, other)];
    });
    return { suggestions, avoidable: people.length % 2 };
  };

const together = (one: PoolMember, other: PoolMember): Suggestion => ({
  kind: 'peers',
  fit: 0,
  reasons: [],
  sides: [
    { personId: one.personId, role: 'peer' },
    { personId: other.personId, role: 'peer' },
  ],
});

const pairsOf = ({ sides }: Suggestion): readonly string[] =>
  sides.flatMap((a, at) => sides.slice(at + 1).map((b) => [a.personId, b.personId].toSorted().join(' ')));

/** Everyone says yes, meets, and is free again for the next round; nobody is to meet the same person twice. */
export function simulate(company: PairingInput, rounds: number, way: Way): Outcome {
  const met = new Map<string, number>();
  const guided = new Map<PersonId, number>();
  const waited = new Map<PersonId, number>();
  let proven: number | null = 0;
  const sum = {
    repeats: 0,
    roundsWithLastPartner: 0,
    leftOut: 0,
    leftOutTwice: 0,
    brokenRules: 0,
  };
  for (let round = 1; round <= rounds; round += 1) {
    const input = asOf(company, { met, guided, waited, round });
    const { suggestions, avoidable } = way(input, round);
    sum.brokenRules += countBroken(
      { ...input, pool: { ...input.pool, forbidden: company.pool.forbidden } },
      suggestions,
    );
    proven = proven === null || avoidable === null ? null : proven + avoidable;
    const again = suggestions.flatMap(pairsOf).filter((pair) => met.has(pair));
    sum.repeats += again.length;
    if (again.some((pair) => met.get(pair) === round - 1)) sum.roundsWithLastPartner += 1;
    for (const pair of suggestions.flatMap(pairsOf)) met.set(pair, round);
    for (const { kind, sides } of suggestions)
      for (const { personId, role } of sides)
        if (role === 'mentor' || kind === 'exchange') guided.set(personId, (guided.get(personId) ?? 0) + 1);
    const found = new Set(differenceOf([], suggestions).gained);
    for (const member of input.pool.members.filter(isSeeking(company))) {
      const before = waited.get(member.personId) ?? 0;
      const isLeft = !found.has(member.personId);
      sum.leftOut += Number(isLeft);
      sum.leftOutTwice += Number(isLeft && before > 0);
      waited.set(member.personId, isLeft ? before + 1 : 0);
    }
  }
  return { ...sum, avoidable: proven, mostGuided: Math.max(0, ...guided.values()), guides: guided.size };
}

const isSeeking =
  ({ settings }: PairingInput) =>
  (member: PoolMember): boolean =>
    member.freeAsMentee > 0 && (settings.mode === 'peers' || member.needs.length > 0);

interface History {
  readonly met: ReadonlyMap<string, number>;
  readonly guided: ReadonlyMap<PersonId, number>;
  readonly waited: ReadonlyMap<PersonId, number>;
  readonly round: number;
}

function asOf(company: PairingInput, { met, guided, waited, round }: History): PairingInput {
  const members = company.pool.members.map((member) => ({
    ...member,
    roundsWaited: waited.get(member.personId) ?? 0,
    guidedLately: guided.get(member.personId) ?? 0,
  }));
  const apart = [...met.keys()].map((pair): [PersonId, PersonId] => {
    const [one = '', other = ''] = pair.split(' ');
    return [one as PersonId, other as PersonId];
  });
  const forbidden = [...company.pool.forbidden, ...apart];
  return { ...company, seed: company.seed + round, pool: { ...company.pool, members, forbidden } };
}

/** The same company with the freedom that a shuffle takes: everybody may meet everybody. */
export function withoutRules(company: PairingInput): PairingInput {
  const topic = company.pool.members[0]?.needs.slice(0, 1) ?? [];
  const members = company.pool.members.map((member) => ({
    ...member,
    level: 3 as const,
    languages: ['en'],
    offers: topic,
    needs: topic,
  }));
  return {
    ...company,
    settings: { ...company.settings, mode: 'peers', commonHours: 0 },
    pool: { members, managerOf: new Map(), forbidden: [] },
  };
}
