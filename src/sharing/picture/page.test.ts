import { expect, test } from "vitest";
import { wrapped } from "./card";
import { fitted } from "./page";
import { stepsOf } from "./path";
import { cutAt } from "./track";

const font = { size: 10, weight: 400 } as const;
const measure = (text: string) => [...text].length * 10;

test("a text that does not fit ends in an ellipsis, and no letter of it is cut in two", () => {
  expect(fitted("dims", font, 40, measure)).toBe("dims");
  expect(fitted("dimensions", font, 60, measure)).toBe("dimen…");
  expect(fitted("a b c d", font, 50, measure)).toBe("a b…");
  expect(fitted("𝒳𝒴𝒵", font, 20, measure)).toBe("𝒳…");
  expect(fitted("dims", font, 5, measure)).toBe("");
});

test("a title goes on in the next line between words, or between any letters of Chinese", () => {
  expect(wrapped("one two three", font, 70, 2, measure)).toEqual(["one two", "three"]);
  expect(wrapped("one two three four five", font, 70, 2, measure)).toEqual(["one two", "three…"]);
  expect(wrapped("嵌入向量的前缀", font, 40, 2, measure)).toEqual(["嵌入向量", "的前缀"]);
});

test("a path is read with its lines across and down, and anything else is refused", () => {
  expect(stepsOf("M1,2H5V-3C1,2,3,4,5,6Z")).toEqual([
    { to: "M", numbers: [1, 2] },
    { to: "L", numbers: [5, 2] },
    { to: "L", numbers: [5, -3] },
    { to: "C", numbers: [1, 2, 3, 4, 5, 6] },
    { to: "Z", numbers: [] },
  ]);
  expect(() => stepsOf("M0,0A1,1,0,0,0,5,5")).toThrow(RangeError);
});

test("the lit part of a track ends at k, its area closed along the base", () => {
  expect(cutAt("M0,5L10,5L20,9", 15)).toBe("M0,5L10,5L15,7");
  expect(cutAt("M0,20L0,5L20,5L20,20Z", 8)).toBe("M0,20L0,5L8,5L8,20L0,20Z");
  expect(cutAt("M10,5L20,5", 4)).toBe("");
});
