import { t } from "../../i18n";

/** Over how long the speed of the line is taken. */
const WINDOW_MS = 5_000;
/** Before that much has been seen, nothing is foretold. */
const LEAST_MS = 500;

/** How fast bytes arrive, and so how long the rest takes. */
export class ArrivalRate {
  #samples: { at: number; bytes: number }[] = [];

  /** So many bytes have arrived by now; fewer than before means that another file is being read. */
  note(at: number, bytes: number): void {
    const last = this.#samples.at(-1);
    if (last && bytes < last.bytes) this.#samples = [];
    if (last?.bytes === bytes) return;
    this.#samples.push({ at, bytes });
    while (this.#samples.length > 2 && at - this.#samples[1].at > WINDOW_MS) this.#samples.shift();
  }

  /** Seconds until `total` bytes are there; null while it cannot be said. */
  secondsLeft(total: number): number | null {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)];
    if (!first || !last || last.at - first.at < LEAST_MS) return null;
    return Math.max(0, (total - last.bytes) / ((last.bytes - first.bytes) / (last.at - first.at)) / 1000);
  }
}

/** A time to wait in words, coarser the longer it is: "3 s left", "40 s left", "4 min left". */
export function timeLeft(seconds: number): string {
  if (seconds < 1) return t("a moment left");
  if (seconds < 10) return t("{seconds} s left", { seconds: Math.round(seconds) });
  if (seconds < 95) return t("{seconds} s left", { seconds: 5 * Math.round(seconds / 5) });
  return t("{minutes} min left", { minutes: Math.round(seconds / 60) });
}
