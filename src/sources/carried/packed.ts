import { fromBase85, toBase85 } from "./base85";

/** Packs bytes (gzip) into text as they come; `end` gives the text, as ASCII. */
export class PackedText {
  readonly #stream = new CompressionStream("gzip");
  readonly #writer = this.#stream.writable.getWriter();
  readonly #text: Uint8Array<ArrayBuffer>[] = [];
  readonly #reading = this.#read();

  /** Takes the next bytes, and resolves when there is room for more. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    return this.#writer.write(bytes);
  }

  /** The text of all that was written. */
  async end(): Promise<Blob> {
    await this.#writer.close();
    await this.#reading;
    return new Blob(this.#text, { type: "text/plain" });
  }

  async #read(): Promise<void> {
    let rest = new Uint8Array(0);
    const reader = this.#stream.readable.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const bytes = new Uint8Array(rest.length + next.value.length);
      bytes.set(rest);
      bytes.set(next.value, rest.length);
      const whole = bytes.length - (bytes.length % 4);
      this.#text.push(toBase85(bytes.subarray(0, whole)));
      rest = bytes.slice(whole);
    }
    this.#text.push(toBase85(rest));
  }
}

/** What was packed, as it is unpacked. An error of the stream says that the text is not whole. */
export function unpacked(text: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  const parts = fromBase85(text);
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      try {
        const { value, done } = parts.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(error);
      }
    },
  });
  return packed.pipeThrough(new DecompressionStream("gzip"));
}
