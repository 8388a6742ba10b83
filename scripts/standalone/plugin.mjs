import react from "@vitejs/plugin-react";
import { build } from "vite";
import { words } from "../words/plugin.mjs";
import { instead } from "./instead.mjs";
import { oneFile } from "./one-file.mjs";
import { inlineWorkers } from "./workers.mjs";

/** What a page that carries its space does without, or does in its own way. */
const INSTEAD = {
  "src/state/worker": "src/state/carrying/held-worker",
  "src/state/other-profile": "src/state/carrying/own",
  "src/panels/open-data/Gate": "src/panels/held/nothing",
  "src/panels/top-bar/OpenDataButton": "src/panels/held/nothing",
  "src/panels/top-bar/SheetButton": "src/panels/held/nothing",
  "src/panels/sheet/Sheets": "src/panels/held/nothing",
  "src/panels/story/StoryButton": "src/panels/held/nothing",
  "src/panels/story/Story": "src/panels/held/nothing",
  "src/panels/choosers/DatasetSelect": "src/panels/held/HeldName",
};

/**
 * Builds the app once more, as one page into which a space can be put (`dist/standalone/page.html`): what Share makes a
 * self-contained page of.
 *
 * @returns {import("vite").Plugin}
 */
export function standalone() {
  let config;
  return {
    name: "standalone",
    apply: "build",
    configResolved(resolved) {
      config = resolved;
    },
    async closeBundle() {
      await buildStandalone({ outDir: `${config.build.outDir}/standalone`, logLevel: "warn" });
    },
  };
}

/** @param {{ outDir: string, logLevel: import("vite").LogLevel }} options */
export function buildStandalone({ outDir, logLevel }) {
  const plugins = (strict) => [words(), instead(INSTEAD, { strict }), inlineWorkers()];
  return build({
    configFile: false,
    mode: "standalone",
    publicDir: false,
    logLevel,
    base: "./",
    plugins: [...plugins(true), react(), oneFile("page.html")],
    worker: {
      format: "iife",
      plugins: () => plugins(false),
      rolldownOptions: { output: { codeSplitting: false }, checks: { pluginTimings: false } },
    },
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2023",
      modulePreload: false,
      cssCodeSplit: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      chunkSizeWarningLimit: 100_000,
      reportCompressedSize: false,
      rolldownOptions: { input: "src/main.tsx", output: { codeSplitting: false }, checks: { pluginTimings: false } },
    },
  });
}
