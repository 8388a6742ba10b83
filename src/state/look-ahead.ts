import { type EngineClient, rungsAround } from "../engine";
import { keyframes } from "./keyframes";
import type { ScopeState } from "./scope";

/**
 * Asks for the keyframes around the slider whenever it has come to rest, nearest first: as many as there is room for.
 */
export class LookAhead {
  #asked = "";

  /** Forgets what was asked: another worker answers now. */
  reset(): void {
    this.#asked = "";
    keyframes.clear();
  }

  /** Follows a change of the state; at rest is, whose exact frame is there. */
  follow(client: EngineClient, { data, k, mode, axes, manifest, progress, frame }: ScopeState): void {
    const reach = Math.min(k, progress.columns);
    if (!manifest || frame?.k !== reach || frame.mode !== mode || frame.axes !== axes) return;
    const rows = frame.scores.length / 3;
    const rungs = rungsAround(k, manifest.dims, progress.columns).slice(0, keyframes.capacity(rows));
    const asked = `${data} ${mode} ${axes} ${rungs.join(" ")}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    const missing = rungs.filter((rung) => !keyframes.has(rung));
    // Those that stay wanted count as used, the nearest last, so that what goes is what is far.
    for (const rung of rungs.toReversed()) keyframes.get(rung);
    client.ahead(missing, axes, mode);
  }
}
