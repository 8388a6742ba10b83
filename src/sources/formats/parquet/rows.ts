import { readHybrid } from "./hybrid";
import { isAllOf, rowStarts, type Section } from "./runs";
import type { Leaf } from "./schema";

/** How a row stands, where it is not simply there. */
export const PRESENT = 0;
export const MISSING = 1;
export const EMPTY = 2;
export const HOLED = 3;

type Values = ArrayLike<unknown>;

/** The rows of a page, cut out of its values. */
export interface Rows {
  count: number;
  /** count + 1: the values of row i are starts[i] … starts[i + 1] − 1; null where each row is one value. */
  starts: Int32Array | null;
  /** Of each row PRESENT … HOLED; null where all are present. */
  states: Uint8Array | null;
  values: Values;
  /** Whether its first row goes on from the last of the page before. */
  continues: boolean;
}

/** The levels of a page, from which its rows follow; `values` is how many values are stored. */
export interface Levels {
  repetition: Uint8Array | null;
  definition: Uint8Array | null;
  /** Where rows begin, if that was told without unpacking the levels; `repetition` is null then. */
  starts: number[] | null;
  values: number;
}

const widthOf = (most: number) => 32 - Math.clz32(most);

/** @throws RangeError when the bytes end before the levels do */
export function readLevels(leaf: Leaf, count: number, repetition: Section, definition: Section): Levels {
  let lists: Uint8Array | null = null;
  let defined: Uint8Array | null = null;
  let values = count;
  if (leaf.defined && !isAllOf(definition, widthOf(leaf.defined), count, leaf.defined)) {
    defined = new Uint8Array(count);
    readHybrid(definition.bytes, definition.from, definition.to, widthOf(leaf.defined), defined);
    for (let i = 0; i < count; i++) if (defined[i] !== leaf.defined) values--;
    if (values === count) defined = null;
  }
  if (leaf.lists === 1 && !defined)
    return { repetition: null, definition: null, starts: rowStarts(repetition, count), values };
  if (leaf.lists) {
    lists = new Uint8Array(count);
    readHybrid(repetition.bytes, repetition.from, repetition.to, widthOf(leaf.lists), lists);
  }
  return { repetition: lists, definition: defined, starts: null, values };
}

/** Cuts values into rows. Missing elements of a list become `hole`s among its values, so that the others keep their place. */
export function cutRows(
  leaf: Leaf,
  levels: Levels,
  count: number,
  values: Values,
  hole: (length: number) => Values,
): Rows {
  const { repetition, definition } = levels;
  if (levels.starts) {
    const continues = count > 0 && levels.starts[0] !== 0;
    const starts = Int32Array.from(continues ? [0, ...levels.starts, count] : [...levels.starts, count]);
    return { count: starts.length - 1, starts, states: null, values, continues };
  }
  if (!repetition) return flatRows(leaf, definition, count, values);
  const continues = count > 0 && repetition[0] !== 0;
  let rows = continues ? 1 : 0;
  for (let i = 0; i < count; i++) if (repetition[i] === 0) rows++;
  const starts = new Int32Array(rows + 1);
  if (!definition) {
    // Native search from one row's beginning to the next: this is what a page of vectors takes.
    for (let row = continues ? 1 : 0, at = continues ? 1 : 0; row < rows; row++) {
      at = repetition.indexOf(0, at);
      starts[row] = at++;
    }
    starts[rows] = count;
    return { count: rows, starts, states: null, values, continues };
  }
  const states = new Uint8Array(rows);
  let elements = 0;
  for (let i = 0; i < count; i++) if (definition[i] >= leaf.listed) elements++;
  const spread = elements === levels.values ? null : (hole(elements) as unknown[]);
  let row = continues ? 0 : -1;
  let element = 0;
  let value = 0;
  for (let i = 0; i < count; i++) {
    const level = definition[i];
    if (repetition[i] === 0) {
      starts[++row] = element;
      if (level < leaf.listed) states[row] = level < leaf.listed - 1 ? MISSING : EMPTY;
    }
    if (level < leaf.listed) continue;
    if (level === leaf.defined) {
      if (spread) spread[element] = values[value];
      value++;
    } else {
      states[row] = HOLED;
    }
    element++;
  }
  starts[rows] = elements;
  return { count: rows, starts, states, values: spread ?? values, continues };
}

function flatRows(leaf: Leaf, definition: Uint8Array | null, count: number, values: Values): Rows {
  if (!definition) return { count, starts: null, states: null, values, continues: false };
  const starts = new Int32Array(count + 1);
  const states = new Uint8Array(count);
  for (let i = 0, value = 0; i < count; i++) {
    starts[i] = value;
    if (definition[i] === leaf.defined) value++;
    else states[i] = MISSING;
    starts[i + 1] = value;
  }
  return { count, starts, states, values, continues: false };
}
