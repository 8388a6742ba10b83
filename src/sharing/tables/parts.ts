const PART_BYTES = 8 << 20;

/** Bytes and text that become a file. They are handed to the browser as they come, which may lay them down on disk. */
export class Parts {
  readonly #laid: Blob[] = [];
  #pending: BlobPart[] = [];
  #held = 0;
  /** Bytes so far (of text about that). */
  size = 0;

  add(part: string | Uint8Array<ArrayBuffer>): void {
    this.#pending.push(part);
    this.#held += part.length;
    this.size += part.length;
    if (this.#held < PART_BYTES) return;
    this.#laid.push(new Blob(this.#pending));
    this.#pending = [];
    this.#held = 0;
  }

  /** All of it. */
  blob(type: string): Blob {
    return new Blob([...this.#laid, ...this.#pending], { type });
  }
}
