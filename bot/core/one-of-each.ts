/**
 * Keeps one of all values that have the same key, so that many thousands of people share the few there are: what was
 * made for the first of them is handed out again for every later one.
 */
export function oneOfEach<From, Made>(
  keyOf: (from: From) => string | number,
  make: (from: From) => Made,
): (from: From) => Made {
  const known = new Map<string | number, Made>();
  return (from) => {
    const key = keyOf(from);
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(from);
    known.set(key, made);
    return made;
  };
}
