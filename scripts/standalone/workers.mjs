const CALL =
  /new Worker\(\s*new URL\(\s*"(\.\/[^"]+)"\s*,\s*import\.meta\.url\s*\)\s*,\s*\{\s*type:\s*"module"\s*,?\s*\}\s*\)/g;

/**
 * Puts the code of every worker into whatever starts it: a page that was opened as a file can fetch none, but it can
 * make an address of a text it holds.
 *
 * @returns {import("vite").Plugin}
 */
export function inlineWorkers() {
  return {
    name: "inline-workers",
    enforce: "pre",
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/ },
      handler(code) {
        const imports = [];
        const inlined = code.replace(CALL, (_, file) => {
          imports.push(`import InlineWorker${imports.length} from "${file}?worker&inline";`);
          return `new InlineWorker${imports.length - 1}()`;
        });
        if (inlined.includes("new Worker(")) this.error("A worker is started in a way that no single file can hold.");
        // Behind, so that no line moves.
        return imports.length > 0 ? { code: `${inlined}\n${imports.join("\n")}`, map: null } : null;
      },
    },
  };
}
