"""Makes the golden reference of the comparisons: what numpy says of a space and its controls, in double precision.

    python3 tests/reference/make-compare-reference.py

Writes, beside itself, compare.json. The samples are those of the engine (a seeded shuffle by mulberry32), drawn here by
a generator of this script's own; everything else is computed by other means: all cosines by one matrix product, the
alignment by centred matrices, the residual by LAPACK's singular value decomposition of the points.
"""
import json
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).parent
SPACES = HERE.parent.parent / "public" / "datasets"
QUERIES, COUNT, ROWS = 400, 10, 1000


def mulberry32(seed):
    state = seed
    while True:
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        t = state
        t = ((t ^ (t >> 15)) * (t | 1)) & 0xFFFFFFFF
        t ^= (t + (((t ^ (t >> 7)) * (t | 61)) & 0xFFFFFFFF)) & 0xFFFFFFFF
        yield ((t ^ (t >> 14)) & 0xFFFFFFFF) / 4294967296


def shuffled(count, seed):
    random, order = mulberry32(seed), list(range(count))
    for i in range(count):
        j = i + int(next(random) * (count - i))
        order[i], order[j] = order[j], order[i]
    return np.array(order)


def load(name):
    folder = SPACES / name
    return np.load(folder / "vectors.npy").astype(np.float64) * np.load(folder / "scale.npy").astype(np.float64)


def nearest(x, rows):
    unit = x / np.linalg.norm(x, axis=1, keepdims=True)
    cosines = unit[rows] @ unit.T
    cosines[np.arange(len(rows)), rows] = -2
    return np.argsort(-cosines, axis=1)[:, :COUNT]


def shared(a, b):
    return np.array([len(set(p) & set(q)) / COUNT for p, q in zip(a, b)])


def interval(values):
    half = 1.96 * values.std(ddof=1) / np.sqrt(len(values))
    return [float(values.mean()), float(values.mean() - half), float(values.mean() + half)]


def cka_of_all(x, y):
    x, y = x - x.mean(0), y - y.mean(0)
    norm = lambda m: np.linalg.norm(m, "fro")
    return float(norm(x.T @ y) ** 2 / (norm(x.T @ x) * norm(y.T @ y)))


def u_centred(x):
    """Szekely and Rizzo's U-centring (2014), whose inner product is the unbiased HSIC of Song et al."""
    n, gram = len(x), x @ x.T
    np.fill_diagonal(gram, 0)
    sums = gram.sum(1)
    out = gram - (sums[:, None] + sums[None, :]) / (n - 2) + sums.sum() / ((n - 1) * (n - 2))
    np.fill_diagonal(out, 0)
    return out


def cka_of_sample(x, y):
    a, b = u_centred(x - x.mean(0)), u_centred(y - y.mean(0))
    return float((a * b).sum() / np.sqrt((a * a).sum() * (b * b).sum()))


def scores(x):
    centred = x - x.mean(0)
    values, vectors = np.linalg.eigh(centred.T @ centred)
    return centred @ vectors[:, ::-1][:, :3]


def residual(x, y):
    a, b = scores(x), scores(y)
    a, b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    return float(np.sqrt(2 - 2 * np.linalg.svd(a.T @ b, compute_uv=False).sum()))


def row_cosines(x, y):
    return (x * y).sum(1) / (np.linalg.norm(x, axis=1) * np.linalg.norm(y, axis=1))


large, small = load("wordnet-mrl-3072"), load("wordnet-mrl-1536")
n, d = large.shape
queries, sample = shuffled(n, 7)[:QUERIES], shuffled(n, 7)[:ROWS]
whole, whole_small = nearest(large, queries), nearest(small, queries)
orders = {"last": np.arange(d)[::-1], "shuffled": shuffled(d, 11)}
others = {
    "last": (large[:, orders["last"]], whole),
    "shuffled": (large[:, orders["shuffled"]], whole),
    "wordnet-mrl-1536": (small, whole_small),
}
written = []
pairs = [(name, large, whole, other, k) for name, other in others.items() for k in (64, 512)]
pairs.append(("wordnet-mrl-1536", large, whole, others["wordnet-mrl-1536"], 1536))
pairs.append(("last of wordnet-mrl-1536", small, whole_small, (small[:, ::-1], whole_small), 64))
for name, space, space_whole, (other, other_whole), k in pairs:
    x, y = space[:, :k], other[:, :k]
    at_k, other_at_k = nearest(x, queries), nearest(y, queries)
    own, theirs = shared(at_k, space_whole), shared(other_at_k, other_whole)
    written.append(
        {
            "with": name,
            "k": k,
            "overlap": interval(shared(at_k, other_at_k)),
            "recall": interval(own),
            "otherRecall": interval(theirs),
            "difference": interval(theirs - own),
            "cka": cka_of_sample(x[sample], y[sample]),
            "ckaOfAll": cka_of_all(x, y),
            "cosine": interval(row_cosines(x[sample], y[sample])),
            "residual": residual(x, y),
        }
    )
head = {"queries": QUERIES, "count": COUNT, "rows": ROWS, "shuffledHead": orders["shuffled"][:8].tolist()}
(HERE / "compare.json").write_text(json.dumps({**head, "comparisons": written}, indent=1) + "\n")
