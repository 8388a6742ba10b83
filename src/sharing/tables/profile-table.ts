import type { StudyAnswer } from "../../state";
import { type ExportTable, stretches } from "./table";

/**
 * Of every dimension how far it spreads and its share of the mean squared length, and what the dims up to it hold.
 *
 * @param std of each dimension
 * @param prefixes what every prefix holds, as shares
 */
export function profileTable(std: Float32Array, prefixes: StudyAnswer<"prefixes">): ExportTable {
  const { meanSquare, variance, effectiveRank } = prefixes;
  return {
    name: "profile",
    columns: [
      { name: "dim", type: "whole" },
      { name: "std", type: "single" },
      { name: "energy", type: "double" },
      { name: "energy_to_here", type: "double" },
      { name: "variance_to_here", type: "double" },
      { name: "effective_rank", type: "double" },
    ],
    rows: std.length,
    async *pieces() {
      for (const [from, to] of stretches(std.length)) {
        const dims = Array.from({ length: to - from }, (_, i) => from + i);
        const columns = [
          // Counted from 1, as people and the slider do.
          dims.map((j) => j + 1),
          std.subarray(from, to),
          dims.map((j) => meanSquare[j] - (j > 0 ? meanSquare[j - 1] : 0)),
          meanSquare.subarray(from, to),
          variance.subarray(from, to),
          effectiveRank.subarray(from, to),
        ];
        yield { rows: to - from, columns };
      }
    },
  };
}
