import { said } from "../i18n/said";
import type { Folder } from "./files";
import { SourceError } from "./problem";

/** Files that were dropped or chosen, as the folder that one of them lies in. */
export function filesFolder(files: readonly { file: File; path: string }[], manifest: string): Folder {
  const base = manifest.slice(0, manifest.lastIndexOf("/") + 1);
  const where = (name: string) => `${base}${name}`;
  return {
    where,
    async open(name) {
      const found = files.find(({ path }) => path === where(name));
      if (!found) {
        throw new SourceError({
          what: said("The dataset folder has no file {name}, which its dataset.json names.", { name }),
          where: where(name),
          remedy: said("Drop the whole folder, with all its files."),
        });
      }
      return { stream: found.file.stream(), bytes: () => found.file.arrayBuffer() };
    },
  };
}
