/**
 * How many slips of the finger lie between two words: a letter missing, too many, wrong, or two swapped
 * (optimal string alignment).
 */
export function slips(one: string, other: string): number {
  const width = other.length + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: width }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column < width; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const best = Math.min(
        at(last, column) + 1,
        at(next, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      );
      next.push(best);
    }
    beforeLast = last;
    last = next;
  }
  return at(last, other.length);
}

/** Whether one word may be the other, misspelt: one slip from four letters on, two from seven, the first letter right. */
export function mayBe(typed: string, meant: string): boolean {
  if (typed === meant) return true;
  if (typed[0] !== meant[0] || Math.min(typed.length, meant.length) < 4) return false;
  const allowed = Math.max(typed.length, meant.length) < 7 ? 1 : 2;
  return Math.abs(typed.length - meant.length) <= allowed && slips(typed, meant) <= allowed;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
