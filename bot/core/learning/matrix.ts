/** A small square matrix, row by row. */
export type Matrix = readonly (readonly number[])[];

export const zeros = (size: number): number[][] =>
  Array.from({ length: size }, () => Array.from({ length: size }, () => 0));

export const timesVector = (a: Matrix, x: readonly number[]): number[] =>
  a.map((row) => row.reduce((sum, value, at) => sum + value * (x[at] ?? 0), 0));

export const times = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) =>
    row.map((_none, column) => row.reduce((sum, value, at) => sum + value * (b[at]?.[column] ?? 0), 0)),
  );

/** Adds `weight` times the outer product of a vector with itself. */
export function addOuter(sum: number[][], x: readonly number[], weight: number): void {
  for (const [at, row] of sum.entries()) {
    const scaled = weight * (x[at] ?? 0);
    for (let column = 0; column < row.length; column += 1) {
      row[column] = (row[column] ?? 0) + scaled * (x[column] ?? 0);
    }
  }
}

/** The inverse of a symmetric, positive definite matrix, by Gauss-Jordan: such a one needs no pivots. */
export function inverse(a: Matrix): number[][] {
  const size = a.length;
  const work = a.map((row, at) => [...row, ...Array.from({ length: size }, (_none, c) => Number(c === at))]);
  for (const [at, pivotRow] of work.entries()) {
    const pivot = pivotRow[at] ?? 1;
    for (let column = 0; column < 2 * size; column += 1) pivotRow[column] = (pivotRow[column] ?? 0) / pivot;
    for (const [other, row] of work.entries()) {
      const factor = row[at] ?? 0;
      if (other === at || factor === 0) continue;
      for (let column = 0; column < 2 * size; column += 1) {
        row[column] = (row[column] ?? 0) - factor * (pivotRow[column] ?? 0);
      }
    }
  }
  return work.map((row) => row.slice(size));
}
