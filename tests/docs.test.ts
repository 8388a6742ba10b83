import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testBrowser } from "./support/browser";
import { type DocBlock, docBlocks, PAGES } from "./support/doc-blocks";

// What the docs tell people to run is run: in a folder that looks like a checkout, so that nothing is left in this one.

const browser = testBrowser([], "quickPage");
const blocks = docBlocks();
const of = (...languages: string[]) =>
  blocks.filter((block) => block.notRun === null && languages.includes(block.language));
const name = ({ file, code }: DocBlock) => `${file}: ${code.split("\n")[0]}`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "matryoscope-docs-"));
  for (const entry of readdirSync("."))
    if (!entry.startsWith(".")) symlinkSync(join(process.cwd(), entry), join(folder, entry));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: string[], input?: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8", input });
  expect(status, `${command} ${args.join(" ")}\n${input ?? ""}\n${stderr}`).toBe(0);
  return stdout;
}

const RUN = ["sh", "console", "js", "python", "html", "jsx", "tsx", "ts"];
// What is no program: a picture of a folder, a setting of a server, an address.
const SHOWN = ["text", "json", "nginx", "yaml"];

const NOT_RUN = [
  "README.md: it is what runs this",
  "README.md: it leaves a server running; tests/serve.test.ts frames one",
  "docs/beyond-one-machine.md: it needs a Slurm cluster",
  "docs/beyond-one-machine.md: it needs a Spark cluster",
  "docs/beyond-one-machine.md: it needs a Ray cluster",
  "docs/cli.md: it needs a notebook",
  "docs/tables.md: the files are what you saved",
];
// tests/package.test.ts makes a site of them.
const SITE_PAGES = ["README.md", "docs/embedding.md"];

test("every block says what it is, and those that cannot be run say why", () => {
  expect(blocks.filter(({ language }) => ![...RUN, ...SHOWN].includes(language)).map(name)).toEqual([]);
  const reasons = blocks.filter(({ notRun }) => notRun !== null).map((block) => `${block.file}: ${block.notRun}`);
  expect(reasons).toEqual(NOT_RUN);
  expect(of("html", "jsx", "tsx", "ts").filter(({ file }) => !SITE_PAGES.includes(file))).toEqual([]);
  const scripts = of("js").filter(({ code }) => !/\bmatryoscope\./.test(code));
  expect(scripts.map(({ code }) => code.split(":")[0].split("\n")[0])).toEqual(["// example.mjs", "// vite.config.js"]);
});

test("links from page to page lead to files that are there", async () => {
  const { marked } = await import("marked");
  const { readFileSync } = await import("node:fs");
  const lost: string[] = [];
  for (const page of PAGES) {
    marked.walkTokens(marked.lexer(readFileSync(page, "utf8")), (token) => {
      if (token.type !== "link" && token.type !== "image") return;
      const [path] = String(token.href).split("#");
      if (path && !/^[a-z]+:/.test(path) && !existsSync(join(page, "..", path))) lost.push(`${page}: ${token.href}`);
    });
  }
  expect(lost).toEqual([]);
});

describe("in a shell", () => {
  test.each(of("sh").map((block) => [name(block), block] as const))("%s", (_, { code }) => {
    run("bash", ["-euo", "pipefail", "-c", code]);
  });

  test.each(of("console").map((block) => [name(block), block] as const))("%s prints that", (_, { code }) => {
    for (const part of code.split(/^\$ /m).filter(Boolean)) {
      const [command, ...lines] = part.trimEnd().split("\n");
      expect(run("bash", ["-euo", "pipefail", "-c", command])).toContain(lines.join("\n"));
    }
  });
});

describe("on the page", () => {
  test.each(
    of("js")
      .filter(({ code }) => /\bmatryoscope\./.test(code))
      .map((block) => [name(block), block] as const),
  )("%s", async (_, { code }) => {
    const page = await browser.open();
    await page.evaluate(`(async () => { ${code}\n })()`);
    await page.close();
  });
});

// Python is not asked of a machine that tests: where it is, with what a block imports, the block is run.
const hasModule = (module: string) => spawnSync("python3", ["-c", `import ${module}`]).status === 0;
describe("in Python", () => {
  for (const block of of("python")) {
    const imports = [...block.code.matchAll(/^(?:import|from) ([\w, ]+?)(?: import| as|;|$)/gm)].flatMap(([, names]) =>
      names.split(/, */),
    );
    test.skipIf(!imports.every(hasModule))(name(block), () => {
      run("python3", ["-"], block.code);
    });
  }
});
