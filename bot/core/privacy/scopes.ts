import type { PersonId } from '../ids.ts';

export interface ReportingLine {
  readonly personId: PersonId;
  readonly managerId: PersonId | null;
}

/** A group that figures can speak of: everyone below a manager at any depth, or the whole programme. */
export interface Scope {
  /** Null for the whole programme. */
  readonly manager: PersonId | null;
  /** Those who report to this manager themselves; for the programme, those who report to nobody. */
  readonly people: readonly PersonId[];
  /** Scopes right below, as positions in the list. */
  readonly below: readonly number[];
}

/**
 * The scopes of a company, each after those below it and the programme last. Every person is in exactly one
 * scope's `people`. Whoever reports in a circle, or to someone who is not there, counts for the programme only.
 */
export function scopesOf(lines: readonly ReportingLine[]): readonly Scope[] {
  const reports = reportsByManager(lines);
  const scopes: Scope[] = [];
  const reached = new Set<PersonId>();
  const waiting: Frame[] = [frame(null, reports.get(null) ?? [])];
  for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
    const next = top.left.pop();
    if (next !== undefined) {
      reached.add(next);
      const below = reports.get(next);
      if (below !== undefined) waiting.push(frame(next, below));
      continue;
    }
    waiting.pop();
    const people = top.manager === null ? [...top.people, ...unreached(lines, reached)] : top.people;
    scopes.push({ manager: top.manager, people, below: top.below });
    waiting.at(-1)?.below.push(scopes.length - 1);
  }
  return scopes;
}

/** How far below the programme each scope is. */
export function depthsOf(scopes: readonly Scope[]): readonly number[] {
  const depths = scopes.map(() => 0);
  for (let at = scopes.length - 1; at >= 0; at -= 1) {
    for (const below of scopes[at]?.below ?? []) depths[below] = (depths[at] ?? 0) + 1;
  }
  return depths;
}

interface Frame {
  readonly manager: PersonId | null;
  readonly people: readonly PersonId[];
  readonly left: PersonId[];
  readonly below: number[];
}

const frame = (manager: PersonId | null, people: readonly PersonId[]): Frame => ({
  manager,
  people,
  left: [...people],
  below: [],
});

function reportsByManager(lines: readonly ReportingLine[]): Map<PersonId | null, PersonId[]> {
  const there = new Set(lines.map((line) => line.personId));
  const reports = new Map<PersonId | null, PersonId[]>();
  for (const { personId, managerId } of lines) {
    const manager = managerId !== null && there.has(managerId) ? managerId : null;
    const list = reports.get(manager);
    if (list === undefined) reports.set(manager, [personId]);
    else list.push(personId);
  }
  return reports;
}

const unreached = (lines: readonly ReportingLine[], reached: ReadonlySet<PersonId>): readonly PersonId[] =>
  lines.map((line) => line.personId).filter((person) => !reached.has(person));
