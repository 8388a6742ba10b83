/** The way a film goes: through the dims, and around the cloud. */
export interface FilmPath {
  /** Dims of the first and the last picture; the way may go up or down. */
  from: number;
  to: number;
  seconds: number;
  /** Frames per second. */
  fps: number;
  /** Whether every octave of dims takes as long as the next, or every dimension. */
  scale: "log" | "linear";
  /** Whether the way is gone at even speed, or sets out and arrives gently. */
  easing: "even" | "gentle";
  /** Degrees that the camera turns around the cloud's upright axis, to the right; over the whole film. */
  turn: number;
}

/** What one picture of a film shows. */
export interface Moment {
  /** Dims, also between whole ones. */
  place: number;
  /** The exact frames it lies between, one and the same where it is one; the second is one dim above the first. */
  first: number;
  second: number;
  /** How far the second weighs, 0 … 1: by the logarithm of dims, as the page's own motion does. */
  mix: number;
  /** Dims as they are written. */
  k: number;
  /** Degrees that the camera has turned. */
  turned: number;
}

/** The shares of a film that stand still at its first and at its last dims: to read where it begins and ends. */
const HOLD = { first: 0.04, last: 0.06 };
/** From so many dims a picture on, a picture shows whole dims: what it is off is less than an eighth of the step. */
const FAST = 4;

/** How many pictures a film has. */
export function frameCount({ seconds, fps }: Pick<FilmPath, "seconds" | "fps">): number {
  return Math.max(2, Math.round(seconds * fps));
}

/** What a picture of the film shows; the first is number 0. */
export function momentAt(path: FilmPath, index: number): Moment {
  const last = frameCount(path) - 1;
  const time = Math.min(1, Math.max(0, index / last));
  const place = wholeWhereFast(path, placeAt(path, time), 1 / last, time);
  const first = Math.floor(place);
  const second = Math.ceil(place);
  const mix = second > first ? Math.log(place / first) / Math.log(second / first) : 0;
  return { place, first, second, mix, k: Math.round(place), turned: path.turn * eased(path, time) };
}

/** The dims of all exact frames that some pictures of a film are made of, each once, as they are needed. */
export function neededDims(path: FilmPath, from = 0, to = frameCount(path)): number[] {
  const needed = new Set<number>();
  for (let index = from; index < to; index++) {
    const { first, second } = momentAt(path, index);
    // On the way down the upper one is met first.
    for (const k of path.to < path.from ? [second, first] : [first, second]) needed.add(k);
  }
  return [...needed];
}

function placeAt(path: FilmPath, time: number): number {
  const { from, to, scale } = path;
  const moving = Math.min(1, Math.max(0, (time - HOLD.first) / (1 - HOLD.first - HOLD.last)));
  const share = eased(path, moving);
  const place = scale === "log" ? from * (to / from) ** share : from + (to - from) * share;
  // Powers are off by a hair where they should be whole.
  const whole = Math.round(place);
  const near = Math.abs(place - whole) < 1e-6 ? whole : place;
  return Math.min(Math.max(from, to), Math.max(Math.min(from, to), near));
}

function wholeWhereFast(path: FilmPath, place: number, step: number, time: number): number {
  const around = Math.abs(placeAt(path, time + step) - placeAt(path, time - step)) / 2;
  return around >= FAST ? Math.round(place) : place;
}

function eased({ easing }: FilmPath, share: number): number {
  return easing === "even" ? share : share * share * (3 - 2 * share);
}
