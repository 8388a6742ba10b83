import { readFileSync } from "node:fs";

export const ROWS = 500;
export const DIMS = 96;

/** The matrix that every sample holds: rows × dims. */
export const matrix = new Float32Array(readFileSync("tests/samples/matrix.npy").buffer.slice(-ROWS * DIMS * 4));

export function rowOf(row: number): number[] {
  // As text, −0 is 0.
  return Array.from(matrix.subarray(row * DIMS, (row + 1) * DIMS), (value) => value + 0);
}

/** What is known of a row besides its vector. */
export function pointOf(row: number) {
  const category = ["red", "green", "blue", "grey"][row % 4];
  return { title: `point ${row}`, text: `the text of point ${row}`, category, score: row / 8 };
}

/** Which places of the matrix numbers differ from: "none", or the first few. */
export function differences(values: ArrayLike<number>): string {
  const wrong = Array.from(values, (value, i) => (value === matrix[i] ? -1 : i)).filter((i) => i >= 0);
  if (values.length !== matrix.length) return `${values.length} values`;
  return wrong.length === 0 ? "none" : `${wrong.length}: ${wrong.slice(0, 4).map((i) => `${i} is ${values[i]}`)}`;
}
