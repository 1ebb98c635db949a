/** Reads JSON that the store wrote itself; its shape is the writer's. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T;
}

export const toJson = (value: unknown): string => JSON.stringify(value);

/** A list of short tags, none holding a `;`. */
export const fromTags = (text: string): readonly string[] => text.split(';').filter((tag) => tag !== '');
export const toTags = (tags: readonly string[]): string => tags.join(';');

/** One entry for each state, 0 where no row has it. */
export function countsByState<State extends string>(
  states: readonly State[],
  rows: readonly { readonly state: State; readonly count: number | bigint | string }[],
): Readonly<Record<State, number>> {
  const counts = new Map(rows.map((row) => [row.state, Number(row.count)]));
  return Object.fromEntries(states.map((state) => [state, counts.get(state) ?? 0])) as Record<State, number>;
}

/** Gathers rows under a key, in the order they come. */
export function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
