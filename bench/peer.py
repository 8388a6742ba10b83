"""The peers of the bench: numpy and scikit-learn, asked line by line on standard input.

Questions: `load FOLDER ROWS` | `gram` | `pca K` | `unit K` | `neighbours COUNT QUERIES`. Answers: one JSON object a line, with the seconds it took.
"""
import json
import sys
import time

import numpy as np
import scipy
import sklearn
from sklearn.decomposition import PCA

x = None


def answer(**fields):
    print(json.dumps(fields), flush=True)


for line in sys.stdin:
    command, *arguments = line.split()
    if command == "load":
        folder, rows = arguments[0], int(arguments[1])
        codes = np.load(f"{folder}/vectors.npy", mmap_mode="r")[:rows]
        x = np.ascontiguousarray(codes.astype(np.float32) * np.load(f"{folder}/scale.npy"))
        x_centred = x - x.mean(axis=0)
        answer(versions=f"numpy {np.__version__}, scipy {scipy.__version__}, scikit-learn {sklearn.__version__}")
    elif command == "gram":
        began = time.perf_counter()
        g = x_centred.T @ x_centred
        answer(seconds=time.perf_counter() - began, check=float(g[0, 0]))
    elif command in ("pca", "unit"):
        prefix = np.ascontiguousarray(x[:, : int(arguments[0])])
        if command == "unit":
            # Not in the time: an index holds its vectors normalised.
            prefix /= np.linalg.norm(prefix, axis=1, keepdims=True)
        began = time.perf_counter()
        pca = PCA(3)
        pca.fit_transform(prefix)
        answer(seconds=time.perf_counter() - began, variance=pca.explained_variance_.tolist())
    elif command == "neighbours":
        # Brute force by cosine, in all dims alone, the nearest not sorted.
        count, queries = map(int, arguments)
        began = time.perf_counter()
        unit = x / np.linalg.norm(x, axis=1, keepdims=True)
        cosines = unit[:: len(unit) // queries][:queries] @ unit.T
        nearest = np.argpartition(cosines, -count, axis=1)[:, -count:]
        answer(seconds=time.perf_counter() - began, check=int(nearest[0, 0]))
