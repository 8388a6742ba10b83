/** One line on standard error that is written over; where that is no terminal, a line now and then. */
export class Progress {
  readonly #began = performance.now();
  #lastLine = 0;

  show(text: string): void {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
    else if (performance.now() - this.#lastLine > 10_000) this.#line(text);
  }

  /** Step `step` of `steps`, with the time since the beginning. */
  steps(name: string, step: number, steps: number, detail: string): void {
    this.show(`${name}: step ${step} of ${steps}, ${detail}, ${this.#elapsed()}`);
  }

  /** A line that stays. */
  done(text: string): void {
    if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
    this.#line(`${text} (${this.#elapsed()})`);
  }

  #line(text: string): void {
    this.#lastLine = performance.now();
    process.stderr.write(`${text}\n`);
  }

  #elapsed(): string {
    const seconds = Math.round((performance.now() - this.#began) / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
}
