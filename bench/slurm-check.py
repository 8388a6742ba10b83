"""Holds the components of a merged folder against numpy's of the whole: slurm-check.py WHOLE.npy COMPONENTS_FOLDER K"""

import sys

import numpy as np

x = np.load(sys.argv[1], mmap_mode="r")
k = int(sys.argv[3])
mean = x[:, :k].mean(axis=0, dtype="f8")
gram = np.zeros((k, k))
for at in range(0, len(x), 10_000):
    part = x[at : at + 10_000, :k].astype("f8") - mean
    gram += part.T @ part
values, vectors = np.linalg.eigh(gram / (len(x) - 1))
found = np.load(f"{sys.argv[2]}/components-{k}.npy").astype("f8")
for i in range(3):
    golden = vectors[:, -1 - i]
    error = np.abs(found[i] * np.sign(found[i] @ golden) - golden).max()
    print(f"k = {k}, axis {i + 1}: largest difference of an entry {error:.1e}, gap {values[-1 - i] / values[-2 - i]:.2f}")
