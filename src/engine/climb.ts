import {
  type Covariance,
  crossOfAxes,
  leadingSpectrum,
  type PrefixOperator,
  principalAxes,
  procrustes,
  rungBelow,
  type Spectrum,
  turned,
} from "../numeric";
import { breathe } from "./breathe";

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
 * Solves a prefix from the rung of the keyframe ladder below it, climbing as far as it has not been climbed yet. So an
 * answer depends on the space and on k alone, and a rung is solved once.
 */
export class Climb {
  readonly #covariance: Covariance;
  readonly #rungs = new Map<number, Rung>();

  constructor(covariance: Covariance) {
    this.#covariance = covariance;
  }

  /** Forgets every rung: the next answer is computed from cold. */
  forget(): void {
    this.#rungs.clear();
  }

  /**
   * The three leading axes of the first k dims.
   *
   * @param signal stops the work between two products; with it, messages are let in before each
   */
  async solve(k: number, signal?: AbortSignal): Promise<Rung> {
    const climb: number[] = [k];
    for (let rung = rungBelow(k); rung !== null; rung = rungBelow(rung)) {
      climb.push(rung);
      if (this.#rungs.has(rung)) break;
    }
    let below: Rung | null = null;
    for (const rung of climb.reverse()) {
      const known = this.#rungs.get(rung);
      below = known ?? (await this.#step(rung, below, signal));
      if (known || !this.#isRung(rung)) continue;
      this.#rungs.set(rung, below);
      if (rung !== k) await breathe();
      signal?.throwIfAborted();
    }
    return below as Rung;
  }

  #isRung(k: number): boolean {
    return k === this.#covariance.dims || rungBelow(k + 1) === k;
  }

  async #step(k: number, below: Rung | null, signal?: AbortSignal): Promise<Rung> {
    const covariance = this.#covariance;
    const prefix = covariance.prefix(k);
    const operator = signal ? interruptible(prefix, signal) : prefix;
    const spectrum = await leadingSpectrum(operator, below?.spectrum ?? null, signal);
    const axes = principalAxes(spectrum.vectors, k);
    if (!below) return { spectrum, axes, aligned: axes };
    const cross = crossOfAxes(covariance, axes, k, below.aligned, below.spectrum.k);
    return { spectrum, axes, aligned: turned(axes, procrustes(cross)) };
  }
}
