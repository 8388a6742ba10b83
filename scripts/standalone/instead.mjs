import { existsSync } from "node:fs";
import { resolve } from "node:path";

/**
 * Takes some modules in place of others. One that is not met any more is an error, so that no move of a file brings back
 * what was left out.
 *
 * @param {Record<string, string>} table from a module to another, both without their endings, from the root
 * @param {{ strict: boolean }} options whether all of them have to be met
 * @returns {import("vite").Plugin}
 */
export function instead(table, { strict }) {
  const withEnding = (path) => [".ts", ".tsx"].map((ending) => resolve(path + ending)).find((file) => existsSync(file));
  const entries = Object.entries(table).map(([from, to]) => [withEnding(from), withEnding(to)]);
  const missing = Object.keys(table).find((_, i) => entries[i].includes(undefined));
  if (missing) throw new Error(`There is no ${missing} to be left out of the self-contained page, or nothing for it.`);
  const replaced = new Map(entries);
  const names = new Set(Object.keys(table).flatMap((path) => path.split("/").slice(-2)));
  const met = new Set();
  return {
    name: "instead",
    enforce: "pre",
    async resolveId(source, importer, options) {
      // Most imports cannot be meant; to resolve every one would take as long as the build.
      if (!names.has(source.split("/").at(-1))) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const other = found && replaced.get(found.id);
      // What stands in for a module may use it.
      if (!other || importer === other) return null;
      met.add(found.id);
      return other;
    },
    buildEnd(error) {
      const unmet = [...replaced.keys()].find((file) => !met.has(file));
      if (strict && !error && unmet) this.error(`Nothing imports ${unmet} any more: take it off the list.`);
    },
  };
}
