import { hashOf, LIBRARY_STYLES } from "../policy.mjs";
import { frame } from "./frame.mjs";

/** What `src/sharing/page` fills in: each stands once in the page. */
const PLACES = ["%TITLE%", "%VIEW%", "%SPACE%", "%POINTS%"];

/** @param {string} script @param {string} style */
function directives(script, style) {
  return [
    "default-src 'none'",
    `script-src '${hashOf(script)}' 'wasm-unsafe-eval'`,
    "worker-src blob:",
    `style-src ${[hashOf(style), ...LIBRARY_STYLES].map((hash) => `'${hash}'`).join(" ")}`,
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/**
 * Puts what was built into one page, and lets nothing else through: its script and its style by their hashes, no
 * connection at all.
 *
 * @param {string} name of the page
 * @returns {import("vite").Plugin}
 */
export function oneFile(name) {
  return {
    name: "one-file",
    enforce: "post",
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const chunks = files.filter(({ type }) => type === "chunk");
      const styles = files.filter(({ fileName }) => fileName.endsWith(".css"));
      const others = files.filter((file) => !chunks.includes(file) && !styles.includes(file));
      if (chunks.length !== 1 || others.length > 0) {
        this.error(
          `One script and styles are one page; there are ${files.map(({ fileName }) => fileName).join(", ")}.`,
        );
      }
      // Neither may end, or open, an element from within a string.
      const script = chunks[0].code
        // What an import would have fetched before itself: all is here already.
        .replaceAll("__VITE_PRELOAD__", "void 0")
        .replace(/<(\/script|!--)/gi, "\\x3C$1")
        .replaceAll("\r", "\\r")
        .trim();
      const style = styles
        .map(({ source }) => String(source))
        .join("\n")
        .trim();
      const filled = frame({ policy: directives(script, style), style, script });
      for (const place of PLACES) {
        if (filled.split(place).length !== 2) this.error(`${place} has to stand in the page once.`);
      }
      for (const { fileName } of files) delete bundle[fileName];
      this.emitFile({ type: "asset", fileName: name, source: filled });
    },
  };
}
