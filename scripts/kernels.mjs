// Compiles the AssemblyScript kernels, plain and relaxed, into modules that carry their bytes: browser, worker and Node
// then load them the same way, with no fetch. The output is ignored by git and the same bytes at every run.
import { existsSync, readdirSync, statSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import asc from "assemblyscript/asc";

const builds = [
  {
    entry: "src/numeric/kernels/assembly/index.ts",
    out: "src/numeric/kernels/generated",
    name: "plain",
    features: ["simd"],
  },
  {
    entry: "src/numeric/kernels/assembly/index.ts",
    out: "src/numeric/kernels/generated",
    name: "relaxed",
    features: ["simd", "relaxed-simd"],
  },
];

/** Whether an output is newer than everything it is made of. */
function current(out, name, folder) {
  const file = `${out}/${name}.ts`;
  if (!existsSync(file)) return false;
  const made = statSync(file).mtimeMs;
  const sources = readdirSync(folder).map((source) => `${folder}/${source}`);
  const parts = [...sources, "scripts/kernels.mjs", "node_modules/assemblyscript/package.json"];
  return parts.every((part) => statSync(part).mtimeMs < made);
}

for (const { entry, out, name, features } of builds) {
  if (current(out, name, dirname(entry))) continue;
  const files = new Map();
  const { error, stderr } = await asc.main(
    [
      entry,
      "--outFile",
      "kernels.wasm",
      "-O3",
      "--noAssert",
      "--runtime",
      "stub",
      "--importMemory",
      "--maximumMemory",
      "65536",
      ...features.flatMap((feature) => ["--enable", feature]),
    ],
    { writeFile: (path, bytes) => void files.set(path, bytes) },
  );
  if (error) {
    console.error(`The kernel build ${name} of ${entry} failed.\n${stderr.toString()}`);
    process.exit(1);
  }
  const bytes = files.get("kernels.wasm");
  await mkdir(out, { recursive: true });
  const text = Buffer.from(bytes).toString("base64");
  await writeFile(`${out}/${name}.ts`, `// Made by scripts/kernels.mjs.\nexport const wasm =\n  "${text}";\n`);
  console.error(`kernels: ${name} ${bytes.length} bytes`);
}
