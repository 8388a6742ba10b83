import { Moments } from "../../src/numeric";
import { UsageError } from "../arguments";
import type { PointColumn } from "../packing/points-file";

/** A part of a corpus that has been counted: known by what it holds, not by what its file is called. */
export interface Part {
  id: string;
  name: string;
  rows: number;
}

/** A row of the sample, with what it was drawn by. */
export interface Drawn {
  priority: number;
  part: string;
  row: number;
  vector: Float32Array;
  values: unknown[];
}

/** What PCA needs of some parts of a corpus: their moments, and a random sample of their rows. */
export interface Summary {
  moments: Moments;
  /** By their ids. */
  parts: Part[];
  /** How many rows are drawn of the whole, and what the draw begins with. */
  draw: { rows: number; seed: number };
  columns: PointColumn[];
  /** By rising priority. */
  sample: Drawn[];
}

/** Whoever goes first in the draw; two rows of the same priority are told apart by where they are. */
export function drawnBefore(a: Drawn, b: Drawn): number {
  return a.priority - b.priority || (a.part < b.part ? -1 : a.part > b.part ? 1 : a.row - b.row);
}

/**
 * The summary of both. The sample is the same in any order and grouping; the moments are to rounding.
 *
 * @throws UsageError when a part is in both, or they were not drawn alike
 */
export function joined(a: Summary, b: Summary): Summary {
  const twice = b.parts.find(({ id }) => a.parts.some((part) => part.id === id));
  if (twice) {
    const other = a.parts.find(({ id }) => id === twice.id)?.name;
    throw new UsageError(`The part "${twice.name}" is counted twice: "${other}" holds the same vectors.`);
  }
  if (a.moments.dims !== b.moments.dims) {
    throw new UsageError(
      `Parts of ${a.moments.dims} and of ${b.moments.dims} dims are no parts of one corpus: ${a.parts[0].name}, ${b.parts[0].name}.`,
    );
  }
  if (a.draw.rows !== b.draw.rows || a.draw.seed !== b.draw.seed) {
    throw new UsageError("The parts were not drawn alike: summarise them all with the same --rows and --seed.");
  }
  const shape = (columns: PointColumn[]) => columns.map(({ name, kind }) => `${name} (${kind})`).join(", ") || "none";
  if (shape(a.columns) !== shape(b.columns)) {
    throw new UsageError(`The parts have other columns: ${shape(a.columns)}; ${shape(b.columns)}.`);
  }
  const moments = new Moments(a.moments.dims, a.moments.means.slice(), a.moments.scatter.slice());
  moments.rows = a.moments.rows;
  moments.add(b.moments);
  return {
    ...a,
    moments,
    parts: [...a.parts, ...b.parts].sort((x, y) => (x.id < y.id ? -1 : 1)),
    sample: [...a.sample, ...b.sample].sort(drawnBefore).slice(0, a.draw.rows),
  };
}
