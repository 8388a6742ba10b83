const WIDTH = 24;

/** A bar on standard error, one line that is written over; nothing where that is no terminal. */
export class Progress {
  readonly #label: string;
  readonly #shown = process.stderr.isTTY;
  #last = -1;

  constructor(label: string) {
    this.#label = label;
  }

  /** @param share how much is done, 0 to 1 */
  show(share: number): void {
    const percent = Math.floor(100 * Math.min(1, share));
    if (!this.#shown || percent === this.#last) return;
    this.#last = percent;
    const full = Math.round((WIDTH * percent) / 100);
    process.stderr.write(`\r${this.#label} ${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${percent} %`);
  }

  /** Wipes the bar. */
  end(): void {
    if (this.#shown && this.#last >= 0) process.stderr.write("\r\x1b[2K");
    this.#last = -1;
  }
}
