"""Writes the matrix as HDF5, by h5py (Debian's python3-h5py)."""

from pathlib import Path

import h5py
import numpy

here = Path(__file__).parent
m = numpy.load(here / "matrix.npy")
i1 = numpy.load(here / "matrix-i1.npy")
rows = range(len(m))
title = [f"point {i}" for i in rows]
text = [f"the text of point {i}" for i in rows]
category = [["red", "green", "blue", "grey"][i % 4] for i in rows]
score = numpy.arange(500) / 8


def columns(group):
    """Titles as texts of any length, categories as texts of a fixed one."""
    group["title"] = title
    group["text"] = numpy.array(text, dtype="S32")
    group["category"] = numpy.array(category, dtype="S5")
    group["score"] = score


# As ann-benchmarks lays them out: two tables, and what is known of the second.
with h5py.File(here / "hdf5-ann-i1.hdf5", "w") as file:
    file.attrs["distance"] = "euclidean"
    file["train"] = i1
    file["test"] = i1[:20]
    file["neighbors"] = numpy.zeros((20, 100), dtype="i4")
    file["distances"] = numpy.zeros((20, 100), dtype="f4")
    columns(file)

# Nested, in chunks, shuffled and deflated, with a checksum.
with h5py.File(here / "hdf5-chunks-f2.h5", "w") as file:
    group = file.create_group("data/v1.0")
    kind = {"compression": "gzip", "shuffle": True, "fletcher32": True}
    group.create_dataset("embeddings", data=m.astype("f2"), chunks=(64, 40), **kind)
    columns(group)

# Big endian, and the newest layout of the file.
with h5py.File(here / "hdf5-big-endian-f4.h5", "w", libver="latest") as file:
    file.create_dataset("vectors", data=m.astype(">f4"), maxshape=(None, 96), chunks=(100, 96))
    file["score"] = score.astype(">f8")

with h5py.File(here / "hdf5-big-endian-i1-as-i2.h5", "w") as file:
    file["vectors"] = i1.astype(">i2")

# As MATLAB's and other programs' files are: some bytes of their own before.
with h5py.File(here / "hdf5-user-block-f8.h5", "w", userblock_size=512) as file:
    file["vectors"] = m.astype("f8")
