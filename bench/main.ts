// npm run bench: what the design promises, each beside its peer in the same run; then how the cost of each step grows,
// beside what the machine could do; then what the page takes in Chromium, and what `pack` takes. `-- --targets`,
// `-- --growth`, `-- --browser` or `-- --pack` prints one of them, `-- --neighbours` the two lines of the search alone,
// `-- --open` the reading of files.
import { cpus } from "node:os";
import { measureOpenings, printOpenings } from "./browser";
import { measureGrowth, printGrowth } from "./growth";
import { measureLimits } from "./limits";
import { measureOpening } from "./opening";
import { measurePacking, printPacking } from "./pack";
import { Peer } from "./peer";
import { readSpace } from "./space";
import { measureSearch, measureTargets, printTargets } from "./targets";

const wanted = process.argv.slice(2);
const wants = (part: string) => wanted.length === 0 || wanted.includes(part);

if (wants("--targets") || wanted.includes("--neighbours")) {
  const space = readSpace("public/datasets/wordnet-mrl-3072");
  const peer = Peer.find();
  if (!peer)
    console.error("scikit-learn is not here (Debian: apt-get install python3-sklearn): its columns stay empty.");
  const versions = peer ? (await peer.ask(`load ${space.folder} ${space.rows}`)).versions : "no scikit-learn";
  const rows = await (wants("--targets") ? measureTargets : measureSearch)(space, peer);
  peer?.close();
  const { build } = await measureLimits();
  console.log(
    `\n10,000 × 3,072, ${cpus().length} × ${cpus()[0].model}, Node ${process.version}, ${build} build, ${versions}\n`,
  );
  printTargets(rows);
}
if (wants("--open")) {
  const rows = await measureOpening();
  console.log("");
  printTargets(rows);
}
if (wants("--growth")) {
  const limits = await measureLimits();
  const costs = await measureGrowth(limits);
  console.log("");
  printGrowth(costs, limits);
}
if (wants("--browser")) {
  const openings = await measureOpenings();
  console.log("");
  printOpenings(openings);
}
if (wants("--pack")) {
  const packings = await measurePacking();
  console.log("");
  printPacking(packings);
}
