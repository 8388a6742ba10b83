// npm run data [-- --only NAME] [--out DIR]: makes the demo spaces from WordNet.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readCorpus } from "./corpus";
import { writeFolder, writeIndex } from "./folder";
import { measure } from "./measure";
import { categoryOf } from "./points";
import { Progress } from "./progress";
import { quantise } from "./quantise";
import { RECIPES } from "./recipe";
import { claimsOf, type Made, reportOf } from "./report";
import { train } from "./training";

const { values: options } = parseArgs({
  options: { only: { type: "string" }, out: { type: "string", default: "public/datasets" } },
});
const recipes = RECIPES.filter(({ name }) => options.only === undefined || name === options.only);
if (recipes.length === 0) {
  console.error(`data: there is no space "${options.only}"; there are ${RECIPES.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

const progress = new Progress();
progress.show("reading WordNet");
const corpus = await readCorpus();
const { rows, points } = corpus;
progress.done(`${points.length} points of ${corpus.byId.size} synsets, ${corpus.vocabulary} tokens`);
await mkdir(options.out, { recursive: true });

const made: Made[] = [];
for (const recipe of recipes) {
  const { training, name } = recipe;
  const columns = await train(training, corpus.bags, corpus.vocabulary, corpus.pairs, rows, (step, loss) => {
    progress.steps(name, step, training.steps, `loss ${loss.toFixed(2)}`);
  });
  const space = quantise(columns, rows.length);
  const bytes = await writeFolder(options.out, recipe, space, corpus);
  progress.show(`${name}: measuring`);
  made.push({ recipe, measured: await measure(space, training.prefixes, points.map(categoryOf)), bytes });
  progress.done(`${name}: ${bytes.toLocaleString("en")} bytes`);
}

const report = reportOf(made, rows.length);
// One space alone is made to be compared: what speaks of all three is left as it is.
if (recipes.length === RECIPES.length) {
  await writeIndex(options.out, RECIPES, rows.length);
  await writeFile(join(options.out, "REPORT.md"), report);
}
console.log(report);
if (claimsOf(made).some(({ holds }) => !holds)) process.exitCode = 1;
