import { Zip, ZipPassThrough } from "fflate";
import { said } from "../../i18n";
import { ExportError } from "./export-error";
import { Parts } from "./parts";

/** Where a zip archive ends whose places have 32 bits. */
const MOST_BYTES = 0xffff_ffff;

/**
 * A zip archive that grows. What is in it is stored as it is: vectors hardly pack, Parquet is packed already, and from
 * what is stored a reader takes a part without unpacking the rest.
 */
export class Archive {
  readonly #parts = new Parts();
  readonly #zip = new Zip((error, bytes) => {
    if (error) throw error;
    this.#parts.add(bytes.slice());
  });
  #file: ZipPassThrough | null = null;

  /** Begins a file; the one before it ends there. */
  begin(name: string): void {
    this.#endFile();
    this.#file = new ZipPassThrough(name);
    // The same content shall give the same archive.
    this.#file.mtime = "1980-01-01T12:00:00";
    this.#zip.add(this.#file);
  }

  /** @throws ExportError when the archive would become larger than one can be */
  add(bytes: Uint8Array): void {
    if (this.#parts.size + bytes.length > MOST_BYTES - (1 << 20)) {
      throw new ExportError(
        said(
          "This is more than the 4 GB that an archive holds: the command “matryoscope pack” writes a folder of any size.",
        ),
      );
    }
    this.#file?.push(bytes);
  }

  end(): Blob {
    this.#endFile();
    this.#zip.end();
    return this.#parts.blob("application/zip");
  }

  #endFile(): void {
    this.#file?.push(new Uint8Array(), true);
    this.#file = null;
  }
}
