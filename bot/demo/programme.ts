import { planSilence } from '../actions/plan-silence.ts';
import { previewRound } from '../actions/preview-round.ts';
import type { Pair } from '../actions/solve-round.ts';
import { releaseFigures } from '../actions/release-figures.ts';
import { sendRound } from '../actions/send-round.ts';
import { startProgramme } from '../actions/start-programme.ts';
import type { Deps } from '../core/deps.ts';
import { asId } from '../core/ids.ts';
import type { PersonId, ProgrammeId, TenantId } from '../core/ids.ts';
import { DEFAULT_SETTINGS } from '../core/programme.ts';
import type { Programme } from '../core/programme.ts';
import type { Cast } from './cast.ts';
import type { DemoPeople } from './company/cast.ts';
import { letAnswer } from './programme/answers.ts';
import { calendarOf } from './programme/calendar.ts';
import type { Calendar } from './programme/calendar.ts';
import { letCheckIn } from './programme/check-ins.ts';
import { chooseDemoPeople } from './programme/choose-people.ts';
import type { Employee } from './programme/choose-people.ts';
import { letArrive } from './programme/delivered.ts';
import { employeesOf } from './programme/employees.ts';
import { HELP_CONTACTS } from './programme/help-contacts.ts';
import { joiners, letJoin, letSomePause } from './programme/joining.ts';
import { keepForEachOther } from './programme/kept-for-each-other.ts';
import type { Joining } from './programme/joining.ts';
import { randomFrom } from './random.ts';

export const DEMO_PROGRAMME = 'Alongside';

export interface DemoProgrammeOptions {
  readonly tenantId: TenantId;
  readonly pair: Pair;
  readonly joining: Joining;
  readonly seed?: number;
}

/**
 * Makes a programme that is eight weeks old out of the company's people: members who joined over the weeks, a round
 * with its answers, pairings that go well, badly or not at all, and their check-ins. The newcomer and the guide have
 * not joined. Null where the company is too small to tell a story with.
 */
export async function fillProgramme(deps: Deps, options: DemoProgrammeOptions): Promise<Cast | null> {
  const employees = await employeesOf(deps.store.reads, options.tenantId);
  const chosen = chooseDemoPeople(employees);
  if (chosen === null) return null;
  const random = randomFrom(options.seed ?? 1);
  const calendar = calendarOf(deps.now());
  const at = (moment: Date): Deps => ({
    ...deps,
    now: () => (moment < calendar.now ? moment : calendar.now),
  });
  const people = castOf(employees, chosen);
  const id = await create(at(calendar.startedAt), options.tenantId, people.coordinator.id, calendar);

  const notJoining = new Set(Object.values(people).map((person) => person.id));
  const joining = employees.filter(({ person }) => !notJoining.has(person.id));
  const { startedAt, roundAt, now } = calendar;
  const how = { joining: options.joining, random };
  const { early, late } = joiners(joining, how);
  await letJoin(deps, id, early, { ...how, from: startedAt, to: roundAt });
  const round = await previewRound(
    { ...at(calendar.roundAt), pair: options.pair },
    { programmeId: id, by: people.coordinator.id },
  );
  await sendRound(at(calendar.roundAt), { roundId: round.id });
  await letAnswer({ ...deps, at }, round.id, {
    since: roundAt,
    willing: options.joining === 'everyone' ? 0.97 : 0.9,
    random,
  });
  await letJoin(deps, id, late, { ...how, from: roundAt, to: now });
  await letSomePause(deps, id, joining, { calendar, random });

  const programme = await programmeOf(deps, id);
  await letCheckIn(deps, programme, { now: calendar.now, random });
  await planSilence(at(calendar.now));
  await keepForEachOther(deps, id, joining, people);
  await letArrive(deps, { until: calendar.now, random });
  await releaseFigures(deps, programme);
  return { programme, ...people };
}

/** Who plays a part in a demonstration that was filled before; null where there is none. */
export async function findCast(deps: Deps, tenantId: TenantId): Promise<Cast | null> {
  const { reads } = deps.store;
  const programme = await reads.programmes.byName(tenantId, DEMO_PROGRAMME);
  const employees = await employeesOf(reads, tenantId);
  const chosen = chooseDemoPeople(employees);
  return programme && chosen ? { programme, ...castOf(employees, chosen) } : null;
}

async function create(
  deps: Deps,
  tenantId: TenantId,
  coordinator: PersonId,
  calendar: Calendar,
): Promise<ProgrammeId> {
  const id = asId<ProgrammeId>(deps.newId());
  await deps.store.transaction(async (tx) => {
    const at = calendar.startedAt;
    await tx.programmes.create({ id, tenantId, name: DEMO_PROGRAMME, settings: DEFAULT_SETTINGS, at });
    await tx.programmes.setHelpContacts(id, HELP_CONTACTS);
    await tx.programmes.addCoordinator(id, coordinator, null, at);
  });
  await startProgramme(deps, { programmeId: id, actor: coordinator });
  return id;
}

async function programmeOf(deps: Deps, id: ProgrammeId): Promise<Programme> {
  const programme = await deps.store.reads.programmes.byId(id);
  if (programme === null) throw new Error('the programme of the demonstration is gone');
  return programme;
}

function castOf(employees: readonly Employee[], chosen: DemoPeople): Omit<Cast, 'programme'> {
  const byId = new Map(employees.map(({ person }) => [person.directoryId, person]));
  const find = (id: string) => {
    const person = byId.get(id);
    if (!person) throw new Error('someone of the cast is gone');
    return person;
  };
  return {
    newcomer: find(chosen.newcomer),
    guide: find(chosen.guide),
    manager: find(chosen.manager),
    coordinator: find(chosen.coordinator),
  };
}
