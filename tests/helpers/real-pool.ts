import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { DateTime } from 'luxon';
import type { PersonId, TopicId } from '../../bot/core/ids.ts';
import { asId } from '../../bot/core/ids.ts';
import type { PairingInput } from '../../bot/core/pairing/input.ts';
import type { Level, TopicKind } from '../../bot/core/person.ts';
import { DEFAULT_HOURS } from '../../bot/core/person.ts';
import type { PoolMember } from '../../bot/core/ports/rounds.ts';
import { DEFAULT_SETTINGS } from '../../bot/core/programme.ts';

/** Topics of the file that are lived experiences; all others are skills. */
const EXPERIENCES = [
  'Changing career',
  'First months in a new job',
  'Leading people for the first time',
  'Working remotely',
];

const list = (text: string): string[] => text.split(';').filter((part) => part !== '');

const cell = (row: Record<string, string>, name: string): string => row[name] ?? '';

/** The real people as a pool in which everyone has joined and guides up to two. */
export function realPool(file: string): PairingInput {
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true });
  const members = rows.map((row): PoolMember => ({
    personId: asId<PersonId>(cell(row, 'person_id')),
    level: Number(cell(row, 'level')) as Level,
    yearsExperience: Number(cell(row, 'years_experience')),
    department: cell(row, 'department'),
    timeZone: cell(row, 'time_zone'),
    languages: list(cell(row, 'languages')),
    hours: DEFAULT_HOURS,
    offers: list(cell(row, 'offers')).map((topic) => asId<TopicId>(topic)),
    needs: list(cell(row, 'needs')).map((topic) => asId<TopicId>(topic)),
    freeAsMentor: 2,
    freeAsMentee: cell(row, 'needs') === '' ? 0 : 1,
    roundsWaited: 0,
  }));
  const zones = new Set(members.map((member) => member.timeZone));
  const day = DateTime.fromISO('2026-11-23T12:00:00Z');
  return {
    pool: {
      members,
      managerOf: new Map(
        rows.flatMap((row): [PersonId, PersonId][] =>
          cell(row, 'manager_id') === ''
            ? []
            : [[asId(cell(row, 'person_id')), asId(cell(row, 'manager_id'))]],
        ),
      ),
      forbidden: [],
    },
    settings: DEFAULT_SETTINGS,
    kinds: new Map(EXPERIENCES.map((name): [TopicId, TopicKind] => [asId(name), 'experience'])),
    zoneOffsets: new Map([...zones].map((zone) => [zone, day.setZone(zone).offset])),
    seed: 1,
  };
}
