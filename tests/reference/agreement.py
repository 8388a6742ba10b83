"""Holds the command line's frames against scikit-learn's, prefix by prefix, raw and in unit mode.

    python3 tests/reference/agreement.py DATA... [--every N]     (Debian: apt-get install python3-sklearn)

DATA is a dataset folder or a .npy file. The prefixes are 4, 8, 16 ... and all dims; with --every N also its multiples.
It prints one line a mode and space, and ends with 1 where an explained variance is off by more than 1e-3 of itself, or
the angle to scikit-learn's three axes is above 1e-3 rad although the third variance is 1.05 times the fourth or more.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
from sklearn.decomposition import PCA

ROOT = pathlib.Path(__file__).parent.parent.parent
VARIANCE, ANGLE, GAP = 1e-3, 1e-3, 1.05


def vectors(path):
    """The space in double precision, n x d."""
    folder = path if path.is_dir() else path.parent
    x = np.load(folder / "vectors.npy" if path.is_dir() else path).astype(np.float64)
    scale = folder / "scale.npy"
    return x * np.load(scale).astype(np.float64) if scale.exists() and path.is_dir() else x


def scaled_to_unit(points):
    """Every row divided by its L2 norm; a row of zeros stays one."""
    norms = np.linalg.norm(points, axis=1, keepdims=True)
    return points / np.where(norms > 0, norms, 1)


def reference(points):
    """scikit-learn's PCA: four variances (fewer if there are no more) and as many axes."""
    least = min(points.shape)
    small = least <= 256
    solver = PCA(min(4, least), svd_solver="full" if small else "arpack", random_state=0).fit(points)
    return solver.explained_variance_, solver.components_


def ours(path, dims, mode, out):
    """The command line's frames: variances, and axes as 3 x k."""
    command = ["npm", "run", "-s", "matryoscope", "--", "project", str(path.resolve())]
    command += ["--dims", ",".join(map(str, dims)), "--mode", mode, "--axes", "pc", "--json", "--out", out]
    report = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    for frame in report["frames"]:
        yield frame["k"], np.array(frame["explainedVariance"]), np.load(f"{out}/components-{frame['k']}.npy")


def angle(a, b):
    """The largest principal angle between the row spaces of two sets of orthonormal rows (Bjorck and Golub, 1973)."""
    rest = b - (b @ a.T) @ a
    return float(np.arcsin(min(1.0, np.linalg.norm(rest, 2))))


def compare(path, every):
    x = vectors(path)
    d = x.shape[1]
    dims = {2**i for i in range(2, 20) if 2**i < d} | {d} | set(range(every, d, every) if every else [])
    dims = sorted(k for k in dims if k >= 4)
    held = True
    for mode in ["raw", "unit"]:
        worst_variance, worst_angle, told = 0.0, 0.0, 0
        with tempfile.TemporaryDirectory() as out:
            for k, variance, axes in ours(path, dims, mode, out):
                points = scaled_to_unit(x[:, :k]) if mode == "unit" else x[:, :k]
                values, components = reference(points)
                worst_variance = max(worst_variance, float(np.max(np.abs(variance / values[:3] - 1))))
                if len(values) > 3 and values[2] / values[3] >= GAP:
                    told += 1
                    worst_angle = max(worst_angle, angle(components[:3], axes.astype(np.float64)))
        good = worst_variance <= VARIANCE and worst_angle <= ANGLE
        held = held and good
        print(
            f"{'agrees' if good else 'DIFFERS'}: {path.parent.name}/{path.name}, {x.shape[0]:,} x {d:,}, {mode}: "
            f"{len(dims)} prefixes, variance within {worst_variance:.1e}, "
            f"angle within {worst_angle:.1e} rad on the {told} with a gap",
            flush=True,
        )
    return held


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("data", nargs="+", type=pathlib.Path)
    parser.add_argument("--every", type=int, default=0)
    given = parser.parse_args()
    results = [compare(path, given.every) for path in given.data]
    sys.exit(0 if all(results) else 1)
