import type { ColumnBlock } from "../protocol";
import type { Study } from "./study";

/** Some columns of the open space as its source gave them, bit for bit: what makes a file of it. */
export const columns: Study<{ from: number; to: number }, ColumnBlock> = (coordinator, { from, to }) =>
  coordinator.columnBlock(from, to);
