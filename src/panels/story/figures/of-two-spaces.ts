import { type Interval, study, studyBeside } from "../../../state";
import type { Figure, Reading } from "./figure";

/** Points whose vectors are held against each other, points that are asked for their neighbours, and how many each. */
const ROWS = 1_000;
const QUERIES = 400;
const COUNT = 10;
const K = 1_536;

/** What the open space and the one beside it have in common at 1,536 dims. */
export const TWO_SPACE_FIGURES: Record<string, Figure> = {
  "models.cosine": cosineAt("0.001", ({ mean }) => mean),
  "models.low": cosineAt("−0.001", ({ low }) => low),
  "models.high": cosineAt("0.003", ({ high }) => high),
  "models.overlap": {
    like: "72 %",
    async read(reading, write) {
      const { overlap } = await reading.once("models.overlap", async (waiting, signal) => {
        await bothWhole(waiting);
        const asked = { queries: QUERIES, count: COUNT };
        const [other] = await studyBeside("nearest", { ...asked, prefixes: [K] }, { signal });
        return study("agreement", { ...asked, k: K, other, otherWhole: null }, { signal });
      });
      return write.percent(overlap.mean);
    },
  },
};

/** Of each text's numbers in the one space with its numbers in the other. */
function cosineAt(like: string, of: (cosine: Interval) => number): Figure {
  return {
    like,
    async read(reading, write) {
      const { cosine } = await reading.once("models.cosine", async (waiting, signal) => {
        await bothWhole(waiting);
        const other = await studyBeside("vectors", { rows: ROWS, k: K }, { signal });
        return study("likeness", { k: K, rows: ROWS, other }, { signal });
      });
      return write.decimals(of(cosine), 3);
    },
  };
}

/** Resolves when all dims of both have arrived. */
async function bothWhole(reading: Reading): Promise<void> {
  await reading.whole();
  await reading.when(({ beside }) => beside !== null && beside.progress.columns === beside.dims);
}
