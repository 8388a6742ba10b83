import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { INKS } from "./inks";

test("the colours of a picture are those of the page", () => {
  const css = readFileSync("src/styles/tokens.css", "utf8");
  const names = { ground: "ground", text: "text", quiet: "text-quiet", faint: "text-faint", line: "line" };
  for (const [ink, token] of Object.entries({ ...names, unlit: "unlit", lit: "lit" })) {
    const [, light, dark] = css.match(new RegExp(`--${token}: light-dark\\((#\\w+), (#\\w+)\\)`))!;
    expect(INKS.light[ink as keyof typeof INKS.light], token).toBe(light);
    expect(INKS.dark[ink as keyof typeof INKS.dark], token).toBe(dark);
  }
});
