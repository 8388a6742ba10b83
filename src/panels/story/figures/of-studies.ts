import type { StudyAnswer } from "../../../state";
import type { Figure } from "./figure";

/** Texts whose neighbours are looked for: enough for two figures, few enough for a telephone. */
const QUERIES = 500;
const PREFIXES = [64, 256, 512, 2048];
/** Near 1 fewer tell as much, and an index in all precisions takes longer to try. */
const FEWER = 100;
const SHORT = 512;
const SHORTLIST = 20;

/** What is measured over the whole space. */
export const STUDY_FIGURES: Record<string, Figure> = {
  queries: { like: "500", read: async (_, write) => write.count(QUERIES) },
  ...Object.fromEntries(PREFIXES.map((prefix, p) => [`recall.${prefix}`, recallAt(p)])),
  ...Object.fromEntries([128, 512, 2048].map((k) => [`octave.${k}`, movedAt(k, "octave")])),
  "end.2048": movedAt(2048, "toEnd"),
  "length.least": lengthAt(({ from }) => from),
  "length.most": lengthAt(({ to }) => to),
  "twopass.queries": { like: "100", read: async (_, write) => write.count(FEWER) },
  "twopass.shortlist": { like: "20", read: async (_, write) => write.count(SHORTLIST) },
  twopass: {
    like: "99.4 %",
    async read(reading, write) {
      const { cells, shortlists } = await reading.study("storage", {
        queries: { most: FEWER },
        prefixes: [SHORT],
        precisions: ["f32"],
      });
      const cell = cells.find(({ precision, prefix }) => precision === "f32" && prefix === SHORT);
      const found = cell?.recall[shortlists.indexOf(SHORTLIST)];
      if (!found) throw new Error(`The space has no ${SHORTLIST} neighbours at ${SHORT} dims.`);
      return write.percent(found.mean, 1);
    },
  },
};

/** recall@10 of a prefix against all dims. */
function recallAt(p: number): Figure {
  return {
    like: "87 %",
    async read(reading, write) {
      const { prefixes } = await reading.study("recall", {
        prefixes: PREFIXES,
        queries: { most: QUERIES },
        counts: [10],
      });
      return write.percent(prefixes[p].recall[0].mean);
    },
  };
}

/** How far the points move up to a prefix from half of it, or from it to the end, in parts of the cloud's radius. */
function movedAt(k: number, what: "octave" | "toEnd"): Figure {
  return {
    like: k < 1000 ? "66 %" : "2.5 %",
    async read(reading, write) {
      const jitter = await reading.study("jitter", { mode: "raw" });
      const share = jitter[what][jitter.k.indexOf(k)];
      if (!(share >= 0)) throw new Error(`Nothing is known of ${k} dims.`);
      return write.percent(share, share < 0.1 ? 1 : 0);
    },
  };
}

/** The length of a vector of length 1 that is cut to 512 dims. */
function lengthAt(shareOf: (norms: StudyAnswer<"norms">) => number): Figure {
  return {
    like: "0.65",
    read: async (reading, write) => write.figures(Math.sqrt(shareOf(await reading.study("norms", { k: SHORT }))), 2),
  };
}
