import { describe, expect, it } from "vitest";
import { type LossInput, nestedLoss } from "./loss";
import { seeded } from "./random";

// Seven pairs of vectors of 12 dims in blocks that end at 3, 5 and 12.
const size = 7;
const dims = 12;
const ends = [3, 5, 12];
const groups = Int32Array.of(0, 1, 2, 1, 3, 4, 0);
const random = seeded(4);
const vectors = Float64Array.from({ length: 2 * size * dims }, () => random() - 0.5);

function inputOf(x: Float64Array): LossInput {
  const dot = (r: number, s: number, b: number): number => {
    let sum = 0;
    for (let k = b > 0 ? ends[b - 1] : 0; k < ends[b]; k++) sum += x[r * dims + k] * x[s * dims + k];
    return sum;
  };
  return {
    size,
    products: ends.map((_, b) =>
      Float64Array.from({ length: size * size }, (_, at) => dot(Math.floor(at / size), size + (at % size), b)),
    ),
    squares: ends.map((_, b) => Float64Array.from({ length: 2 * size }, (_, t) => dot(t, t, b))),
    groups,
    scale: 5,
  };
}

const emptyGradient = () => ({
  products: ends.map(() => new Float64Array(size * size)),
  norms: ends.map(() => new Float64Array(2 * size)),
});

/** The loss straight from its definition. */
function plainLoss(x: Float64Array): number {
  let loss = 0;
  for (const end of ends) {
    const cosine = (i: number, j: number): number => {
      let [dot, a, p] = [0, 0, 0];
      for (let k = 0; k < end; k++) {
        const [left, right] = [x[i * dims + k], x[(size + j) * dims + k]];
        dot += left * right;
        a += left * left;
        p += right * right;
      }
      return dot / Math.sqrt(a * p);
    };
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let j = 0; j < size; j++) if (j === i || groups[j] !== groups[i]) sum += Math.exp(5 * cosine(i, j));
      loss += (Math.log(sum) - 5 * cosine(i, i)) / size;
    }
  }
  return loss;
}

/** ∂L/∂x from what the loss hands back: D_b·P_b − α·A_b for anchors, D_bᵀ·A_b − β·P_b for positives. */
function gradientOf(x: Float64Array, out: ReturnType<typeof emptyGradient>): Float64Array {
  return x.map((value, at) => {
    const text = Math.floor(at / dims);
    const k = at % dims;
    const b = ends.findIndex((end) => k < end);
    let sum = -out.norms[b][text] * value;
    for (let other = 0; other < size; other++) {
      sum +=
        text < size
          ? out.products[b][text * size + other] * x[(size + other) * dims + k]
          : out.products[b][other * size + text - size] * x[other * dims + k];
    }
    return sum;
  });
}

describe("the nested contrastive loss", () => {
  it("is the sum over the prefixes of the cross entropies of its definition", () => {
    expect(nestedLoss(inputOf(vectors), 0, size, emptyGradient())).toBeCloseTo(plainLoss(vectors), 12);
  });

  it("has the gradient that central differences find", () => {
    const out = emptyGradient();
    nestedLoss(inputOf(vectors), 0, size, out);
    const gradient = gradientOf(vectors, out);
    const step = 1e-5;
    vectors.forEach((value, at) => {
      const moved = vectors.slice();
      moved[at] = value + step;
      const above = plainLoss(moved);
      moved[at] = value - step;
      expect(Math.abs((above - plainLoss(moved)) / (2 * step) - gradient[at])).toBeLessThan(1e-8);
    });
  });

  it("is the same in two parts of its rows", () => {
    const whole = emptyGradient();
    const loss = nestedLoss(inputOf(vectors), 0, size, whole);
    const parts = [emptyGradient(), emptyGradient()];
    const losses = [nestedLoss(inputOf(vectors), 0, 3, parts[0]), nestedLoss(inputOf(vectors), 3, size, parts[1])];
    expect(losses[0] + losses[1]).toBeCloseTo(loss, 12);
    ends.forEach((_, b) => {
      whole.norms[b].forEach((value, t) => {
        expect(parts[0].norms[b][t] + parts[1].norms[b][t]).toBeCloseTo(value, 12);
      });
    });
  });
});
