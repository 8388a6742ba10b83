import { afterEach, expect, test } from "vitest";
import { said, textOf } from "./said";
import { speak, t } from "./words";

afterEach(() => speak("en"));

test("English is what stands in the code, numbers and plurals set as it sets them", () => {
  expect(t("Open data")).toBe("Open data");
  expect(t("{n, plural, one {# row} other {# rows}}", { n: 1 })).toBe("1 row");
  expect(t("{n, plural, one {# row} other {# rows}}", { n: 12345 })).toBe("12,345 rows");
});

test("what is said on another thread is put into words here, what is in it too", () => {
  const sent = structuredClone(said("{what} is not there", { what: said("The file “{name}”", { name: "a {b}.npy" }) }));
  expect(textOf(sent)).toBe("The file “a {b}.npy” is not there");
  expect(textOf("a {b}.npy")).toBe("a {b}.npy");
});
