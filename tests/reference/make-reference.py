"""Makes the golden references of the demo space: the PCA of its prefixes by LAPACK, in double precision.

    python3 tests/reference/make-reference.py            (Debian: apt-get install python3-sklearn)

Writes, beside itself, wordnet-mrl-3072.json (four leading variances and the total of each prefix), components-K.npy
(3 x K, f4), and components-unit-K.npy: the same of the prefixes whose rows are first divided by their L2 norms.
The covariance goes to LAPACK's symmetric eigensolver; where the prefix is small enough for it to be quick,
scikit-learn's PCA (a singular value decomposition of the points themselves) must agree, or nothing is written.
"""
import json
import pathlib

import numpy as np
import scipy.linalg
import sklearn
from sklearn.decomposition import PCA

HERE = pathlib.Path(__file__).parent
SPACE = HERE.parent.parent / "public" / "datasets" / "wordnet-mrl-3072"
PREFIXES = [4, 5, 64, 65, 256, 512, 777, 1536, 2049, 3072]
UNIT_PREFIXES = [4, 64, 65, 512, 3072]


def golden(points, covariance, name):
    """The frame of these points (n x k) by their covariance (k x k); saves its components under a name."""
    k = len(covariance)
    values, vectors = scipy.linalg.eigh(covariance, subset_by_index=[k - 4, k - 1])
    variance = values[::-1]
    components = vectors[:, ::-1].T[:3]
    total = float(np.trace(covariance))
    if k <= 777:
        pca = PCA(3, svd_solver="full").fit(points)
        np.testing.assert_allclose(pca.explained_variance_, variance[:3], rtol=1e-8)
        np.testing.assert_allclose(pca.explained_variance_ratio_, variance[:3] / total, rtol=1e-8)
    np.save(HERE / f"components-{name}.npy", components.astype("<f4"))
    return {"k": k, "explainedVariance": variance.tolist(), "total": total}


def scaled_to_unit(points):
    """Every row divided by its L2 norm; a row of zeros stays one."""
    norms = np.linalg.norm(points, axis=1, keepdims=True)
    return points / np.where(norms > 0, norms, 1)


x = np.load(SPACE / "vectors.npy").astype(np.float64) * np.load(SPACE / "scale.npy").astype(np.float64)
covariance = np.cov(x, rowvar=False)
frames = [golden(x[:, :k], covariance[:k, :k], str(k)) for k in PREFIXES]
unit = [scaled_to_unit(x[:, :k]) for k in UNIT_PREFIXES]
unit_frames = [golden(points, np.cov(points, rowvar=False), f"unit-{points.shape[1]}") for points in unit]

written = {"scikitLearn": sklearn.__version__, "frames": frames, "unitFrames": unit_frames}
(HERE / "wordnet-mrl-3072.json").write_text(json.dumps(written, indent=1) + "\n")
