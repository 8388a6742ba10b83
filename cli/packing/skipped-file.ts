import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { textOf } from "../../src/i18n/said";
import type { SkippedRow } from "../../src/sources/table";

/** Rows that were left out, counted and listed in a file, which is only there where there is one. */
export class SkippedFile {
  count = 0;
  readonly #path: string;
  #file: number | null = null;

  /** @param path where the list goes; one that is left there from before is removed */
  constructor(path: string) {
    this.#path = path;
    rmSync(path, { force: true });
  }

  /** Adds a row, counted from 0; the file counts from 1, as people do. */
  add({ row, place, why }: SkippedRow): void {
    if (this.#file === null) {
      this.#file = openSync(this.#path, "w");
      writeSync(this.#file, "row,place,why\r\n");
    }
    this.count++;
    writeSync(this.#file, `${row + 1},${quoted(textOf(place ?? ""))},${quoted(textOf(why))}\r\n`);
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
