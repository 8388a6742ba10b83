import { scope, setK } from "../../state";
import { advance, VisibleClock } from "./advance";

/** Plays as long as the store says so; returns the way to stop following it. */
export function followPlaying(): () => void {
  let request = 0;
  let clock = new VisibleClock(performance.now());
  const follow = () => {
    const { playing } = scope.getState();
    if (playing && request === 0) {
      clock = new VisibleClock(performance.now());
      request = requestAnimationFrame(sweep());
    }
    if (playing || request === 0) return;
    cancelAnimationFrame(request);
    request = 0;
  };
  /** One sweep: keeps the exact place between the whole dims, and yields to whoever moves k meanwhile. */
  const sweep = () => {
    let place = scope.getState().k;
    const step = (now: number) => {
      const { k, scale, play, manifest, progress } = scope.getState();
      const seconds = clock.elapsed(now);
      request = requestAnimationFrame(step);
      if (!manifest || k > progress.columns) return;
      if (Math.round(place) !== k) place = k;
      const next = advance(place, play, { scale, dims: manifest.dims }, progress.columns, seconds);
      place = next.place;
      if (Math.round(place) !== k) setK(place);
      if (next.ended) scope.setState({ playing: false });
    };
    return step;
  };
  const onVisible = () => clock.restart(performance.now());
  const unsubscribe = scope.subscribe(follow);
  document.addEventListener("visibilitychange", onVisible);
  follow();
  return () => {
    unsubscribe();
    document.removeEventListener("visibilitychange", onVisible);
    cancelAnimationFrame(request);
  };
}
