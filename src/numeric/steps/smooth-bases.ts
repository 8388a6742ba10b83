/** Smooth curves over the dims 1 … d that need no step: each a set of columns to be fitted. From stiff to supple. */
export function smoothBases(d: number): Float64Array[][] {
  const u = (j: number) => j / (d - 1);
  const l = (j: number) => Math.log(j + 1) / Math.log(d);
  const column = (value: (j: number) => number) => Float64Array.from({ length: d }, (_, j) => value(j));
  const one = column(() => 1);
  const line = column(u);
  const log = column(l);
  const power = (base: (j: number) => number, exponent: number) => column((j) => base(j) ** exponent);
  const logs = [log, power(l, 2), power(l, 3)];
  const polynomials = [
    [one],
    [one, log],
    [one, log, line],
    [one, log, line, power(l, 2), power(u, 2)],
    [one, log, line, power(l, 2), power(u, 2), power(l, 3), power(u, 3)],
  ];
  const splines = [8, 12, 18, 26, 36].filter((pieces) => pieces <= d / 10);
  return [...polynomials, ...splines.map((pieces) => [...logs, ...cubicSplines(d, pieces)])];
}

/** Uniform cubic B-splines over the dims in `pieces` pieces (de Boor, A Practical Guide to Splines, chapter 10). */
function cubicSplines(d: number, pieces: number): Float64Array[] {
  return Array.from({ length: pieces + 3 }, (_, i) =>
    Float64Array.from({ length: d }, (_, j) => {
      const x = (j / (d - 1)) * pieces - (i - 3);
      // The last dimension belongs to the last piece.
      const piece = Math.min(Math.floor(x), pieces - 1 - (i - 3));
      const t = x - piece;
      if (piece === 0) return t ** 3 / 6;
      if (piece === 1) return (1 + 3 * t + 3 * t * t - 3 * t ** 3) / 6;
      if (piece === 2) return (4 - 6 * t * t + 3 * t ** 3) / 6;
      return piece === 3 ? (1 - t) ** 3 / 6 : 0;
    }),
  );
}
