"""Makes the golden figures of the Space panel for the demo spaces, by numpy, scipy and scikit-learn in double precision.

    python3 tests/reference/make-study-reference.py      (Debian: apt-get install python3-sklearn)

Writes studies.json beside itself. Of each space: shares of the variance and of the mean squared norm in its prefixes,
their participation ratio and three explained ratios, and how the cloud moves from prefix to prefix. The movement is
that of the points themselves (both clouds brought to radius 1, the one turned to the other by scipy's
orthogonal_procrustes); the angles are scipy's subspace_angles. Of the norms: the ten rows that a cut shortens most.
"""
import json
import pathlib

import numpy as np
import scipy.linalg
from sklearn.decomposition import PCA

HERE = pathlib.Path(__file__).parent
DATASETS = HERE.parent.parent / "public" / "datasets"
PREFIXES = [4, 45, 128, 512, 1024, 1536, 2048, 3072]
CUTS = [64, 512]


def vectors(name):
    folder = DATASETS / name
    return np.load(folder / "vectors.npy").astype(np.float64) * np.load(folder / "scale.npy").astype(np.float64)


def scaled_to_unit(points):
    norms = np.linalg.norm(points, axis=1, keepdims=True)
    return points / np.where(norms > 0, norms, 1)


def axes_of(points):
    """Three axes (k x 3), their share of the variance, and the scores."""
    points = points - points.mean(0)
    covariance = points.T @ points / (len(points) - 1)
    k = len(covariance)
    values, axes = scipy.linalg.eigh(covariance, subset_by_index=[k - 3, k - 1])
    if k <= 128:
        ratio = PCA(3, svd_solver="full").fit(points).explained_variance_ratio_
        np.testing.assert_allclose(ratio, values[::-1] / np.trace(covariance), rtol=1e-8)
    return axes[:, ::-1], values[::-1] / np.trace(covariance), points @ axes[:, ::-1]


def moved(a, b):
    """Root mean square way of the points from scores a to b, in units of the cloud's radius."""
    a, b = (scores / np.sqrt((scores**2).sum(1).mean()) for scores in (a, b))
    turn, _ = scipy.linalg.orthogonal_procrustes(a, b)
    return float(np.sqrt(((a @ turn - b) ** 2).sum(1).mean()))


def angles(a, b):
    padded = np.zeros_like(b)
    padded[: len(a)] = a
    return np.sort(scipy.linalg.subspace_angles(padded, b)).tolist()


def rung(step):
    return int(np.floor(4 * 2 ** (step / 8) + 0.5))


def jitter(x, steps):
    """From the prefix an eighth of an octave below each, from the one an octave below, and to all dims."""
    end = axes_of(x(None))[2]
    found = []
    for step in steps:
        at, before, octave = (axes_of(x(rung(step - back))) for back in (0, 1, 8))
        found.append(
            {
                "k": rung(step),
                "ratio": at[1].tolist(),
                "angles": angles(before[0], at[0]),
                "eighth": moved(before[2], at[2]),
                "octave": moved(octave[2], at[2]),
                "toEnd": moved(at[2], end),
            }
        )
    return found


def figures(name, steps):
    x = vectors(name)
    d = x.shape[1]
    covariance = np.cov(x, rowvar=False)
    squares = (x**2).mean(0)
    prefixes = []
    for k in [k for k in PREFIXES if k <= d]:
        block = covariance[:k, :k]
        prefixes.append(
            {
                "k": k,
                "variance": float(np.trace(block) / np.trace(covariance)),
                "meanSquare": float(squares[:k].sum() / squares.sum()),
                "effectiveRank": float(np.trace(block) ** 2 / (block**2).sum()),
            }
        )
    cuts = []
    for k in CUTS:
        kept = (x[:, :k] ** 2).sum(1) / (x**2).sum(1)
        order = np.argsort(kept, kind="stable")[:10]
        quantiles = np.quantile(kept, [0, 0.05, 0.5, 1]).tolist()
        cuts.append({"k": k, "worst": order.tolist(), "kept": kept[order].tolist(), "quantiles": quantiles})
    return {"prefixes": prefixes, "cuts": cuts, "jitter": jitter(lambda k: x[:, :k], steps)}


written = {
    "wordnet-mrl-3072": figures("wordnet-mrl-3072", [16, 40, 56, 72]),
    "wordnet-mrl-1536": figures("wordnet-mrl-1536", [24, 56]),
    "wordnet-plain-1536": figures("wordnet-plain-1536", [24, 56]),
}
small = vectors("wordnet-mrl-1536")
written["wordnet-mrl-1536"]["unitJitter"] = jitter(lambda k: scaled_to_unit(small[:, :k]), [16, 40])
(HERE / "studies.json").write_text(json.dumps(written, indent=1) + "\n")
