import { type Claim, recallClaim, sizeClaim, stepClaims } from "./claims";
import type { Measured } from "./measure";
import type { Recipe } from "./recipe";
import { CATEGORIES } from "./selection";

/** A space that was made, and what was measured of it. */
export interface Made {
  recipe: Recipe;
  measured: Measured;
  bytes: number;
}

/** The report on the spaces, in Markdown. It holds no time and no date: the same seed writes the same bytes. */
export function reportOf(made: readonly Made[], rows: number): string {
  const titles = made.map(({ recipe }) => recipe.title);
  return [
    "# The demo spaces, measured",
    "",
    "Made by `npm run data` from WordNet 3.1 with fixed seeds. A static embedding was trained for each space; none holds",
    "vectors of any other model. Everything below is measured on the values as they are shipped (int8 × scale), with all",
    `${rows.toLocaleString("en")} points as queries and cosine as the measure.`,
    "",
    "## Standard deviation per dimension, by block of the nested loss",
    "",
    table(["space", "dims", "mean std", "first half", "second half", "to the block before"], made.flatMap(blockRows)),
    "",
    "## recall@10 against the full vector",
    "",
    prefixTable(made, titles, ({ recall }) => recall),
    "",
    "## 10-NN category accuracy",
    "",
    prefixTable(made, titles, ({ accuracy }) => accuracy),
    "",
    "## Texts",
    "",
    table(
      ["category", "points"],
      CATEGORIES.map(({ name, texts }) => [name, String(texts)]),
    ),
    "",
    "## Size",
    "",
    table(
      ["space", "bytes"],
      made.map(({ recipe, bytes }) => [recipe.title, bytes.toLocaleString("en")]),
    ),
    "",
    "## Claims",
    "",
    ...claimsOf(made).map(({ text, holds }) => `- ${holds ? "pass" : "FAIL"}: ${text}`),
    ...made.flatMap(plainLine),
    "",
  ].join("\n");
}

/** Every claim on the spaces that were made. */
export function claimsOf(made: readonly Made[]): Claim[] {
  const nested = made.filter(({ recipe }) => recipe.training.prefixes.length > 1);
  return [
    ...nested.flatMap(({ recipe, measured }) => stepClaims(recipe.title, measured)),
    ...nested.map(({ recipe, measured }) => recallClaim(recipe.title, measured)),
    sizeClaim(made.reduce((sum, { bytes }) => sum + bytes, 0)),
  ];
}

function blockRows({ recipe, measured }: Made): string[][] {
  return measured.blocks.map(({ from, to, std, halves }, b) => {
    const ratio = b > 0 ? `× ${(std / measured.blocks[b - 1].std).toFixed(3)}` : "";
    return [recipe.title, `${from + 1}–${to}`, std.toFixed(5), halves[0].toFixed(5), halves[1].toFixed(5), ratio];
  });
}

/** Nothing is asked of the plain space: its recall at the same share of the dims stands beside the others'. */
function plainLine({ recipe, measured }: Made): string[] {
  if (recipe.training.prefixes.length > 1) return [];
  const full = recipe.training.prefixes[0];
  const share = measured.prefixes.find(({ dims }) => dims === full / 6)?.recall ?? 0;
  return [`- for comparison: ${recipe.title}: recall@10 at ${full / 6} of ${full} dims is ${share.toFixed(3)}`];
}

function prefixTable(
  made: readonly Made[],
  titles: string[],
  value: (quality: Measured["prefixes"][number]) => number,
): string {
  const longest = made.reduce((a, b) => (b.measured.prefixes.length > a.measured.prefixes.length ? b : a));
  const lines = longest.measured.prefixes.map(({ dims }) => [
    dims.toLocaleString("en"),
    ...made.map(({ measured }) => {
      const quality = measured.prefixes.find((prefix) => prefix.dims === dims);
      return quality ? value(quality).toFixed(3) : "";
    }),
  ]);
  return table(["dims", ...titles], lines);
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
