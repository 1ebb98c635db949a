import type { Deps } from '../core/deps.ts';
import { asId } from '../core/ids.ts';
import { LISTED } from '../core/import.ts';
import type { ImportRow, RowProblem } from '../core/import.ts';
import { LIMITS } from '../core/limits.ts';
import type { DirectoryPerson } from '../core/ports/people.ts';
import type { HeldPerson, ImportId, StagedPerson } from '../core/ports/imports.ts';
import { Refusal } from '../core/refusal.ts';
import { experienceCalled } from '../core/topics/experiences.ts';

/** Rows that are saved at a time: few enough that nobody else waits for long. */
const BATCH = 1000;

export interface Staged {
  readonly bad: number;
  /** Bad rows that do not say whose they are. */
  readonly unnamed: number;
  /** The first of them. */
  readonly problems: readonly RowProblem[];
}

/**
 * Sets all rows of a file aside in the store, in short transactions, so that a file of any length fits in memory.
 * @throws Refusal 'too-many' once the file names more different topics than a company can have; 'file-unreadable'
 * with `why` 'no-rows' for a file without any.
 */
export async function stageRows(
  deps: Deps,
  id: ImportId,
  input: {
    readonly rows: AsyncIterable<ImportRow>;
    readonly progress?: ((rows: number) => void) | undefined;
  },
): Promise<Staged> {
  const problems: RowProblem[] = [];
  let people: StagedPerson[] = [];
  let held: HeldPerson[] = [];
  let good = 0;
  let bad = 0;
  let unnamed = 0;

  const flush = async (): Promise<void> => {
    const [batch, batchHeld] = [people, held];
    people = [];
    held = [];
    await deps.store.transaction(async (tx) => {
      await tx.imports.stage(id, batch);
      await tx.imports.hold(id, batchHeld);
      const topics = await tx.imports.topicCount(id);
      if (topics > LIMITS.topicsPerCompany) throw new Refusal('too-many', { limit: LIMITS.topicsPerCompany });
    });
    input.progress?.(good + bad);
  };

  for await (const row of input.rows) {
    if (row.kind === 'person') {
      people.push({
        position: good,
        line: row.line,
        newId: asId(deps.newId()),
        person: inOneLanguage(row.person),
      });
      good += 1;
    } else {
      bad += 1;
      problems.push(...row.problems.slice(0, LISTED - problems.length));
      if (row.directoryId === null) unnamed += 1;
      else held.push({ line: row.line, directoryId: row.directoryId });
    }
    if (people.length + held.length >= BATCH) await flush();
  }
  await flush();
  // A header alone would say that everyone has left.
  if (good + bad === 0) throw new Refusal('file-unreadable', { why: 'no-rows' });
  return { bad, unnamed, problems };
}

/** A lived experience is one topic, whichever of our languages the directory names it in. */
function inOneLanguage(person: DirectoryPerson): DirectoryPerson {
  return { ...person, offers: person.offers.map(topicNamed), needs: person.needs.map(topicNamed) };
}

const topicNamed = (topic: string): string => experienceCalled(topic)?.name ?? topic;
