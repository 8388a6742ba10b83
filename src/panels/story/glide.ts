import { scope, setK } from "../../state";
import { dimsAt, shareOf } from "../timeline/axis";

/** How long the slider is on its way, in ms: long enough to see the cloud follow, short enough to wait for. */
const DURATION = 900;

let request = 0;
/** Where it has moved the slider last. */
let last = 0;

/** Whether the slider is on its way to a stop, and nobody has taken it. */
export function isGliding(): boolean {
  return request !== 0 && scope.getState().k === last;
}

/** Moves the slider to a stop, eased at both ends; at once for who wants no motion. Whoever moves it meanwhile has it. */
export function glide(k: number, done: () => void): void {
  stopGliding();
  const { manifest, k: start } = scope.getState();
  if (!manifest || start === k || matchMedia("(prefers-reduced-motion: reduce)").matches) {
    setK(k);
    done();
    return;
  }
  const axis = { scale: "log" as const, dims: manifest.dims };
  const [from, to] = [shareOf(start, axis), shareOf(k, axis)];
  last = start;
  let begin = Number.NaN;
  const step = (now: number) => {
    if (Number.isNaN(begin)) begin = now;
    const time = Math.min(1, (now - begin) / DURATION);
    const isOurs = scope.getState().k === last && scope.getState().manifest === manifest;
    if (!isOurs) request = 0;
    else {
      last = time === 1 ? k : Math.round(dimsAt(from + (to - from) * time * time * (3 - 2 * time), axis));
      setK(last);
      request = time === 1 ? 0 : requestAnimationFrame(step);
    }
    if (request === 0) done();
  };
  request = requestAnimationFrame(step);
}

/** Leaves the slider where it is. */
export function stopGliding(): void {
  cancelAnimationFrame(request);
  request = 0;
}
