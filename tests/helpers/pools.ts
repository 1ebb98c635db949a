import * as fc from 'fast-check';
import { asId } from '../../bot/core/ids.ts';
import type { PersonId, TopicId } from '../../bot/core/ids.ts';
import type { PairingInput } from '../../bot/core/pairing/input.ts';
import type { Level, TopicKind } from '../../bot/core/person.ts';
import type { PoolMember } from '../../bot/core/ports/rounds.ts';
import { DEFAULT_HOURS } from '../../bot/core/person.ts';
import { DEFAULT_SETTINGS } from '../../bot/core/programme.ts';
import type { PairingMode, ProgrammeSettings } from '../../bot/core/programme.ts';

/** Zones of a pool made up here, in minutes ahead of UTC; half and quarter hours among them. */
export const OFFSETS: ReadonlyMap<string, number> = new Map([
  ['UTC', 0],
  ['Europe/Berlin', 60],
  ['Asia/Kolkata', 330],
  ['Asia/Kathmandu', 345],
  ['America/Los_Angeles', -480],
  ['Pacific/Auckland', 780],
]);

export const topicId = (name: string): TopicId => asId<TopicId>(name);
export const personId = (name: string): PersonId => asId<PersonId>(name);

/** A member who gets along with everyone made here: change what the test is about. */
export function aPoolMember(id: string, changes: Partial<PoolMember> = {}): PoolMember {
  return {
    personId: personId(id),
    level: 3,
    yearsExperience: 7,
    department: 'Engineering',
    timeZone: 'UTC',
    languages: ['en'],
    hours: DEFAULT_HOURS,
    offers: [topicId('changing-career')],
    needs: [topicId('changing-career')],
    freeAsMentor: 1,
    freeAsMentee: 1,
    roundsWaited: 0,
    ...changes,
  };
}

export function anInput(
  members: readonly PoolMember[],
  changes: Partial<Omit<PairingInput, 'pool' | 'settings'>> & {
    pool?: Partial<PairingInput['pool']>;
    settings?: Partial<ProgrammeSettings>;
  } = {},
): PairingInput {
  return {
    kinds: new Map<TopicId, TopicKind>([[topicId('changing-career'), 'experience']]),
    zoneOffsets: OFFSETS,
    seed: 7,
    ...changes,
    pool: { members, managerOf: new Map(), forbidden: [], ...changes.pool },
    settings: { ...DEFAULT_SETTINGS, ...changes.settings },
  };
}

const TOPICS = ['a', 'b', 'c', 'd', 'e'].map(topicId);

const member = (id: string): fc.Arbitrary<PoolMember> =>
  fc.record({
    personId: fc.constant(personId(id)),
    level: fc.integer({ min: 1, max: 5 }).map((level) => level as Level),
    yearsExperience: fc.nat(30),
    department: fc.constantFrom('Engineering', 'Care', 'Sales'),
    timeZone: fc.constantFrom(...OFFSETS.keys()),
    languages: fc.subarray(['en', 'de', 'fr', 'hi'], { minLength: 1 }),
    hours: fc.record({
      days: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 }),
      startMinute: fc.integer({ min: 0, max: 12 * 60 }),
      endMinute: fc.integer({ min: 14 * 60, max: 24 * 60 - 1 }),
    }),
    offers: fc.subarray(TOPICS),
    needs: fc.subarray(TOPICS),
    freeAsMentor: fc.integer({ min: 0, max: 2 }),
    freeAsMentee: fc.constantFrom(0, 1, 1),
    roundsWaited: fc.nat(2),
    guidedLately: fc.nat(4),
  });

/** A small company with everything that the rules look at, awkward on purpose: loops among managers, too. */
export function pools(options: { size: number; mode: PairingMode }): fc.Arbitrary<PairingInput> {
  return fc.integer({ min: 1, max: options.size }).chain((size) => {
    const ids = Array.from({ length: size }, (_none, index) => `p${index}`);
    const pair = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids));
    return fc
      .record({
        members: fc.tuple(...ids.map(member)),
        managers: fc.array(pair, { maxLength: size }),
        forbidden: fc.array(pair, { maxLength: 3 }),
        kinds: fc.subarray(TOPICS),
        commonHours: fc.integer({ min: 0, max: 4 }),
        steps: fc.tuple(fc.nat(2), fc.nat(2)),
        seed: fc.nat(),
      })
      .map(({ members, managers, forbidden, kinds, commonHours, steps, seed }) =>
        anInput(members, {
          seed,
          kinds: new Map(kinds.map((topic) => [topic, 'experience'])),
          pool: {
            managerOf: new Map(managers.map(([low, high]) => [personId(low), personId(high)])),
            forbidden: forbidden.map(([a, b]) => [personId(a), personId(b)]),
          },
          settings: {
            mode: options.mode,
            commonHours,
            stepsAhead: { min: Math.min(...steps), max: Math.max(...steps) },
          },
        }),
      );
  });
}
