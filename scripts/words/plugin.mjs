import { compileMessage } from "@lingui/message-utils/compileMessage";
import { sentences } from "./calls.mjs";

/**
 * Compiles the sentences of the interface when the page is built, so that no parser of messages goes with it: in the
 * code `t("{n} rows", …)` becomes `t(["{n} rows", [["n"], " rows"]], …)`, and a catalogue holds what is compiled.
 *
 * @returns {import("vite").Plugin}
 */
export function words() {
  return {
    name: "words",
    enforce: "pre",
    transform: {
      filter: { id: [/\/src\/.*\.tsx?$/, /\/cli\/.*\.ts$/, /\.words\.json$/] },
      handler(code, id) {
        if (id.endsWith(".words.json")) return { code: catalogue(code), map: null };
        if (!/\b(t|said)\(/.test(code)) return null;
        let result = code;
        for (const { message, start, end } of sentences(code, id).reverse()) {
          if (message?.includes("{")) result = result.slice(0, start) + compiled(message) + result.slice(end);
        }
        // Nothing moves to another line, which is what a trace of an error tells.
        return { code: result, map: null };
      },
    },
  };
}

const compiled = (message) => JSON.stringify([message, compileMessage(message)]);

function catalogue(text) {
  const entries = Object.entries(JSON.parse(text));
  return JSON.stringify(Object.fromEntries(entries.map(([id, message]) => [id, compileMessage(message)])));
}
