import type { Frame } from "../state";

interface Waiter {
  frame: Frame;
  /** Whether the scene has set out for the frame since; if another overtakes it then, it counts as done with. */
  aimed: boolean;
  resolve: () => void;
}

/** Who waits for which frame to be on screen. */
export class Drawn {
  #aimed: Frame | null = null;
  #settled = false;
  #waiters: Waiter[] = [];

  /** The scene has set out for this frame. */
  aim(frame: Frame): void {
    this.#aimed = frame;
    this.#settled = false;
    for (const waiter of this.#waiters) waiter.aimed ||= waiter.frame === frame;
  }

  /** The exact positions of the frame last aimed for are on screen. */
  settle(): void {
    this.#settled = true;
    if (this.#waiters.length === 0) return;
    const done = this.#waiters.filter((waiter) => waiter.aimed);
    this.#waiters = this.#waiters.filter((waiter) => !waiter.aimed);
    for (const waiter of done) waiter.resolve();
  }

  /** Resolves when the frame is on screen, or one that has overtaken it. */
  when(frame: Frame): Promise<void> {
    const aimed = this.#aimed === frame;
    if (aimed && this.#settled) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push({ frame, aimed, resolve }));
  }
}

/** The page has one cloud; those who wait may come before it is mounted. */
export const drawn = new Drawn();
