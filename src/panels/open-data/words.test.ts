import { expect, test } from "vitest";
import type { VectorReport } from "../../state";
import { askedHost, lengths, rowsIn } from "./words";

const report = (least: number, mean: number, most: number, values: VectorReport["values"] = "f4") =>
  lengths({ column: "v", dims: 8, values, norms: { least, mean, most } });

test("lengths are told in words: of one, of one as far as the type can tell, all the same, or from … to", () => {
  expect(report(0.9998, 1, 1.0003)).toBe("unit length");
  expect(report(0.992, 1, 1.008, "f2")).toBe("unit length, rounded");
  expect(report(0.992, 1, 1.008)).toBe("lengths 0.992 to 1.01");
  expect(report(12.39, 12.4, 12.41)).toBe("all of length 12.4");
  expect(report(0, 2, 1234.5)).toBe("lengths 0 to 1,230");
  expect(lengths({ column: "v", dims: 8, values: "f4", norms: null })).toBeNull();
});

test("a number of rows that nobody has counted is told as about so many", () => {
  expect(rowsIn({ rows: 1_000_000 })).toBe("1,000,000");
  expect(rowsIn({ rows: null, about: 1_234_567 })).toBe("about 1,200,000");
  expect(rowsIn({ rows: null })).toBe("an unknown number of");
});

test("whoever is asked for data is named, and nobody for what lies on the machine", () => {
  expect(askedHost({ kind: "files", files: [] })).toBeNull();
  expect(askedHost({ kind: "text", text: "1,2", title: "Pasted" })).toBeNull();
  expect(askedHost({ kind: "url", url: "http://localhost:8080/v.npy" })).toBe("localhost:8080");
  expect(askedHost({ kind: "hub", dataset: "a/b" })).toBe("huggingface.co");
});
