import { expect } from "vitest";
import { type Said, textOf } from "../../src/i18n";

// Tests read what is said as it is put into words in English: `toEqual` holds a sentence equal to its text.
expect.addEqualityTesters([
  (a, b) => {
    if (isSaid(a) && typeof b === "string") return textOf(a) === b;
    if (isSaid(b) && typeof a === "string") return textOf(b) === a;
    return undefined;
  },
]);

function isSaid(value: unknown): value is Said {
  return typeof value === "object" && value !== null && "sentence" in value;
}
