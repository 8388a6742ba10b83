// npm run fuzz [-- CASES [SECONDS [SEED]]]: breaks every sample in many ways, and has each read in a process that is watched.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Case, Outcome } from "./child";
import { allowedBytes } from "./memory";
import { COMPANIONS, sampleFiles } from "./samples";

const LONGEST_MS = 10_000;
const PROCESSES = 2;

const [cases = 20_000, seconds = 3600, firstSeed = 1] = process.argv.slice(2).map(Number);
const names = [...sampleFiles().keys()].filter((name) => !COMPANIONS.includes(name));
const began = performance.now();
const counts = new Map(names.map((name) => [name, { read: 0, refused: 0, faults: 0 }]));
const faults: string[] = [];
let given = 0;
let slowest = { ms: 0, what: "" };

function next(): Case | null {
  if (given >= cases || performance.now() - began > seconds * 1000) return null;
  const turn = given++;
  return { name: names[turn % names.length], seed: firstSeed * 1_000_003 + turn };
}

function fault({ name, seed }: Case, why: string): void {
  counts.get(name)!.faults++;
  faults.push(`${name}, seed ${seed}: ${why}`);
  if (faults.length <= 40) console.error(faults.at(-1));
}

function take(outcome: Outcome, ms: number): void {
  const { name, seed, bytes, most, way, verdict } = outcome;
  if (ms > slowest.ms) slowest = { ms, what: `${name}, seed ${seed}` };
  if (verdict.kind === "fault") fault(outcome, `(${way}) ${verdict.why}`);
  else if (most > allowedBytes(bytes))
    fault(outcome, `(${way}) took ${most.toLocaleString("en")} bytes for a file of ${bytes.toLocaleString("en")}`);
  else counts.get(name)![verdict.kind]++;
}

async function run(): Promise<void> {
  let child = await start();
  for (let one = next(); one; one = next()) {
    const at = performance.now();
    const outcome = await ask(child, one);
    if (typeof outcome !== "string") {
      take(outcome, performance.now() - at);
      continue;
    }
    fault(one, outcome);
    child.kill("SIGKILL");
    child = await start();
  }
  child.kill();
}

/** A process that has read what it needs: what follows is the time of its cases alone. */
async function start(): Promise<ChildProcess> {
  const child = fork(new URL("./child.ts", import.meta.url), {
    execArgv: ["--import", "tsx", "--max-old-space-size=1024", "--expose-gc"],
  });
  await once(child, "message");
  return child;
}

/** What became of a case; in words, where its process hung or ended. */
function ask(child: ChildProcess, one: Case): Promise<Outcome | string> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(`hangs: no answer in ${LONGEST_MS / 1000} s`), LONGEST_MS);
    const onExit = (code: number | null, signal: string | null) => end(`ends its process (${signal ?? code})`);
    const onMessage = (outcome: unknown) => end(outcome as Outcome);
    const end = (outcome: Outcome | string) => {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onExit);
      resolve(outcome);
    };
    child.on("message", onMessage).on("exit", onExit);
    child.send(one);
  });
}

await Promise.all(Array.from({ length: PROCESSES }, run));
console.log("sample".padEnd(44), "read".padStart(7), "refused".padStart(8), "faults".padStart(7));
for (const [name, { read, refused, faults: wrong }] of counts) {
  console.log(name.padEnd(44), String(read).padStart(7), String(refused).padStart(8), String(wrong).padStart(7));
}
const [count, took] = [given.toLocaleString("en"), ((performance.now() - began) / 1000).toFixed(0)];
console.log(
  `${count} cases in ${took} s, ${faults.length} faults; the slowest took ${slowest.ms.toFixed(0)} ms (${slowest.what})`,
);
process.exit(faults.length > 0 ? 1 : 0);
