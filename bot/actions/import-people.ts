import type { Deps } from '../core/deps.ts';
import { asId } from '../core/ids.ts';
import type { TenantId } from '../core/ids.ts';
import { BadRows, LISTED } from '../core/import.ts';
import type { ImportReport, ImportRow, ReportingWarning } from '../core/import.ts';
import type { TopicKind } from '../core/person.ts';
import type { ImportId } from '../core/ports/imports.ts';
import type { Writes } from '../core/ports/store.ts';
import { onLoops } from '../core/reporting/loops.ts';
import { EXPERIENCES, experienceCalled } from '../core/topics/experiences.ts';
import { stageRows } from './stage-rows.ts';
import type { Staged } from './stage-rows.ts';

export interface PeopleImport {
  readonly tenantId: TenantId;
  readonly rows: AsyncIterable<ImportRow>;
  /** Only say what would change. */
  readonly dryRun: boolean;
  /** Let the good rows in where others are bad; whose row is bad stays as they are. */
  readonly skipBadRows: boolean;
  /** Told now and then how many rows have been read. */
  readonly progress?: (rows: number) => void;
}

/**
 * Brings the company's people in line with an HR export: new ones come in, changed ones change, and those whom the
 * file does not name are gone. All of it or nothing; the same file again changes nothing.
 * @throws BadRows where rows are bad and are not to be skipped; Refusal 'too-many' for too many different topics.
 */
export async function importPeople(deps: Deps, input: PeopleImport): Promise<ImportReport> {
  const id: ImportId = asId(deps.newId());
  const at = deps.now();
  await deps.store.transaction((tx) =>
    tx.imports.begin({ id, tenantId: input.tenantId, at, abandonedBefore: dayBefore(at) }),
  );
  const finish = (): Promise<void> => deps.store.transaction((tx) => tx.imports.finish(id));
  try {
    const staged = await stageRows(deps, id, input);
    const report = await deps.store.transaction((tx) => bringIn(tx, id, input, staged, at));
    await finish();
    return report;
  } catch (error) {
    // The reason matters more than what is left behind: the next import clears that away.
    await finish().catch(() => {});
    throw error;
  }
}

async function bringIn(
  tx: Writes,
  id: ImportId,
  input: PeopleImport,
  staged: Staged,
  at: Date,
): Promise<ImportReport> {
  const { problems, count } = await badRows(tx, id, staged);
  if (count > 0 && !input.skipBadRows) throw new BadRows(count, problems);
  await tx.imports.dropRepeated(id);
  const goneDecided = staged.unnamed === 0;
  await tx.imports.keep(id, goneDecided ? 'held' : 'everyone');
  const { warnings, warningCount } = await straightenLines(tx, id);
  const counts = await tx.imports.compare(id);
  if (!input.dryRun) await apply(tx, id, input.tenantId, at);
  return {
    ...counts,
    applied: !input.dryRun,
    skipped: count,
    goneDecided,
    problems,
    warnings,
    warningCount,
  };
}

/** What was wrong with single rows, and what only shows once all of them are there. */
async function badRows(tx: Writes, id: ImportId, staged: Staged) {
  const repeated = await tx.imports.repeated(id, LISTED);
  const problems = [...staged.problems, ...repeated.problems]
    .sort((a, b) => a.line - b.line)
    .slice(0, LISTED);
  return { problems, count: staged.bad + repeated.count };
}

const LINES = 20_000;

/** Takes out managers who are nobody, and everyone's manager who would be their own boss at some depth. */
async function straightenLines(tx: Writes, id: ImportId) {
  const unknown = await tx.imports.withoutManager(id, LISTED);
  await tx.imports.dropUnknownManagers(id);
  const managerOf = await managersByPosition(tx, id);
  const loops = await tx.imports.dropManagers(id, onLoops(managerOf), 'manager-loop');
  const warnings: readonly ReportingWarning[] = [...unknown.warnings, ...loops]
    .sort((a, b) => a.line - b.line)
    .slice(0, LISTED);
  return { warnings, warningCount: unknown.count + loops.length };
}

async function managersByPosition(tx: Writes, id: ImportId): Promise<Int32Array> {
  const managerOf = new Int32Array(await tx.imports.positions(id)).fill(-1);
  for (let after = -1; ;) {
    const lines = await tx.imports.lines(id, after, LINES);
    for (const { position, managerPosition } of lines) managerOf[position] = managerPosition;
    const last = lines.at(-1);
    if (!last) return managerOf;
    after = last.position;
  }
}

async function apply(tx: Writes, id: ImportId, tenantId: TenantId, at: Date): Promise<void> {
  const names = await tx.imports.topics(id);
  const topicIds = await tx.topics.ensure(tenantId, names.map(asTopic));
  // What people write about is looked for among the company's topics, whether or not the file names them.
  await tx.topics.ensure(
    tenantId,
    EXPERIENCES.map(({ name }) => asTopic(name)),
  );
  await tx.imports.apply(id, topicIds, at);
}

/** A name of our own catalogue is a lived experience, everything else a skill. */
function asTopic(name: string): { name: string; kind: TopicKind; aliases: readonly string[] } {
  const experience = experienceCalled(name);
  return experience
    ? { name: experience.name, kind: 'experience', aliases: experience.aliases }
    : { name, kind: 'skill', aliases: [] };
}

/** An import takes minutes; what a day has not finished was ended by a crash. */
const dayBefore = (at: Date): Date => new Date(at.getTime() - 24 * 60 * 60 * 1000);
