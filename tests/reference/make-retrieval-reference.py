"""Makes the golden references of retrieval: neighbours by brute force in double precision, and what follows from them.

    python3 tests/reference/make-retrieval-reference.py      (Debian: apt-get install python3-sklearn)

Writes retrieval.json beside itself: for the first 2,000 points of wordnet-mrl-3072, and for all 10,000, at each standard
prefix (8, 16 … d) recall@1, @10 and @100 against all dims by cosine, the share of the true ten in a shortlist of 10, 20 …
320, the accuracy of the category by a vote of ten neighbours (scikit-learn's are asked to find the same neighbours),
the same shares where an index holds the prefix scaled to length 1 in half precision, in whole numbers (each vector by
its own largest magnitude, to 127) or as signs; and where a point settles: the smallest standard prefix from which
at least nine of its ten nearest are the same ones as in all dims.
"""
import json
import pathlib
import subprocess

import numpy as np
import sklearn
from sklearn.neighbors import NearestNeighbors

HERE = pathlib.Path(__file__).parent
SPACE = HERE.parent.parent / "public" / "datasets" / "wordnet-mrl-3072"
ROOT = SPACE.parent.parent.parent
# Python reads no Parquet by itself; what the page reads the texts with is at hand.
READ_CATEGORIES = """
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
const file = await asyncBufferFromFile(process.argv[1]);
const rows = await parquetReadObjects({ file, columns: ["category"] });
console.log(JSON.stringify(rows.map(({ category }) => category)));
"""
SHORTLISTS = [10, 20, 40, 80, 160, 320]


def scaled_to_unit(points):
    norms = np.linalg.norm(points, axis=1, keepdims=True)
    return points / np.where(norms > 0, norms, 1)


def stored(points, precision):
    """What an index holds of these points."""
    if precision == "f32":
        return points
    if precision == "f16":
        return scaled_to_unit(points).astype(np.float16).astype(np.float64)
    if precision == "i8":
        return np.rint(points / np.abs(points).max(axis=1, keepdims=True) * 127)
    return np.where(points > 0, 1.0, -1.0)


def nearest(points, queries, count):
    """Row numbers of the nearest by cosine, without the query itself; of equal ones the lower row first."""
    unit = scaled_to_unit(points)
    found = []
    for start in range(0, len(queries), 500):
        own = queries[start : start + 500]
        cosines = np.round(unit[own] @ unit.T, 12)
        cosines[np.arange(len(own)), own] = -2
        found.append(np.argsort(-cosines, axis=1, kind="stable")[:, :count])
    return np.concatenate(found)


def shares(lists, truth, count):
    """Of each query the share of its true neighbours that are among the first `count` of the list."""
    return np.array([len(set(a[:count]) & set(b)) / len(b) for a, b in zip(lists, truth)])


def estimate(values):
    return {"mean": float(np.mean(values)), "deviation": float(np.std(values, ddof=1))}


def vote(neighbours, codes):
    """The label most of them have; of those that tie the one whose first member is the nearest."""
    labels, first, counts = np.unique(codes[neighbours], return_index=True, return_counts=True)
    return labels[np.lexsort((first, -counts))[0]]


def measured(x, codes, queries):
    dims = x.shape[1]
    prefixes = [*[p for p in 2 ** np.arange(3, 20) if p < dims], dims]
    whole = nearest(x, queries, 320)
    finder = NearestNeighbors(n_neighbors=11, metric="cosine", algorithm="brute").fit(x)
    theirs = finder.kneighbors(x[queries[:50]], return_distance=False)
    for own, ours, others in zip(queries, whole, theirs):
        assert set(ours[:10]) == set(others[others != own][:10]), own
    frames, cells = [], []
    for prefix in map(int, prefixes):
        lists = nearest(x[:, :prefix], queries, 320)
        right = [vote(found[:10], codes) == codes[own] for own, found in zip(queries, lists)]
        recall = {str(c): estimate(shares(lists, whole[:, :c], c)) for c in (1, 10, 100)}
        frames.append({"prefix": prefix, "recall": recall, "accuracy": float(np.mean(right))})
        for precision in ("f32", "f16", "i8", "bit"):
            lists = nearest(stored(x[:, :prefix], precision), queries, 320)
            short = [float(np.mean(shares(lists, whole[:, :10], s))) for s in SHORTLISTS]
            cells.append({"precision": precision, "prefix": prefix, "recall": short})
    return {"queries": queries.tolist(), "frames": frames, "cells": cells}


def settling(x):
    """Of every point the smallest standard prefix from which on nine of ten neighbours stay."""
    dims = x.shape[1]
    rows = np.arange(len(x))
    whole = nearest(x, rows, 10)
    settles = np.full(len(x), dims)
    for prefix in reversed([int(p) for p in 2 ** np.arange(3, 20) if p < dims]):
        kept = shares(nearest(x[:, :prefix], rows, 10), whole, 10)
        # Only a point that has been the same from here to the end can settle here.
        after = settles == (prefix * 2 if prefix * 2 < dims else dims)
        settles[after & (kept > 0.89)] = prefix
    return settles


x = np.load(SPACE / "vectors.npy").astype(np.float64) * np.load(SPACE / "scale.npy").astype(np.float64)
command = ["node", "--input-type=module", "-e", READ_CATEGORIES, str(SPACE / "points.parquet")]
categories = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
codes = np.unique(categories, return_inverse=True)[1]
written = {
    "scikitLearn": sklearn.__version__,
    "shortlists": SHORTLISTS,
    "first2000": {**measured(x[:2000], codes[:2000], np.arange(0, 2000, 10)), "settles": settling(x[:2000]).tolist()},
    "all": measured(x, codes, np.arange(0, 10_000, 40)),
}
settles = settling(x)
prefixes, counts = np.unique(settles, return_counts=True)
written["all"]["settled"] = [{"prefix": int(p), "points": int(c)} for p, c in zip(prefixes, counts)]
written["all"]["settles"] = settles[::40].tolist()
(HERE / "retrieval.json").write_text(json.dumps(written) + "\n")
