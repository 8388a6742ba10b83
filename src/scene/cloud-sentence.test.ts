import { expect, test } from "vitest";
import type { Frame, Manifest, PointTable } from "../state";
import { cloudSentence } from "./cloud-sentence";

const frame = { k: 512, scores: new Float32Array(30_000), explainedVarianceRatio: [0.05, 0.035, 0.025] } as Frame;
const points: PointTable = {
  rows: 10_000,
  titles: [],
  texts: [],
  columns: [
    {
      kind: "category",
      name: "category",
      labels: ["artifact", "person", "animal", "plant"],
      counts: [4000, 3000, 2000, 1000],
      codes: new Uint16Array(10_000),
    },
  ],
};
const state = {
  frame,
  manifest: { dims: 3072 } as Manifest,
  points,
  color: "category",
  muted: new Set<string>(),
  isolated: null,
  selection: [],
};
const SPACE = "10,000 points at 512 of 3,072 dimensions; the three axes explain 11 % of the variance.";

test("the cloud is told by its dimensions, its variance and its largest groups", () => {
  expect(cloudSentence(state)).toBe(`${SPACE} Largest groups: artifact, 4,000; person, 3,000; animal, 2,000.`);
  expect(cloudSentence({ ...state, frame: null })).toBe("No points yet.");
});

test("what is muted, isolated or selected is told as well, and numbers have no groups", () => {
  expect(cloudSentence({ ...state, muted: new Set(["artifact", "animal"]), isolated: [1, 2, 3], selection: [2] })).toBe(
    `${SPACE} Largest groups: person, 3,000; plant, 1,000. 3 of them are shown alone. 1 selected.`,
  );
  expect(cloudSentence({ ...state, color: "radius" })).toBe(`${SPACE} Coloured by distance from the mean.`);
});
