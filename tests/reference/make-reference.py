"""Makes the golden references of the demo space: the PCA of its prefixes by LAPACK, in double precision.

    python3 tests/reference/make-reference.py            (Debian: apt-get install python3-sklearn)

Writes, beside itself, wordnet-mrl-3072.json (four leading variances, their ratios) and components-K.npy (3 x K, f4).
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

x = np.load(SPACE / "vectors.npy").astype(np.float64) * np.load(SPACE / "scale.npy").astype(np.float64)
covariance = np.cov(x, rowvar=False)
frames = []
for k in PREFIXES:
    leading = covariance[:k, :k]
    values, vectors = scipy.linalg.eigh(leading, subset_by_index=[k - 4, k - 1])
    variance = values[::-1]
    components = vectors[:, ::-1].T[:3]
    total = float(np.trace(leading))
    if k <= 777:
        pca = PCA(3, svd_solver="full").fit(x[:, :k])
        np.testing.assert_allclose(pca.explained_variance_, variance[:3], rtol=1e-8)
        np.testing.assert_allclose(pca.explained_variance_ratio_, variance[:3] / total, rtol=1e-8)
    np.save(HERE / f"components-{k}.npy", components.astype("<f4"))
    frames.append({"k": k, "explainedVariance": variance.tolist(), "total": total})

(HERE / "wordnet-mrl-3072.json").write_text(json.dumps({"scikitLearn": sklearn.__version__, "frames": frames}, indent=1) + "\n")
