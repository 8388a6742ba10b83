// The nested contrastive loss. For a prefix m, cos_m[i, j] is the cosine of anchor i and positive j over the dims below
// m, and L_m is the mean over i of −ln softmax_j(scale · cos_m[i, j])[i] (in-batch negatives: Henderson et al. 2017; the
// same as InfoNCE, van den Oord et al. 2018). The Matryoshka loss is the sum over the prefixes (Kusupati et al. 2022).
//
// A prefix is a run of blocks (dims between two neighbouring prefixes), so one product per block, G_b = A_b·P_bᵀ, serves
// all prefixes: the dot products of prefix m are the sum of G_b over its blocks. The way back is as cheap: block b gets
// D_b = Σ over the prefixes m that hold it of ∂L/∂(dot product of m), and then ∂L/∂A_b = D_b·P_b − α_b·A_b, where α
// gathers what the norms contribute.

type Floats = Float32Array | Float64Array;

/** What the loss reads, for B pairs and M blocks. */
export interface LossInput {
  /** B, the number of pairs. */
  size: number;
  /** G_b of each block: B × B, row-major, anchors down. */
  products: Floats[];
  /** Squared norms over each block: 2B, anchors first, then positives. */
  squares: Float64Array[];
  /** Pairs of one group are no negatives of each other. */
  groups: Int32Array;
  /** What cosines are multiplied by before the softmax. */
  scale: number;
}

/** What the loss fills. */
export interface LossGradient {
  /** D_b of each block: B × B, row-major. Only the asked rows are written. */
  products: Floats[];
  /** Of each block: 2B factors of the texts' own vectors, to be taken off. Only asked anchors are written. */
  norms: Float64Array[];
}

/**
 * Adds up the loss of the anchors `from … to` and its gradient.
 *
 * @param out filled in: rows `from … to` of the products and of the anchors' factors; the positives' factors hold what
 *   these rows add to them
 * @returns the part of the loss that these rows make up
 */
export function nestedLoss(input: LossInput, from: number, to: number, out: LossGradient): number {
  const { size, products, squares, groups, scale } = input;
  const blocks = products.length;
  const norms = prefixNorms(squares);
  // Dot products of one anchor over each prefix.
  const dots = Array.from({ length: blocks }, () => new Float64Array(size));
  const cosines = new Float64Array(size);
  const shares = new Float64Array(size);
  const slope = new Float64Array(size);
  let loss = 0;
  for (const norm of out.norms) norm.fill(0, size);

  for (let i = from; i < to; i++) {
    for (let b = 0; b < blocks; b++) {
      const below = b > 0 ? dots[b - 1] : undefined;
      for (let j = 0, at = i * size; j < size; j++, at++) dots[b][j] = products[b][at] + (below ? below[j] : 0);
    }
    slope.fill(0);
    let own = 0;
    // From the longest prefix down, so that what a prefix adds is in the sums of all its blocks.
    for (let m = blocks - 1; m >= 0; m--) {
      const norm = norms[m];
      for (let j = 0; j < size; j++) cosines[j] = dots[m][j] / (norm[i] * norm[size + j]);
      loss += softmaxRow(cosines, i, groups, scale, shares);
      let along = 0;
      const positives = out.norms[m];
      for (let j = 0; j < size; j++) {
        const step = (scale / size) * (shares[j] - (i === j ? 1 : 0));
        slope[j] += step / (norm[i] * norm[size + j]);
        const turn = step * cosines[j];
        along += turn;
        positives[size + j] += turn / (norm[size + j] * norm[size + j]);
      }
      own += along / (norm[i] * norm[i]);
      out.norms[m][i] = own;
      out.products[m].set(slope, i * size);
    }
  }
  // The anchors' factors were summed over the prefixes above as they came; the positives' are so here.
  for (let b = blocks - 2; b >= 0; b--) {
    for (let j = size; j < 2 * size; j++) out.norms[b][j] += out.norms[b + 1][j];
  }
  return loss / size;
}

/** Norm of every text over every prefix. */
function prefixNorms(squares: Float64Array[]): Float64Array[] {
  const sum = new Float64Array(squares[0].length);
  return squares.map((block) => {
    for (let t = 0; t < sum.length; t++) sum[t] += block[t];
    // The tiny addend keeps a zero vector from dividing by zero.
    return sum.map((value) => Math.sqrt(value + 1e-30));
  });
}

/** Softmax of scale · cosines of one anchor, into `shares`; returns −ln of its own positive's share. */
function softmaxRow(
  cosines: Float64Array,
  own: number,
  groups: Int32Array,
  scale: number,
  shares: Float64Array,
): number {
  let sum = 0;
  // No cosine is above one: taking off `scale` keeps the exponentials below one.
  for (let j = 0; j < cosines.length; j++) {
    const masked = j !== own && groups[j] === groups[own];
    shares[j] = masked ? 0 : Math.exp(scale * (cosines[j] - 1));
    sum += shares[j];
  }
  for (let j = 0; j < cosines.length; j++) shares[j] /= sum;
  return Math.log(sum) - scale * (cosines[own] - 1);
}
