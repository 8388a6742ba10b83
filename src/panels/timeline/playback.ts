import { scope, setK } from "../../state";
import { LEAST, sweepOn } from "./axis";

/** Plays as long as the store says so; returns the way to stop following it. */
export function followPlaying(): () => void {
  let request = 0;
  const follow = () => {
    const { playing } = scope.getState();
    if (playing && request === 0) request = requestAnimationFrame(sweep());
    if (playing || request === 0) return;
    cancelAnimationFrame(request);
    request = 0;
  };
  /** One sweep: keeps the exact place between the whole dims, and yields to whoever moves k meanwhile. */
  const sweep = () => {
    let before = performance.now();
    let place = scope.getState().k;
    const step = (now: number) => {
      const { k, scale, manifest, progress } = scope.getState();
      // A tab that slept goes on from where it was.
      const seconds = Math.min(0.1, Math.max(0, now - before) / 1000);
      before = now;
      request = requestAnimationFrame(step);
      if (!manifest || k > progress.columns) return;
      if (Math.round(place) !== k) place = k;
      // At the edge of what has arrived it waits.
      place = Math.min(progress.columns, sweepOn(Math.max(LEAST, place), { scale, dims: manifest.dims }, seconds));
      if (Math.round(place) !== k) setK(place);
      if (place >= manifest.dims) scope.setState({ playing: false });
    };
    return step;
  };
  const unsubscribe = scope.subscribe(follow);
  follow();
  return () => {
    unsubscribe();
    cancelAnimationFrame(request);
  };
}
