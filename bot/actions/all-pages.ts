const PAGE = 500;

/** Everything of a list that is read page by page. */
export async function allPages<T>(
  read: (page: { offset: number; limit: number }) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const all: T[] = [];
  for (;;) {
    const page = await read({ offset: all.length, limit: PAGE });
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}
