import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "tests/samples";

/** Files that are no sample by themselves: another names them. */
export const COMPANIONS: readonly string[] = ["projector-metadata.tsv", "projector-tensors.bytes"];

/** The files that other programs wrote, by name. */
export function sampleFiles(): Map<string, Uint8Array<ArrayBuffer>> {
  const names = readdirSync(FOLDER).filter(
    (name) => !/^(make-.*|README.*)$/.test(name) && statSync(join(FOLDER, name)).isFile(),
  );
  return new Map(names.sort().map((name) => [name, new Uint8Array(readFileSync(join(FOLDER, name)))]));
}
