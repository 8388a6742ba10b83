import { defineConfig } from "vite";
import { words } from "./scripts/words/plugin.mjs";

// The package for Node: the two entry points, the command line, and what a worker thread begins with, side by side.
export default defineConfig({
  plugins: [words()],
  publicDir: false,
  build: {
    outDir: "lib",
    ssr: true,
    target: "node20",
    minify: false,
    rolldownOptions: {
      input: {
        numeric: "src/numeric/index.ts",
        engine: "src/engine/node.ts",
        cli: "cli/bin.ts",
        // For pages: what speaks with a view in a frame, the component, the element, and the plugin that brings the app.
        embed: "src/embed/connect.ts",
        react: "src/embed/react.tsx",
        element: "src/embed/element.ts",
        vite: "src/embed/vite.ts",
        "shard.thread": "src/engine/shard.thread.ts",
      },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
