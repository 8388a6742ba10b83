import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { build } from "vite";

// A reader that few open a file for is kept when it has been asked for, as spaces are.
const LARGE_BYTES = 900_000;

/**
 * Builds the service worker (`dist/sw.js`) behind everything else: it names all files of the site with the hash of their
 * bytes, so it is another one exactly where one of them is.
 *
 * @returns {import("vite").Plugin}
 */
export function offline() {
  let config;
  return {
    name: "offline",
    apply: "build",
    configResolved(resolved) {
      config = resolved;
    },
    closeBundle: {
      // The self-contained page is built in the same hook, and is one of the files.
      sequential: true,
      order: "post",
      async handler() {
        const { outDir } = config.build;
        const files = filesOf(outDir);
        const [page, asked] = [files.filter(isOfPage), files.filter((file) => !isOfPage(file))];
        const told = (list) => JSON.stringify(list.map(({ url, revision }) => ({ url, revision })));
        await build({
          configFile: false,
          publicDir: false,
          logLevel: "warn",
          define: {
            __PAGE_FILES__: told(page),
            __ASKED_FILES__: told(asked),
            "process.env.NODE_ENV": '"production"',
          },
          build: {
            outDir,
            emptyOutDir: false,
            target: "es2023",
            reportCompressedSize: false,
            rolldownOptions: {
              input: "src/offline/service-worker.ts",
              output: { format: "iife", entryFileNames: "sw.js", codeSplitting: false },
            },
          },
        });
      },
    },
  };
}

const isOfPage = ({ url, bytes }) => !/^(datasets|standalone)\//.test(url) && bytes < LARGE_BYTES;

function filesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ url: relative(folder, path).split(sep).join("/"), path, bytes: statSync(path).size }))
    .filter(({ url }) => !/^(sw\.js|datasets\/(index\.json|.*\.(md|txt)))$/.test(url))
    .map((file) => ({
      ...file,
      revision: createHash("sha256").update(readFileSync(file.path)).digest("hex").slice(0, 16),
    }));
}
