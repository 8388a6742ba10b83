import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { linkPreview } from "./scripts/link-preview.mjs";
import { offline } from "./scripts/offline/plugin.mjs";
import { policy } from "./scripts/policy.mjs";
import { standalone } from "./scripts/standalone/plugin.mjs";
import { words } from "./scripts/words/plugin.mjs";

export default defineConfig({
  // A relative base: the built page works from any folder of any static host.
  base: "./",
  plugins: [words(), react(), linkPreview(), policy(), standalone(), offline()],
  worker: { format: "es", plugins: () => [words()] },
  build: {
    target: "es2023",
    chunkSizeWarningLimit: 1200,
    // What jsPDF would fetch to read HTML and SVG, which is never asked of it.
    rolldownOptions: { external: ["html2canvas", "dompurify", "canvg"] },
  },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{src,data,cli,scripts,bench}/**/*.test.{ts,tsx}"],
          setupFiles: ["scripts/words/english.setup.ts", "scripts/property.setup.ts"],
          testTimeout: 60_000,
          pool: "forks",
          execArgv: ["--experimental-wasm-relaxed-simd"],
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/**/*.test.ts"],
          globalSetup: ["tests/support/serve.ts"],
          // A machine of a build service is five times slower than a desk, and stands still now and then: no deadline is
          // met by luck, and what hangs is still found.
          testTimeout: 360_000,
          hookTimeout: 360_000,
          expect: { poll: { timeout: 60_000 } },
          // One browser at a time: two would share the two cores and time out by turns.
          fileParallelism: false,
        },
      },
    ],
  },
});
