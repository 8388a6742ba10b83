/** Bytes of a value. */
export const WIDTHS = { f4: 4, f2: 2, i1: 1 } as const;
