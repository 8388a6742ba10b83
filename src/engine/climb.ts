import {
  type Covariance,
  crossOfAxes,
  isStart,
  leadingSpectrum,
  type PrefixOperator,
  principalAxes,
  procrustes,
  rungBelow,
  SMALL,
  type Spectrum,
  startBelow,
  turned,
} from "../numeric";
import { breathe } from "./breathe";

/** Starts that are kept: a sweep asks for one after the other, and each is soon made again. */
const MOST_STARTS = 16;

/** The answer for one prefix in raw mode. */
export interface Rung {
  spectrum: Spectrum;
  /** k × 3, row-major: the principal axes. */
  axes: Float32Array;
  /** k × 3, row-major: the same, turned towards the rung below. */
  aligned: Float32Array;
}

/**
 * The same operator for work that may be broken off: before each product it lets messages in, and throws if one of them
 * has aborted it.
 */
function interruptible(operator: PrefixOperator, signal: AbortSignal): PrefixOperator {
  return {
    ...operator,
    async apply(v) {
      await breathe();
      signal.throwIfAborted();
      return operator.apply(v);
    },
  };
}

/**
 * Solves a prefix from the nearest start below it, and turns it towards the rung of the keyframe ladder below it. A start
 * is solved from the rung below that, and a rung from the rung below it. So an answer depends on the
 * space and on k alone.
 */
export class Climb {
  readonly #covariance: Covariance;
  readonly #rungs = new Map<number, Rung>();
  readonly #starts = new Map<number, Spectrum>();

  constructor(covariance: Covariance) {
    this.#covariance = covariance;
  }

  /** Forgets every rung: the next answer is computed from cold. */
  forget(): void {
    this.#rungs.clear();
    this.#starts.clear();
  }

  /**
   * The three leading axes of the first k dims.
   *
   * @param signal stops the work between two products; with it, messages are let in before each
   */
  async solve(k: number, signal?: AbortSignal): Promise<Rung> {
    const known = this.#rungs.get(k);
    if (known) return known;
    const below = await this.#climbTo(rungBelow(k), signal);
    const spectrum = await this.#spectrum(k, below, signal);
    const rung = turnedTowards(below, spectrum);
    if (k === this.#covariance.dims) this.#rungs.set(k, rung);
    return rung;
  }

  // As far as it has not been climbed yet.
  async #climbTo(top: number | null, signal?: AbortSignal): Promise<Rung | null> {
    const climb: number[] = [];
    for (let k = top; k !== null && !this.#rungs.has(k); k = rungBelow(k)) climb.push(k);
    for (const k of climb.reverse()) {
      const lower = rungBelow(k);
      const below = lower === null ? null : (this.#rungs.get(lower) as Rung);
      this.#rungs.set(k, turnedTowards(below, await this.#spectrum(k, below, signal)));
      await breathe();
      signal?.throwIfAborted();
    }
    return top === null ? null : (this.#rungs.get(top) as Rung);
  }

  async #spectrum(k: number, below: Rung | null, signal?: AbortSignal): Promise<Spectrum> {
    // What is solved whole needs no start.
    const start = k > SMALL ? startBelow(k) : null;
    if (isStart(k) || start === null || start === below?.spectrum.k) {
      const known = this.#starts.get(k) ?? (await this.#iterate(k, below?.spectrum ?? null, signal));
      if (isStart(k)) this.#keep(known);
      return known;
    }
    // The rung below k is the one below the start, too: no rung lies between a number and the start below it.
    return this.#iterate(k, await this.#spectrum(start, below, signal), signal);
  }

  // Least recently used out first.
  #keep(start: Spectrum): void {
    this.#starts.delete(start.k);
    this.#starts.set(start.k, start);
    const [oldest] = this.#starts.keys();
    if (this.#starts.size > MOST_STARTS) this.#starts.delete(oldest);
  }

  #iterate(k: number, from: Spectrum | null, signal?: AbortSignal): Promise<Spectrum> {
    const prefix = this.#covariance.prefix(k);
    return leadingSpectrum(signal ? interruptible(prefix, signal) : prefix, from, signal);
  }
}

function turnedTowards(below: Rung | null, spectrum: Spectrum): Rung {
  const axes = principalAxes(spectrum);
  if (!below) return { spectrum, axes, aligned: axes };
  return { spectrum, axes, aligned: turned(axes, procrustes(crossOfAxes(spectrum, below.aligned, below.spectrum.k))) };
}
