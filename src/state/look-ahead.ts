import { type EngineClient, rungsAround } from "../engine";
import { ghostDue } from "./ghosting";
import { keyframes } from "./keyframes";
import type { ScopeState } from "./scope";
import { openSizeDue } from "./sizing";

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
  follow(client: EngineClient, state: ScopeState): void {
    const { data, k, mode, axes, manifest, progress, frame } = state;
    const reach = Math.min(k, progress.columns);
    if (!manifest || frame?.k !== reach || frame.mode !== mode || frame.axes !== axes) return;
    // A ghost that a link shows is seen: it goes before what may be wanted next.
    const ghost = ghostDue(state);
    if (ghost) {
      this.#ask(`${data} ghost ${ghost.k} ${ghost.mode} ${ghost.axes}`, () =>
        client.ahead([ghost.k], ghost.axes, ghost.mode),
      );
      return;
    }
    const due = openSizeDue(state, keyframes);
    if (due !== null) {
      this.#ask(`${data} size ${due} ${mode} ${axes}`, () => client.ahead([due], axes, mode));
      return;
    }
    const rows = frame.scores.length / 3;
    const rungs = rungsAround(k, manifest.dims, progress.columns).slice(0, keyframes.capacity(rows));
    this.#ask(`${data} ${mode} ${axes} ${rungs.join(" ")}`, () => {
      const missing = rungs.filter((rung) => !keyframes.has(rung));
      // Those that stay wanted count as used, the nearest last, so that what goes is what is far.
      for (const rung of rungs.toReversed()) keyframes.get(rung);
      client.ahead(missing, axes, mode);
    });
  }

  #ask(what: string, ask: () => void): void {
    if (what === this.#asked) return;
    this.#asked = what;
    ask();
  }
}
