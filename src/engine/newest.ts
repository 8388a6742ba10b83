/** Asks one thing at a time: of what is wished for meanwhile only the newest is kept and asked next. */
export class Newest<W> {
  readonly #ask: (wish: W) => void;
  #asked = false;
  #wish: W | null = null;

  constructor(ask: (wish: W) => void) {
    this.#ask = ask;
  }

  /** Wishes for something; it takes the place of a wish that has not been asked yet. */
  wish(wish: W): void {
    this.#wish = wish;
    this.#next();
  }

  /** What was asked last has been answered. */
  answered(): void {
    this.#asked = false;
    this.#next();
  }

  #next(): void {
    if (this.#asked || this.#wish === null) return;
    const wish = this.#wish;
    this.#asked = true;
    this.#wish = null;
    this.#ask(wish);
  }
}
