import { expect, test } from "vitest";
import { languageAmong } from "./languages";

test.each([
  [["zh-CN", "en"], "zh"],
  [["zh-Hant-TW"], "zh"],
  [["en-GB", "zh"], "en"],
  // A language that the interface does not have says nothing; the next wish does.
  [["de-AT", "ZH-HK", "en"], "zh"],
  [["de", "fr"], "en"],
  [["constructor"], "en"],
  [[], "en"],
])("of the wishes %j the interface speaks %s", (wishes, language) => {
  expect(languageAmong(wishes)).toBe(language);
});
